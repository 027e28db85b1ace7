package org.plimsoll.protocol;

/// What the venue trades and on which terms.
public sealed interface ListingCommand extends DeskCommand {
  /// Adds an asset.
  ///
  /// @param asset the next asset number
  /// @param code a short name, such as `BTC`
  /// @param decimals decimals of the smallest unit, 0 to 9
  /// @param balanceMax largest balance, owed either way, that an account may reach
  record DefineAsset(int asset, String code, int decimals, long balanceMax)
      implements ListingCommand {
    public DefineAsset {
      Name.require(code);
    }
  }

  /// States what an asset counts for as collateral, and so allows borrowing it.
  ///
  /// @param initialWeightE9 weight for new orders and withdrawals, 0 to 1
  /// @param totalWeightE9 weight for maintenance, from the initial weight to 1
  /// @param imfFactorE9 growth of requirements with the square root of the quantity in coins, 0 to
  ///   1
  record SetCollateral(int asset, long initialWeightE9, long totalWeightE9, long imfFactorE9)
      implements ListingCommand {}

  /// What every market has, whatever is traded in it.
  sealed interface MarketListing extends ListingCommand permits ListMarket, ListFuture {
    /// Returns the market's number.
    int market();

    /// Returns how people call it.
    String name();

    /// Returns the number of the asset whose price is traded.
    int base();

    /// Returns the price step: billionths of a whole quote unit for a whole base unit.
    long tickE9();

    /// Returns the quantity step: count of the base asset's smallest unit.
    long lot();
  }

  /// Lists a spot market.
  ///
  /// @param market the next market number
  /// @param name how people call it, such as `BTC/USD`
  /// @param base the number of the asset that is bought and sold
  /// @param quote the number of the asset that it is paid in; in this version the unit of account
  /// @param tickE9 the price step: billionths of a whole quote unit for a whole base unit
  /// @param lot the quantity step: count of the base asset's smallest unit. One lot at one tick
  ///   must cost a whole count of the quote asset's smallest unit, so that no trade is ever rounded
  record ListMarket(int market, String name, int base, int quote, long tickE9, long lot)
      implements MarketListing {
    public ListMarket {
      Name.require(name);
    }
  }

  /// Lists a linear future: a bet on the price of the base asset, counted and settled in the unit
  /// of account. Nobody delivers anything.
  ///
  /// @param market the next market number
  /// @param name how people call it, such as `BTC-PERP`
  /// @param base the number of the asset whose price is traded, not the unit of account
  /// @param tickE9 the price step: billionths of a whole unit of account for a whole base unit
  /// @param lot the quantity step: count of the base asset's smallest unit. One lot at one tick
  ///   must be worth a whole count of the smallest unit of account
  /// @param expiryNs when it is settled for good, in nanoseconds since 1970; 0 for a perpetual,
  ///   which pays funding instead
  /// @param imfFactorE9 growth of requirements with the square root of the size in coins, 0 to 1
  /// @param imfWeightE9 multiplier of the initial margin fraction, 0 to 100, usually 1
  /// @param mmfWeightE9 multiplier of the maintenance margin fraction, 0 to 100, usually 1
  /// @param positionMaxLots the largest position of an account, with all its orders of one side
  ///   filled
  record ListFuture(
      int market,
      String name,
      int base,
      long tickE9,
      long lot,
      long expiryNs,
      long imfFactorE9,
      long imfWeightE9,
      long mmfWeightE9,
      long positionMaxLots)
      implements MarketListing {
    public ListFuture {
      Name.require(name);
    }
  }

  /// Sets what orders in a market are held to from here on. Orders that rest already stay. A market
  /// has none of these limits until they are set; 0 sets none.
  ///
  /// @param bookCapE9 how far through the best opposite price an order may go, as a part of it, 0
  ///   to 1: its price is capped there
  /// @param bandE9 how far from the mark a limit may be, as a part of it, 0 to 1
  /// @param premiumBandE9 how far the premium of a limit over the index may be from the mean
  ///   premium of five minutes, as a part of the index, 0 to 1; 0 in a spot market
  /// @param minimumLots the smallest quantity of an order
  /// @param openOrderCap the most that the resting orders of an account on one side may come to, at
  ///   their limits, in the quote asset's smallest unit
  record SetMarketLimits(
      int market,
      long bookCapE9,
      long bandE9,
      long premiumBandE9,
      long minimumLots,
      long openOrderCap)
      implements ListingCommand {}

  /// Sets which orders a market takes from here on. One that is delisted stays so. A halt keeps
  /// customers from their positions, so two people answer for it.
  ///
  /// @param reason why, in a word
  record SetMarketState(
      int market, MarketState state, String reason, String granter, String secondGranter)
      implements ListingCommand, DualControlled {
    public SetMarketState {
      Name.require(reason);
      Name.require(granter);
      Name.require(secondGranter);
    }
  }
}
