package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// Something that can be held or owed.
///
/// @param balanceMax in whole units; needed for what the venue lists, except the unit of account
@Says("an asset")
public record AssetEntry(
    @Says("How it is called, such as `BTC`.") @Defined("name") String name,
    @Says("Decimals of its smallest unit, 0 to 9.") int decimals,
    @Says("held, owed (a debt at par), or stake (carried at its last round).") @Omissible
        Instrument.Kind kind,
    @Says("How soon it is money.") @Omissible Tier tier,
    @Says("Whether the venue knows nothing of it.") boolean outside,
    @Says("Whether the venue, or one related to it, issued it.") boolean own,
    @Says("The most that one account may have of it, in whole units; worth at most 50 bn.")
        Optional<BigDecimal> balanceMax) {
  private static final int DECIMALS_MAX = 9;

  /// Checks the bounds.
  public AssetEntry {
    if (decimals < 0 || decimals > DECIMALS_MAX) {
      throw new IllegalArgumentException("`decimals` is " + decimals + "; expected 0 to 9");
    }
  }
}
