package org.plimsoll.ecosystem.agent.market;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Brings a token as collateral, borrows everything that the venue has left, and takes it away: the
/// customer C of Levine's example (docs/explanation/levine.md). He does nothing that the venue's
/// margin rules forbid, and never comes back.
public final class CollateralBorrower implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "collateral-borrower",
          "Borrows everything that is left against a token and takes it away (Levine's C).",
          Terms.class,
          CollateralBorrower::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final Terminal terminal;

  /// What he is asked for.
  ///
  /// @param party who has the collateral, outside
  /// @param account of that party at the venue
  /// @param collateral the asset that he brings, all that the party has of it
  /// @param collateralPlace where it comes in
  /// @param takes what he takes, in this order
  /// @param afterDays when, not negative
  public record Terms(
      String party,
      String account,
      String collateral,
      String collateralPlace,
      List<Taking> takes,
      @Omissible double afterDays) {
    /// Takes a copy and checks the bounds.
    public Terms {
      takes = List.copyOf(takes);
      Require.notNegative("after-days", afterDays);
    }
  }

  CollateralBorrower(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    terminal = setting.terminal(terms.account(), terms.party());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(alarm.nowNs() + (long) (terms.afterDays() * DAY_NS));
  }

  @Override
  public void wake(long nowNs) {
    Economy economy = setting.economy();
    int collateral = setting.instrument(terms.collateral());
    long brought = economy.ledger().available(terminal.holder(), collateral);
    terminal.deposit(collateral, brought, setting.place(terms.collateralPlace()));
    for (Taking taking : terms.takes()) {
      take(setting.instrument(taking.asset()), setting.place(taking.place()));
    }
    String text = name + " has borrowed all that " + terms.collateral() + " carries, and left";
    economy.chronicle().add(new Flag(nowNs, "borrowing", text, Optional.empty()));
  }

  private void take(int asset, int place) {
    Drain.takeOut(terminal, asset, terminal.onHand(place, asset), place);
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
