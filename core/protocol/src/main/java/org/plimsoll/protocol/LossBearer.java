package org.plimsoll.protocol;

/// What of the venue's own bears losses that no collateral covers. The position in this list is
/// written to journals.
public enum LossBearer {
  /// The insurance fund, which bears them first.
  INSURANCE,
  /// What the venue's owners put in, which bears what the fund does not.
  CAPITAL
}
