package org.plimsoll.solvency.run;

import org.plimsoll.solvency.bounds.Require;

/// A venue that pays withdrawals first from liquid means, then by selling the rest below its mark.
///
/// Four thresholds follow from accounting alone, whatever customers think: where selling begins,
/// where selling has eaten the equity, where nothing is left, and what each place in the line is
/// worth. The discount should come from an impact model: what the whole block brings over its mark.
///
/// Example: 300 liquid, 760 at 0.8 on the dollar and claims of 1,000 sell above 30 % withdrawn, are
/// insolvent above 54 % and out of cash above 90.8 %.
///
/// @param liquid cash and what is as good, in the book's currency; not negative
/// @param illiquid other assets at mark; not negative
/// @param discount what a forced sale brings for one at mark; above 0, at most 1
/// @param claims that customers can withdraw; positive
public record MechanicalRun(double liquid, double illiquid, double discount, double claims) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public MechanicalRun {
    Require.holds(liquid >= 0 && Double.isFinite(liquid), "liquid", liquid);
    Require.holds(illiquid >= 0 && Double.isFinite(illiquid), "illiquid", illiquid);
    Require.holds(discount > 0 && discount <= 1, "discount", discount);
    Require.positive("claims", claims);
  }

  /// Returns the withdrawn share of claims above which assets must be sold.
  public double fireSaleAbove() {
    return liquid / claims;
  }

  /// Returns the withdrawn share above which the assets left at mark are less than the claims left.
  /// Above 1: no withdrawal makes it insolvent. Not above [#fireSaleAbove]: it is insolvent
  /// already, and the figure has no other meaning. Infinite, of either sign, where a sale costs
  /// nothing.
  public double insolventAbove() {
    return (illiquid + liquid / discount - claims) / (claims * fee());
  }

  /// Returns the withdrawn share that takes the last cash; above 1: everybody can be paid.
  public double outOfCashAbove() {
    return (liquid + illiquid * discount) / claims;
  }

  /// Returns what the customer at `place` receives per unit of claim if all stand in line: 1 or 0,
  /// which is why it pays to be first.
  ///
  /// @param place share of all claims that stands before and with this customer, 0 to 1
  /// @throws IllegalArgumentException if `place` is out of its bounds
  public double recoveryAt(double place) {
    Require.share("place", place);
    return place <= outOfCashAbove() ? 1 : 0;
  }

  /// Returns what everybody receives per unit of claim if withdrawals stop at once and the assets
  /// are kept until they bring their mark.
  public double recoveryOnPause() {
    return StrictMath.min(1, (liquid + illiquid) / claims);
  }

  /// Returns the redemption fee, per unit paid out, that charges a leaver what his leaving costs
  /// those who stay; with it there is no advantage in being first.
  public double fee() {
    return 1 / discount - 1;
  }
}
