package org.plimsoll.ecosystem.agent.firm;

import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Lends another firm money when so many have failed that it might be next.
public final class Rescuer implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "rescuer",
          "Lends a named firm money once so many others have failed.",
          Terms.class,
          Rescuer::new);

  private static final long SECONDS_AFTER_TICK = 1_200;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final Rounds rounds;
  private final int holder;
  private final int payee;
  private final int debt;
  private long left;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param payee party that gets it
  /// @param debt instrument of kind `OWED` in which that party owes it
  /// @param failures how many firms must have failed
  /// @param dollars in all, as fast as there is cash
  public record Terms(String party, String payee, String debt, int failures, double dollars) {}

  Rescuer(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    holder = setting.holder(terms.party());
    payee = setting.holder(terms.payee());
    debt = setting.instrument(terms.debt());
    left = new Appraiser(economy.ledger(), economy.prices()).money(terms.dollars());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(rounds.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    if (economy.bulletin().latest("failure", nowNs).value() >= terms.failures() && left > 0) {
      long amount = Math.min(left, economy.ledger().balance(holder, 0));
      economy.ledger().transfer(WorldCause.RESCUE, 0, holder, payee, amount);
      economy.ledger().transfer(WorldCause.RESCUE, debt, payee, holder, amount);
      left -= amount;
      if (left == 0) {
        String text = terms.payee() + " is lent money to stay alive";
        economy.chronicle().add(new Flag(nowNs, "rescue", text, Optional.empty()));
      }
    }
    alarm.at(rounds.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(left);
  }

  @Override
  public void readFrom(StateSource source) {
    left = source.number();
  }
}
