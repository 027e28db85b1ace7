package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.solvency.run.WithdrawalGame;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The middle of what a cohort believes, and the threshold under which its members leave.
final class CoverageBelief {
  private static final double DAY_NS = 86_400e9;

  private final BeliefTerms terms;
  private final Bulletin bulletin;
  private final PriceBoard prices;
  private final int token;
  private final double threshold;
  private double slowPrice;
  private long lastNs;

  /// @param token whose price is a sign, or -1
  CoverageBelief(BeliefTerms terms, Bulletin bulletin, PriceBoard prices, int token) {
    this.terms = terms;
    this.bulletin = bulletin;
    this.prices = prices;
    this.token = token;
    threshold = new WithdrawalGame(terms.stayingYield(), terms.failureRecovery()).panicBelow();
  }

  /// Returns how much of the claims the middle of the cohort believes to be there.
  double coverage(long nowNs) {
    double coverage = terms.calmCoverage() + terms.perTokenFall() * tokenMove(nowNs);
    for (BeliefTerms.News news : terms.news()) {
      Bulletin.Notice notice = bulletin.latest(news.name(), nowNs);
      coverage += news.coveragePerUnit() * notice.value() * remembered(news, notice, nowNs);
    }
    return coverage;
  }

  /// Returns whether somebody leaves who is so far from the middle, in parts of the dispersion from
  /// -1 to 1.
  boolean leaves(double coverage, double doubt) {
    return coverage + doubt * terms.dispersion() < threshold;
  }

  /// Returns the logarithm of the token's price over its slow mean, 0 at first.
  private double tokenMove(long nowNs) {
    double price = token < 0 ? 0 : prices.priceE9(token);
    if (price <= 0) {
      return 0;
    }
    double days = slowPrice == 0 ? 0 : (nowNs - lastNs) / DAY_NS;
    double weight = slowPrice == 0 ? 1 : -StrictMath.expm1(-days / terms.tokenMemoryDays());
    slowPrice += weight * (price - slowPrice);
    lastNs = nowNs;
    return StrictMath.log(price / slowPrice);
  }

  private static double remembered(BeliefTerms.News news, Bulletin.Notice notice, long nowNs) {
    if (notice.value() == 0 || news.halfLifeDays() == 0) {
      return 1;
    }
    return StrictMath.pow(0.5, (nowNs - notice.timeNs()) / DAY_NS / news.halfLifeDays());
  }

  void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(slowPrice)).add(lastNs);
  }

  void readFrom(StateSource source) {
    slowPrice = Double.longBitsToDouble(source.number());
    lastNs = source.number();
  }
}
