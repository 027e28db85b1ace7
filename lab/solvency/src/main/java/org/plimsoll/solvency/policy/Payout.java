package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.run.MechanicalRun;
import org.plimsoll.solvency.run.WithdrawalGate;
import org.plimsoll.solvency.stress.Withdrawals;

/// How far claims are paid when their owners leave, by the rules for withdrawals, at the careful
/// end of every range and with own tokens worth nothing.
///
/// @param paidFromLiquid the part of all claims that can leave before anything else must be sold
/// @param paidInAll the part that can leave before nothing is left to sell; above 1: all can
/// @param lastGets what the last one gets of his claim if everybody asks
/// @param days until what the scenario withdraws is paid; 0 where it withdraws nothing
/// @param fairFee the fee that would charge each leaver what his leaving costs those who stay
public record Payout(
    double paidFromLiquid, double paidInAll, double lastGets, long days, double fairFee) {

  /// Returns how `book` pays; empty where nothing can be demanded, or claims have no upper end.
  ///
  /// @param withdrawn the part of the claims that is asked for, 0 to 1
  static Optional<Payout> of(Book book, BigDecimal withdrawn) {
    WithdrawalRules rules = book.policies().withdrawals();
    double claims =
        Corner.CAREFUL.ofLessIsBetter(Liquidity.of(book).demandable())
            * (1 - rules.fee().doubleValue());
    return claims > 0 && Double.isFinite(claims)
        ? Optional.of(of(book, rules, claims, withdrawn.doubleValue()))
        : Optional.empty();
  }

  private static Payout of(Book book, WithdrawalRules rules, double claims, double withdrawn) {
    MechanicalRun run = run(book, claims);
    double all = run.outOfCashAbove();
    return new Payout(
        run.fireSaleAbove(),
        all,
        switch (rules.queue()) {
          case FIRST_COME -> run.recoveryAt(1);
          case PRO_RATA -> StrictMath.min(1, all);
        },
        withdrawn == 0 ? 0 : new WithdrawalGate(rules.perDay().doubleValue(), 0).days(withdrawn),
        run.fee());
  }

  /// What nobody buys is nothing in a run.
  private static MechanicalRun run(Book book, double claims) {
    Book bare = Shock.withoutOwnTokens(book).applyTo(book);
    double liquid = Corner.CAREFUL.ofMoreIsBetter(Liquidity.of(book).obtainable());
    double brought =
        Corner.CAREFUL.ofMoreIsBetter(Withdrawals.of(book, BigDecimal.ONE).fromSales());
    double marked =
        StrictMath.max(
            brought, Corner.CAREFUL.ofMoreIsBetter(LiquidationView.of(bare).heldAtMark()) - liquid);
    return brought == 0
        ? new MechanicalRun(liquid, 0, 1, claims)
        : new MechanicalRun(liquid, marked, StrictMath.min(1, brought / marked), claims);
  }
}
