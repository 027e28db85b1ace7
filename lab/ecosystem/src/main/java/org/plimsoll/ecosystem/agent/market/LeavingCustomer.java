package org.plimsoll.ecosystem.agent.market;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Takes out all that is his at a random time within some days: a depositor who leaves, whatever
/// his reason. Where he is not given it he says so in public.
public final class LeavingCustomer implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "leaving-customer",
          "Takes out all that is his, and says so in public if he is not given it.",
          Terms.class,
          LeavingCustomer::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final Terminal terminal;

  /// What he is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param takes what he takes
  /// @param afterDays when he begins to think of it, not negative
  /// @param withinDays how many days after that he leaves at the latest
  public record Terms(
      String party,
      String account,
      List<Taking> takes,
      double afterDays,
      @Omissible double withinDays) {
    /// Takes a copy and checks the bounds.
    public Terms {
      takes = List.copyOf(takes);
      Require.notNegative("after-days", afterDays);
      Require.notNegative("within-days", withinDays);
    }
  }

  LeavingCustomer(Alarm alarm, Setting setting, String name, Terms terms) {
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
    RandomStream random = setting.economy().random(name, "day");
    double days = terms.afterDays() + terms.withinDays() * random.uniform();
    alarm.at(alarm.nowNs() + (long) (days * DAY_NS));
  }

  @Override
  public void wake(long nowNs) {
    for (Taking taking : terms.takes()) {
      int asset = setting.instrument(taking.asset());
      long mine = terminal.balance(asset);
      if (mine > 0 && !terminal.withdraw(asset, mine, setting.place(taking.place()))) {
        String text = name + " is not given his " + taking.asset();
        setting.economy().chronicle().add(new Flag(nowNs, "refused", text, Optional.empty()));
      }
    }
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
