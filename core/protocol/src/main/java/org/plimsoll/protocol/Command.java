package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// What a venue can be asked to do. A command is either applied in full or refused in full.
///
/// Numbers of assets, accounts, custody locations and markets are dense: the first is 0 and each
/// new one is the next. Asset 0 is the venue's unit of account, in which every price is stated.
/// Amounts count an asset's smallest unit; prices and weights count billionths (`E9`); order prices
/// count ticks and order quantities count lots of their market.
public sealed interface Command {
  /// Adds an asset.
  ///
  /// @param asset the next asset number
  /// @param code a short name, such as `BTC`
  /// @param decimals decimals of the smallest unit, 0 to 9
  /// @param balanceMax largest balance, owed either way, that an account may reach
  record DefineAsset(int asset, String code, int decimals, long balanceMax) implements Command {
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
      implements Command {}

  /// Opens an account.
  ///
  /// @param account the next account number
  /// @param name how people call it
  record OpenAccount(int account, String name) implements Command {
    public OpenAccount {
      Name.require(name);
    }
  }

  /// Opens a custody location.
  ///
  /// @param custody the next custody number
  /// @param kind what sort of place it is
  /// @param name how people call it
  record OpenCustody(int custody, CustodyKind kind, String name) implements Command {
    public OpenCustody {
      Name.require(name);
    }
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
      implements Command {
    public ListMarket {
      Name.require(name);
    }
  }

  /// States an asset's price outside. It enters margin as the mark at the next [AdvanceTime].
  ///
  /// @param priceE9 billionths of a whole unit of account for a whole unit of the asset, positive
  record PublishIndexPrice(int asset, long priceE9) implements Command {}

  /// Moves the venue's clock, samples the marks, and does what is due.
  ///
  /// @param timestampNs nanoseconds since 1970 in UTC, never before the last
  /// @param entropy randomness for the rules that ask for it: the venue never draws
  record AdvanceTime(long timestampNs, long entropy) implements Command {}

  /// Lets a later version of the rules bind from here on. Earlier journals replay unchanged.
  record ActivateRules(int version) implements Command {}

  /// Credits an account with what arrived in custody.
  ///
  /// @param amount positive
  /// @param custody where it arrived
  record DepositAsset(int account, int asset, long amount, int custody) implements Command {}

  /// Pays an account out of custody. Where the rules allow it, what the account does not have is
  /// borrowed.
  ///
  /// @param amount positive
  /// @param custody where it is paid from
  record WithdrawAsset(int account, int asset, long amount, int custody) implements Command {}

  /// Buys or sells at a price or better; what does not trade at once rests in the order book.
  record PlaceLimitOrder(int account, int market, Side side, long priceTicks, long quantityLots)
      implements Command {}

  /// Buys or sells at the best prices there are; what the order book cannot fill is canceled.
  record PlaceMarketOrder(int account, int market, Side side, long quantityLots)
      implements Command {}

  /// Takes a resting order out of the order book.
  record CancelOrder(int account, int market, long order) implements Command {}
}
