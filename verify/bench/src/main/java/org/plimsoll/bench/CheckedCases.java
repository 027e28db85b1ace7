package org.plimsoll.bench;

import java.util.List;
import org.plimsoll.solvency.cascade.CascadeOutcome;
import org.plimsoll.solvency.cascade.PledgedLoan;
import org.plimsoll.solvency.cascade.ThresholdCascade;
import org.plimsoll.solvency.clearing.Clearing;
import org.plimsoll.solvency.clearing.LiabilityNetwork;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.survival.Estimate;
import org.plimsoll.solvency.survival.SurvivalCurve;
import org.plimsoll.solvency.survival.SurvivalResult;

/// What a result must show before its time counts.
public final class CheckedCases {
  /// What [MonteCarloBenchmark]'s paths must count, as [#fingerprint] writes it.
  static final long MONTE_CARLO = -8_351_799_682_570_041_738L;

  private static final double TOLERANCE = 1e-9;
  private static final long FACTOR = 1_000_003;

  private CheckedCases() {}

  /// Demands the certificate, that the solution is the only one, that nothing was made or lost, and
  /// that there is contagion to compute.
  ///
  /// @throws IllegalStateException if one is missing
  public static void check(LiabilityNetwork network, Clearing clearing) {
    demand(clearing.isCertified(), "the clearing is not certified");
    demand(clearing.isUnique(), "the clearing is not unique");
    demand(clearing.rounds() > 1, "there is no contagion");
    double there = 0;
    double gone = 0;
    for (int node = 0; node < network.nodes(); node++) {
      there += network.externalAssets(node);
      gone += clearing.equity(node) + clearing.paymentOutside(node);
    }
    demand(StrictMath.abs(there - gone) <= TOLERANCE * there, "assets are made or lost");
  }

  /// Demands that the cascade ends between two triggers, that its price follows what it sold, and
  /// that it sold what it says, by a pass over the loans as they came.
  ///
  /// @throws IllegalStateException if one fails
  public static void check(
      List<PledgedLoan> loans, ThresholdCascade cascade, double shock, CascadeOutcome outcome) {
    ExponentialImpact market = cascade.market();
    double before =
        outcome.rounds().size() < 2
            ? market.price() * (1 - shock)
            : outcome.rounds().get(outcome.rounds().size() - 2).priceAfter();
    int hit = 0;
    double sold = 0;
    for (PledgedLoan loan : loans) {
      boolean isHit = loan.trigger() >= before;
      demand(isHit == loan.trigger() >= outcome.finalPrice(), "the cascade stopped too early");
      hit += isHit ? 1 : 0;
      sold += isHit ? loan.quantity() : 0;
    }
    double price = market.price() * (1 - shock) * StrictMath.exp(-sold / market.depth());
    demand(outcome.rounds().size() > 1, "there is no cascade");
    demand(hit == outcome.liquidated(), "other loans were hit");
    demand(StrictMath.abs(sold - outcome.sold()) <= TOLERANCE * sold, "another amount was sold");
    demand(StrictMath.abs(price - outcome.finalPrice()) <= TOLERANCE, "the price is another");
  }

  /// Demands that these counts and no others came out, and that there was something to count.
  ///
  /// @throws IllegalStateException if not
  public static void check(SurvivalResult result, long fingerprint) {
    demand(result.nobody().hits() < result.nobody().paths(), "nobody failed");
    demand(fingerprint(result) == fingerprint, "other counts: " + fingerprint(result));
  }

  /// Returns a number that differs if any count of any party and day does.
  static long fingerprint(SurvivalResult result) {
    long all = result.nobody().hits();
    for (SurvivalResult.Outcome outcome : result.outcomes()) {
      all = all * FACTOR + outcome.first().hits();
      for (SurvivalCurve curve :
          List.of(outcome.insolvent(), outcome.unableToPay(), outcome.failed())) {
        for (Estimate estimate : curve.happened()) {
          all = all * FACTOR + estimate.hits();
        }
      }
    }
    return all;
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
