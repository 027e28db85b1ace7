package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Holds leveraged tokens: has them created for its money and gives them back, at random times, as
/// those did who wanted leverage without a margin account (article 360032509552,
/// docs/reference/leveraged-tokens.md). What keeps the leverage is the fund's own trading.
public final class LeveragedTokenHolder implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "leveraged-token-holder",
          "Creates leveraged tokens and redeems them at random times (article 360032509552).",
          Terms.class,
          LeveragedTokenHolder::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Terminal terminal;
  private final RandomStream random;
  private final int token;
  private final double dollarUnit;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param token the leveraged token
  /// @param dollars for which it has tokens created at a time, positive
  /// @param ordersPerDay how often it acts, on the average, positive
  /// @param redeems the part of its acts that gives all tokens back, 0 to 1
  public record Terms(
      String party,
      String account,
      String token,
      double dollars,
      double ordersPerDay,
      @Omissible double redeems) {
    /// Checks the bounds.
    public Terms {
      Require.positive("dollars", dollars);
      Require.positive("orders-per-day", ordersPerDay);
      Require.share("redeems", redeems);
    }
  }

  LeveragedTokenHolder(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    terminal = setting.terminal(terms.account(), terms.party());
    random = setting.economy().random(name, "orders");
    token = setting.instrument(terms.token());
    dollarUnit = StrictMath.pow(10, terminal.definition(0).decimals());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    boolean gives = random.uniform() < terms.redeems();
    long held = terminal.balance(token);
    if (gives && held > 0) {
      terminal.ask(new RedeemToken(terminal.account(), token, held));
    } else if (!gives) {
      long tokens = terminal.tokensFor(token, (long) (terms.dollars() * dollarUnit));
      terminal.ask(new CreateToken(terminal.account(), token, tokens));
    }
    sleep();
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + random.nsToNext(terms.ordersPerDay()));
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
  }
}
