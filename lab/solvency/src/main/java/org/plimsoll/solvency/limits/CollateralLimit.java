package org.plimsoll.solvency.limits;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.loadline.DepthModel;

/// What is recommended for one collateral.
///
/// @param asset the id
/// @param weights rounded down to a hundredth, the factor up to two digits
/// @param cap the value up to which it counts in all accounts together, in the book's currency,
///   rounded down to three digits
/// @param today the value of it that secures debts now
/// @param ground why
public record CollateralLimit(
    String asset, CollateralWeights weights, BigDecimal cap, Interval today, Ground ground) {

  /// Returns whether anything is lent against it.
  public boolean isEligible() {
    return cap.signum() > 0;
  }

  /// Why a limit is what it is.
  public sealed interface Ground {}

  /// It is worth nothing in the failure in which it would be needed.
  ///
  /// @param issuer who issued it: the subject, a party related to it, or a borrower of the book
  /// @param tie how the issuer is tied to the failure
  public record Tied(String issuer, Tie tie) implements Ground {}

  /// How the issuer of a collateral is tied to the failure in which it would be needed.
  public enum Tie {
    SUBJECT,
    RELATED,
    BORROWER
  }

  /// The book does not tell what the figures need.
  ///
  /// @param missing what it would have to tell, in words
  public record Unknown(List<String> missing) implements Ground {
    /// Takes a copy.
    public Unknown {
      missing = List.copyOf(missing);
    }
  }

  /// The figures of its market.
  ///
  /// @param volatility of a day
  /// @param fall while it is sold
  /// @param fallWithNotice the same over twice the horizon: the first to answer a call for margin
  /// @param sellable value at mark that can be sold within the horizon
  /// @param line the load line: the most debt that may stand against it
  /// @param elsewhere what others, as far as the book knows, have lent against it
  /// @param share of the budget that it may use
  /// @param isAtLine whether the load line decides the cap, and not the budget
  /// @param binding the model of the market that decides
  /// @param atConfidence what is lost on the cap at the confidence
  /// @param beyond the mean loss on the cap beyond the confidence
  public record Priced(
      double volatility,
      PriceFall fall,
      PriceFall fallWithNotice,
      double sellable,
      double line,
      double elsewhere,
      double share,
      boolean isAtLine,
      DepthModel binding,
      double atConfidence,
      double beyond)
      implements Ground {}
}
