package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Somebody who pays a dated plan of uses out of what he has, such as the insiders of a firm.
public final class Spender implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "insiders",
          "Pays a dated plan of uses out of what the firm paid to it.",
          Terms.class,
          Spender::new);

  private static final long SECONDS_AFTER_TICK = 900;

  private final Alarm alarm;
  private final String name;
  private final WorldLedger ledger;
  private final UseBook uses;
  private final Rounds rounds;
  private final int holder;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param uses what it pays, by date
  public record Terms(String party, List<UseBook.Use> uses) {
    /// Takes a copy.
    public Terms {
      uses = List.copyOf(uses);
    }
  }

  Spender(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    ledger = setting.economy().ledger();
    holder = setting.holder(terms.party());
    uses = new UseBook(setting, holder, terms.uses());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
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
    uses.pay(nowNs, ledger.balance(holder, 0));
    alarm.at(rounds.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {
    uses.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    uses.readFrom(source);
  }
}
