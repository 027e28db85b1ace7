package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.spiral.OwnToken;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Believes that the venue's own token is worth a share of the venue, and trades it to there. It
/// has read the venue's balance sheet: equity `K0 - max(0, D - c p)` with a loan of `D` against `c`
/// of the very tokens, so what it believes depends on the price that it sees.
///
/// The value is `(v + phi E) / N`, [OwnToken]; that a price which its own value follows may have
/// two resting places is the model of docs/reference/calc.md.
public final class TokenBeliever implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "token-believer",
          "Trades the venue's token to what the venue's equity says it is worth.",
          Terms.class,
          TokenBeliever::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Rhythm rhythm;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market of the token
  /// @param independentValue of all tokens without the venue, in dollars, not negative
  /// @param perEquity market value of all tokens for a dollar of equity, not negative
  /// @param supply of tokens, positive
  /// @param otherEquity of the venue without the loan, in dollars
  /// @param debt that tokens secure, in dollars, positive
  /// @param collateral tokens that secure it, positive
  /// @param depthCoins by which it reckons how many tokens move the price, positive
  /// @param speed the part of the way that it goes at each look, 0 to 1
  /// @param latencyMs how long it takes to act after a tick, positive
  public record Terms(
      String party,
      String account,
      String market,
      double independentValue,
      double perEquity,
      double supply,
      double otherEquity,
      double debt,
      double collateral,
      double depthCoins,
      double speed,
      double latencyMs) {
    /// Checks the bounds.
    public Terms {
      Require.positive("depth-coins", depthCoins);
      Require.share("speed", speed);
    }

    /// Returns the loan as the closed form takes it.
    ///
    /// @throws IllegalArgumentException if a figure is out of its bounds
    OwnToken.Loan loan() {
      OwnToken token = new OwnToken(independentValue, perEquity, supply, otherEquity);
      return new OwnToken.Loan(token, debt, collateral);
    }
  }

  TokenBeliever(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), 0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(rhythm.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    if (price > 0) {
      double distance = StrictMath.log(terms.loan().value(price) / price);
      double coins = terms.speed() * terms.depthCoins() * StrictMath.abs(distance);
      seat.trade(distance > 0 ? Side.BUY : Side.SELL, coins);
    }
    alarm.at(rhythm.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
