package org.plimsoll.solvency.waterfall;

import java.math.BigDecimal;
import java.util.List;

/// Who bears how much of a loss: the shares and what is uncovered add up to the loss, to the unit.
///
/// @param loss in all
/// @param shares in the order in which they were taken; none is zero
/// @param uncovered what no layer could bear, and creditors will
/// @param remainder of `shares`, what the socialized ones hold beyond their part rounded down:
///   single units, given to the accounts that rounding had spared most
public record LossAllocation(
    BigDecimal loss, List<Share> shares, BigDecimal uncovered, BigDecimal remainder) {
  /// A part of the loss.
  ///
  /// @param layer that bears it
  /// @param bearer the account, or the layer's own name where it is a pot
  /// @param amount positive
  public record Share(Layer layer, String bearer, BigDecimal amount) {}

  /// Copies the shares.
  public LossAllocation {
    shares = List.copyOf(shares);
  }

  /// Returns what a layer bears.
  public BigDecimal borneBy(Layer layer) {
    return shares.stream()
        .filter(share -> share.layer() == layer)
        .map(Share::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
