package org.plimsoll.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.plimsoll.results.JsonText;

/// How an asset is counted, and what it is worth where it secures a debt or is the debt.
///
/// @param id of the asset
/// @param decimals of its smallest unit, 0 to 18: the fewest that write every balance of the book
/// @param collateralValue what one whole unit secures, after the haircut, never negative
/// @param debtValue what one whole unit of debt needs as security, never negative; empty where the
///   price has no upper limit, so that no collateral is enough
public record AssetTerms(
    String id, int decimals, BigDecimal collateralValue, Optional<BigDecimal> debtValue) {
  private static final int DECIMALS_MAX = 18;

  /// Brings the values to the one spelling that the digest of a commitment binds.
  ///
  /// @throws IllegalArgumentException if the decimals or a value are out of range
  public AssetTerms {
    if (decimals < 0 || decimals > DECIMALS_MAX) {
      throw new IllegalArgumentException("decimals " + decimals + " of " + id + ", not 0 to 18");
    }
    if (collateralValue.signum() < 0) {
      throw new IllegalArgumentException("collateral value " + collateralValue + " of " + id);
    }
    if (debtValue.filter(value -> value.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("debt value " + debtValue.get() + " of " + id);
    }
    collateralValue = new BigDecimal(JsonText.decimal(collateralValue));
    debtValue = debtValue.map(value -> new BigDecimal(JsonText.decimal(value)));
  }

  /// Returns a number of smallest units as a quantity.
  public BigDecimal quantity(BigInteger units) {
    return new BigDecimal(units, decimals);
  }
}
