package org.plimsoll.solvency.limits;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.solvency.waterfall.WaterfallProfile;

/// Recommended weights, caps and fund for a book, so that what is lost stays within a budget even
/// if all that may be lent is lent.
///
/// The method is that of risk teams who search the caps of a lending protocol for a budget of
/// losses (Chaos Labs, Gauntlet), with a load line besides: a cap is never above what the market
/// carries.
///
/// - A weight is `(1 - h)(1 - b)`: `h` is the fall of the price that is not exceeded at the
///   confidence ([PriceFall]), over the days of the sale for maintenance and over twice as many for
///   new borrowing; `b`, 5 %, is how far the sale itself may move the price, about what liquidators
///   are paid at lending protocols.
/// - A cap is the smaller of the load line over the weight and the value on which the loss at the
///   confidence uses up its part of the budget ([SaleLoss]), by the model that allows least. The
///   budget is divided by load lines, and what one collateral does not use goes to the others.
/// - The fund is the mean loss beyond the confidence, with all prices falling together.
///
/// Whatever the book does not tell, or tells as paper of the subject's own family or of a borrower,
/// gets a weight of 0. Losses of short positions when prices rise are no part of this; requirements
/// on borrowed coins bound them.
///
/// @param budget what was asked
/// @param collaterals one for each asset but the currency, in the order of the book
/// @param exempt ids of the accounts that no limit binds today
/// @param fund rounded up to three digits
public record Limits(
    LossBudget budget, List<CollateralLimit> collaterals, List<String> exempt, BigDecimal fund) {
  /// How far a sale may move the price, a part of it.
  public static final double SALE_ALLOWANCE = 0.05;

  static final MathContext DOWN = new MathContext(3, RoundingMode.DOWN);
  private static final MathContext UP = new MathContext(3, RoundingMode.UP);

  /// Copies the lists.
  public Limits {
    collaterals = List.copyOf(collaterals);
    exempt = List.copyOf(exempt);
  }

  /// Returns what is recommended for `book`.
  public static Limits of(Book book, LossBudget budget) {
    List<CollateralLimit> collaterals = new LimitSearch(book, budget).limits();
    List<String> exempt =
        book.accounts().stream()
            .filter(account -> !account.exemptions().isEmpty())
            .map(Account::id)
            .toList();
    double beyond = sum(collaterals, CollateralLimit.Priced::beyond);
    BigDecimal fund = new BigDecimal(Double.toString(beyond)).round(UP);
    return new Limits(budget, collaterals, exempt, fund);
  }

  /// Returns what is lost at the confidence if every cap is used in full.
  public double lossAtConfidence() {
    return sum(collaterals, CollateralLimit.Priced::atConfidence);
  }

  /// Returns the rules that put this into force in `book`: these weights and caps, no exemptions,
  /// no own tokens, and the fund, in the book's own order of loss bearers if it has one.
  public Policy policy(Book book) {
    SortedMap<String, CollateralWeights> weights = new TreeMap<>();
    SortedMap<String, BigDecimal> caps = new TreeMap<>();
    for (CollateralLimit limit : collaterals) {
      weights.put(limit.asset(), limit.weights());
      caps.put(limit.asset(), limit.cap());
    }
    Policies own = book.policies();
    LossRules losses = own.losses();
    Policies rules =
        new Policies(
            own.custody(),
            own.accountRecovery(),
            Policies.Exemptions.NONE,
            Policies.OwnTokens.EXCLUDED,
            caps,
            new LossRules(
                losses.order().equals(WaterfallProfile.NONE)
                    ? WaterfallProfile.SOCIALIZED
                    : losses.order(),
                losses.backstop(),
                fund,
                losses.venueCapital()),
            own.withdrawals());
    return new Policy("limits", title(), rules, weights);
  }

  private String title() {
    return "Limits for a loss of at most "
        + budget.amount().toPlainString()
        + " at "
        + budget.confidence().movePointRight(2).stripTrailingZeros().toPlainString()
        + "% confidence";
  }

  private static double sum(
      List<CollateralLimit> limits, ToDoubleFunction<CollateralLimit.Priced> figure) {
    double sum = 0;
    for (CollateralLimit limit : limits) {
      if (limit.ground() instanceof CollateralLimit.Priced priced) {
        sum += figure.applyAsDouble(priced);
      }
    }
    return sum;
  }
}
