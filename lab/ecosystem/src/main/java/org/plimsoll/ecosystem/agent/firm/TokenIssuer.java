package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Brings tokens into being by a schedule, for whoever they were promised to.
public final class TokenIssuer implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new Kind<>(
          "token-issuer",
          "Issues tokens to those they were promised to, by a dated schedule.",
          Terms.class,
          TokenIssuer::new);

  private final Alarm alarm;
  private final String name;
  private final WorldLedger ledger;
  private final int token;
  private final double unit;
  private final List<Issue> issues;
  private final Setting setting;
  private int next;

  /// What it is asked for.
  ///
  /// @param token which
  /// @param issues in order of time
  public record Terms(String token, List<Issue> issues) {
    /// Takes a copy.
    public Terms {
      issues = List.copyOf(issues);
    }
  }

  /// Tokens for somebody.
  ///
  /// @param date when
  /// @param party who gets them
  /// @param tokens how many
  public record Issue(String date, String party, double tokens) {}

  TokenIssuer(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.setting = setting;
    ledger = setting.economy().ledger();
    token = setting.instrument(terms.token());
    unit = StrictMath.pow(10, ledger.instruments().get(token).decimals());
    issues = terms.issues();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  private void sleep() {
    if (next < issues.size()) {
      alarm.at(Math.max(alarm.nowNs(), Plan.timeNs(issues.get(next).date())));
    }
  }

  @Override
  public void wake(long nowNs) {
    Issue issue = issues.get(next++);
    long amount = Math.round(issue.tokens() * unit);
    int party = setting.holder(issue.party());
    ledger.transfer(WorldCause.TOKEN_EMISSION, token, WorldLedger.OUTSIDE, party, amount);
    sleep();
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(next);
  }

  @Override
  public void readFrom(StateSource source) {
    next = source.within(0, issues.size());
  }
}
