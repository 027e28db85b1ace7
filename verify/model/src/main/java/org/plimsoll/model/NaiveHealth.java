package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.MarginStage;

/// Whether an account meets its maintenance requirement, worked out from nothing at each question.
final class NaiveHealth {
  private static final BigDecimal GAP = new BigDecimal("0.06");
  private static final BigDecimal MAINTENANCE_NUMERATOR = new BigDecimal("1.03");
  private static final BigDecimal SIX_TENTHS = new BigDecimal("0.6");
  private static final MathContext DIGITS = new MathContext(60);

  private final NaiveState state;
  private final NaiveFutures futures;

  NaiveHealth(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  /// What an account is worth and what is required of it, in the smallest unit of account.
  record Figures(BigInteger value, BigInteger maintenance, BigInteger notional) {
    BigInteger autoClose() {
      BigInteger gap = round(new BigDecimal(notional).multiply(GAP), RoundingMode.FLOOR);
      BigInteger half =
          round(new BigDecimal(maintenance).divide(BigDecimal.TWO), RoundingMode.CEILING);
      return half.max(maintenance.subtract(gap));
    }

    boolean isMet() {
      return value.compareTo(maintenance) >= 0;
    }

    MarginStage stage() {
      if (isMet()) {
        return MarginStage.HEALTHY;
      }
      if (value.signum() < 0) {
        return MarginStage.BANKRUPT;
      }
      return value.compareTo(autoClose()) >= 0 ? MarginStage.LIQUIDATING : MarginStage.AUTO_CLOSE;
    }
  }

  /// Returns the stage that binds an account now.
  MarginStage stage(int account) {
    boolean isSpared =
        state.failing.profile == LiquidationProfile.OFF
            || state.isGranted(account, Privilege.LIQUIDATION_EXEMPT);
    return isSpared ? MarginStage.HEALTHY : of(account).stage();
  }

  Figures of(int account) {
    BigInteger value = BigInteger.ZERO;
    BigInteger maintenance = BigInteger.ZERO;
    BigInteger notional = BigInteger.ZERO;
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger held = held(account, asset);
      value = value.add(worth(asset, held));
      if (held.signum() < 0) {
        BigInteger debt = state.value(asset, held.negate());
        notional = notional.add(debt);
        BigDecimal fraction = borrowFraction(state.assets.get(asset), held.negate());
        maintenance =
            maintenance.add(round(new BigDecimal(debt).multiply(fraction), RoundingMode.CEILING));
      }
    }
    for (NaiveState.Market market : state.markets) {
      if (market.isFuture()) {
        value = value.add(futures.unrealized(market, account, Optional.empty()));
        maintenance = maintenance.add(maintenance(market, account));
        notional = notional.add(notional(market, account));
      }
    }
    return new Figures(value, maintenance, notional);
  }

  /// Returns what an amount of an asset counts for at its total weight; a debt counts in full.
  BigInteger worth(int asset, BigInteger amount) {
    int decimals = state.assets.getFirst().definition().decimals();
    return worth(state.assets.get(asset), amount, decimals);
  }

  /// Returns the same where the unit of account has so many decimals.
  static BigInteger worth(NaiveAsset asset, BigInteger amount, int unitDecimals) {
    if (amount.signum() >= 0) {
      return NaiveMargin.counted(asset, amount, totalWeight(asset), unitDecimals);
    }
    int decimals = asset.definition().decimals();
    return NaiveMargin.value(amount, asset.mark(), decimals, unitDecimals, RoundingMode.FLOOR);
  }

  BigInteger notional(NaiveState.Market market, int account) {
    int number = market.listing().market();
    return market.quoteAmount(
        futures.position(number, account).lots().abs().multiply(futures.mark(number)));
  }

  /// Returns the maintenance requirement of a position.
  BigInteger maintenance(NaiveState.Market market, int account) {
    BigInteger lots = futures.position(market.listing().market(), account).lots().abs();
    BigDecimal fraction = fraction((ListFuture) market.listing(), account, lots);
    return round(
        new BigDecimal(notional(market, account)).multiply(fraction), RoundingMode.CEILING);
  }

  private BigInteger held(int account, int asset) {
    BigInteger balance = state.balance(account, asset);
    return state.policy() == CustodyPolicy.OPT_IN
        ? balance.subtract(state.offers.of(account, asset).reserved())
        : balance;
  }

  private BigDecimal fraction(ListFuture listing, int account, BigInteger lots) {
    int decimals = state.assets.get(listing.base()).definition().decimals();
    BigDecimal growth =
        growth(listing.imfFactorE9(), lots.multiply(BigInteger.valueOf(listing.lot())), decimals);
    return state
        .leverage
        .least(account, state.clock)
        .max(growth)
        .multiply(BigDecimal.valueOf(listing.mmfWeightE9(), 9))
        .setScale(9, RoundingMode.CEILING)
        .min(BigDecimal.ONE);
  }

  private static BigDecimal borrowFraction(NaiveAsset asset, BigInteger amount) {
    BigDecimal weight = totalWeight(asset);
    if (weight.signum() == 0) {
      return BigDecimal.ONE;
    }
    long factor = asset.collateral().map(c -> c.imfFactorE9()).orElse(0L);
    return MAINTENANCE_NUMERATOR
        .divide(weight, 9, RoundingMode.CEILING)
        .subtract(BigDecimal.ONE)
        .max(growth(factor, amount, asset.definition().decimals()))
        .min(BigDecimal.ONE);
  }

  private static BigDecimal growth(long factorE9, BigInteger amount, int decimals) {
    BigDecimal coins = new BigDecimal(amount).movePointLeft(decimals);
    return coins
        .sqrt(DIGITS)
        .setScale(9, RoundingMode.FLOOR)
        .multiply(BigDecimal.valueOf(factorE9, 9))
        .multiply(SIX_TENTHS)
        .setScale(9, RoundingMode.CEILING);
  }

  private static BigDecimal totalWeight(NaiveAsset asset) {
    return asset
        .collateral()
        .map(c -> BigDecimal.valueOf(c.totalWeightE9(), 9))
        .orElse(BigDecimal.ZERO);
  }

  private static BigInteger round(BigDecimal amount, RoundingMode rounding) {
    return amount.setScale(0, rounding).toBigIntegerExact();
  }
}
