package org.plimsoll.units;

/// The margin rules of an era: how much leverage there is, and what the least requirements are. The
/// position in this list is written to journals.
///
/// At whose price a position is closed that is taken over changed with the eras too; the waterfall
/// says that.
///
/// Sources: FTX help center articles 360027946371 and 360027668712 (2022); 360024479392 (2019) for
/// the auto-close fraction that "starts at 1.5 % for 20x or below and 0.3 % for 50x or above" and
/// the bound of about 2.5 million on positions of high leverage.
public enum MarginProfile {
  /// Leverage up to 101, until July 2021.
  FTX_2019(101),
  /// Leverage up to 20.
  FTX_2022(20);

  private static final int USUAL_LEVERAGE = 20;
  private static final int HIGHEST_LEVERAGE = 50;
  private static final long USUAL_FLOOR_E9 = 30_000_000;
  private static final long LEAST_FLOOR_E9 = 6_000_000;
  private static final long HIGH_LEVERAGE_NOTIONAL_MAX = 2_500_000;

  private final int leverageMax;

  MarginProfile(int leverageMax) {
    this.leverageMax = leverageMax;
  }

  /// Returns the largest leverage that an account may choose; the least is 1.
  public int leverageMax() {
    return leverageMax;
  }

  /// Returns the base initial fraction `1 / leverage` in billionths, rounded up.
  ///
  /// @param leverage 1 to the [#leverageMax] of any era
  public static long initialFloorE9(int leverage) {
    return Math.ceilDiv(Exact.ONE_E9, (long) leverage);
  }

  /// Returns the least maintenance fraction in billionths: 3 % up to leverage 20 and 0.6 % from 50
  /// on, twice the published least auto-close fractions.
  ///
  /// What holds between is not found in any source. Here it is 0.6 of the base initial fraction,
  /// rounded up, the ratio that the published numbers have at leverage 20: whoever has just met the
  /// initial requirement is then never at once in liquidation, as he would be with a floor of 3 %.
  ///
  /// @param leverage 1 to the [#leverageMax] of any era
  public static long maintenanceFloorE9(int leverage) {
    if (leverage <= USUAL_LEVERAGE) {
      return USUAL_FLOOR_E9;
    }
    return leverage >= HIGHEST_LEVERAGE
        ? LEAST_FLOOR_E9
        : Math.ceilDiv(USUAL_FLOOR_E9 * USUAL_LEVERAGE, (long) leverage);
  }

  /// Returns the largest notional of a position in whole units of account: 2.5 million above
  /// leverage 20, the largest `long` up to it.
  ///
  /// @param leverage 1 to the [#leverageMax] of any era
  public static long notionalMax(int leverage) {
    return leverage > USUAL_LEVERAGE ? HIGH_LEVERAGE_NOTIONAL_MAX : Long.MAX_VALUE;
  }
}
