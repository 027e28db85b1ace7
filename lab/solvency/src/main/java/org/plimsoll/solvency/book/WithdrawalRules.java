package org.plimsoll.solvency.book;

import java.math.BigDecimal;

/// How claims are paid out.
///
/// @param perDay the part of all claims that is paid out in a day, above 0; 1 where no gate limits
///   it
/// @param queue who is paid first
/// @param fee the part of a withdrawal that is kept for those who stay, 0 to 1
public record WithdrawalRules(BigDecimal perDay, Queue queue, BigDecimal fee) {
  /// Whoever asks is paid, in the order in which they ask.
  public static final WithdrawalRules NONE =
      new WithdrawalRules(BigDecimal.ONE, Queue.FIRST_COME, BigDecimal.ZERO);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the part per day or the fee is outside its bounds
  public WithdrawalRules {
    perDay = share("perDay", perDay);
    fee = share("fee", fee);
    if (perDay.signum() == 0) {
      throw new IllegalArgumentException("perDay is 0");
    }
  }

  /// Who is paid first.
  public enum Queue {
    FIRST_COME,
    PRO_RATA
  }

  private static BigDecimal share(String name, BigDecimal part) {
    if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " " + part + " is not from 0 to 1");
    }
    return Decimals.canonical(part);
  }
}
