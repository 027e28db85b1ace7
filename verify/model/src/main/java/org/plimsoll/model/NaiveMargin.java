package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;

/// The published margin formulas in decimals of any length, rounded where the venue's rules round:
/// values to the smallest unit of account, fractions to a billionth, always against the customer.
final class NaiveMargin {
  /// One, in billionths.
  static final BigInteger ONE = BigInteger.TEN.pow(9);

  private static final BigDecimal ONE_POINT_ONE = new BigDecimal("1.1");

  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private NaiveMargin() {}

  /// Returns what is left of collateral over debts and the requirements on them. Debts that are
  /// past what 64 bits hold are answered as the most that they hold: nobody has collateral near it.
  ///
  /// @param held what all accounts would hold of an asset
  static BigInteger free(
      List<NaiveAsset> assets, IntFunction<BigInteger> quantities, IntFunction<BigInteger> held) {
    int quoteDecimals = assets.getFirst().definition().decimals();
    BigInteger collateral = BigInteger.ZERO;
    BigInteger debts = BigInteger.ZERO;
    for (NaiveAsset asset : assets) {
      BigInteger quantity = quantities.apply(asset.definition().asset());
      if (quantity.signum() >= 0) {
        BigInteger amount = asset.counted(quantity, held);
        collateral = collateral.add(counted(asset, amount, initialWeight(asset), quoteDecimals));
      } else {
        debts = debts.add(debtAndRequirement(asset, quantity.negate(), quoteDecimals));
      }
    }
    return collateral.subtract(debts.min(LARGEST_LONG));
  }

  /// Returns the value of an amount in the smallest unit of account.
  static BigInteger value(
      BigInteger amount,
      BigInteger priceE9,
      int decimals,
      int quoteDecimals,
      RoundingMode rounding) {
    return new BigDecimal(amount.multiply(priceE9))
        .movePointLeft(9 + decimals)
        .movePointRight(quoteDecimals)
        .setScale(0, rounding)
        .toBigIntegerExact();
  }

  /// Returns what a holding counts for at a weight, or at less if it is large.
  static BigInteger counted(
      NaiveAsset asset, BigInteger amount, BigDecimal weight, int quoteDecimals) {
    BigDecimal bySize =
        ONE_POINT_ONE.divide(BigDecimal.ONE.add(growth(asset, amount)), 9, RoundingMode.FLOOR);
    BigInteger value =
        value(
            amount, asset.mark(), asset.definition().decimals(), quoteDecimals, RoundingMode.FLOOR);
    return new BigDecimal(value)
        .multiply(weight.min(bySize))
        .setScale(0, RoundingMode.FLOOR)
        .toBigIntegerExact();
  }

  private static BigInteger debtAndRequirement(
      NaiveAsset asset, BigInteger amount, int quoteDecimals) {
    BigInteger debt =
        value(
            amount,
            asset.mark(),
            asset.definition().decimals(),
            quoteDecimals,
            RoundingMode.CEILING);
    BigDecimal required = new BigDecimal(debt).multiply(borrowFraction(asset, amount));
    return debt.add(required.setScale(0, RoundingMode.CEILING).toBigIntegerExact());
  }

  /// The whole value is the most that is ever required.
  private static BigDecimal borrowFraction(NaiveAsset asset, BigInteger amount) {
    BigDecimal initial = initialWeight(asset);
    if (initial.signum() == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal flat =
        ONE_POINT_ONE.divide(initial, 9, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    return flat.max(growth(asset, amount)).min(BigDecimal.ONE);
  }

  private static BigDecimal growth(NaiveAsset asset, BigInteger amount) {
    BigDecimal factor =
        asset.collateral().map(c -> BigDecimal.valueOf(c.imfFactorE9(), 9)).orElse(BigDecimal.ZERO);
    BigInteger scaled = amount.multiply(BigInteger.TEN.pow(18 - asset.definition().decimals()));
    BigDecimal root = new BigDecimal(scaled.sqrt(), 9); // of whole coins, rounded down
    return factor.multiply(root).setScale(9, RoundingMode.CEILING);
  }

  private static BigDecimal initialWeight(NaiveAsset asset) {
    return asset
        .collateral()
        .map(c -> BigDecimal.valueOf(c.initialWeightE9(), 9))
        .orElse(BigDecimal.ZERO);
  }
}
