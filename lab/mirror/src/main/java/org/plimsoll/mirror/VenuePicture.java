package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenEvent.FeesFixed;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.WithdrawalPolicy;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.HeldPrivilege;
import org.plimsoll.venue.MarginEra;
import org.plimsoll.venue.RestingOrder;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.VenueView;
import org.plimsoll.venue.WeightPath;

/// A venue's state at one sequence number, as an immutable value in the venue's own integers.
///
/// There are two ways to one: [#of] looks at the venue itself, [PictureProjection] folds its
/// events. Both give equal pictures of the same history.
///
/// @param sequence the number of commands behind it
/// @param clockNs the venue's clock, nanoseconds since 1970 in UTC
/// @param rules the rules that bind
/// @param custodyPolicy out of what the venue lends
/// @param lendingTakerFeeE9 the taker fee in billionths that the terms of lending go by
/// @param marginEra the margin rules that bind
/// @param liquidationProfile the waterfall that binds
/// @param assets by number
/// @param indices of the assets, by number
/// @param accounts by number
/// @param custody by number
/// @param own what is the venue's own, by purpose
/// @param markets by number
/// @param terms of the markets, by number
/// @param positions in futures that are not nothing, by market, then by account
/// @param orders that rest, by order number
/// @param triggers orders that wait for the mark, by their numbers
/// @param offers to lend, by account, then by asset
/// @param fees of owners who no longer pay what everybody pays at first, by the owner's number
/// @param token the exchange token
/// @param caps on what counts and is lent, by asset number
/// @param weightPaths where weights for maintenance are going, by asset
/// @param withdrawalPolicies how withdrawals are paid, by asset number
/// @param withdrawals that wait, by their number
/// @param quotes that are open, by number
/// @param funds that issue leveraged tokens, in the order of listing
/// @param privileges that anybody has, by privilege, then by account
/// @param overriddenFigures what is published instead of what the books give
public record VenuePicture(
    long sequence,
    long clockNs,
    Rules rules,
    CustodyPolicy custodyPolicy,
    long lendingTakerFeeE9,
    MarginEra marginEra,
    LiquidationProfile liquidationProfile,
    List<PicturedAsset> assets,
    List<PicturedIndex> indices,
    List<PicturedAccount> accounts,
    List<PicturedCustody> custody,
    List<PicturedOwn> own,
    List<PicturedMarket> markets,
    List<PicturedTerms> terms,
    List<PicturedPosition> positions,
    List<PicturedOrder> orders,
    SortedMap<Long, PlaceTrigger> triggers,
    List<PicturedOffer> offers,
    List<FeesFixed> fees,
    PicturedToken token,
    List<CollateralCaps> caps,
    List<WeightPath> weightPaths,
    List<WithdrawalPolicy> withdrawalPolicies,
    List<WithdrawalRequested> withdrawals,
    List<OfferQuote> quotes,
    List<PicturedFund> funds,
    List<HeldPrivilege> privileges,
    SortedMap<PublishedFigure, Long> overriddenFigures) {
  /// An asset, its terms and its mark.
  ///
  /// @param collateral empty where it cannot be borrowed or pledged
  /// @param markE9 billionths of the unit of account, 0 where there is none
  public record PicturedAsset(
      DefineAsset definition, Optional<SetCollateral> collateral, long markE9) {}

  /// The index of an asset.
  ///
  /// @param priceE9 billionths of the unit of account, 0 where there is none
  /// @param market that it is read off, or [SetIndexSource#PUBLISHED]
  /// @param isClamped whether a clamp holds what follows it
  public record PicturedIndex(long priceE9, int market, boolean isClamped) {}

  /// An account, its signed balances, what it has asked for and not been sent, and what it has
  /// staked, by asset number.
  ///
  /// @param owner the number of the account whose owner owns it: its own, unless it is a subaccount
  /// @param leverage that it has chosen, 1 to 101
  /// @param stage `HEALTHY` unless it is in liquidation
  /// @param pledge what it takes over as a backstop provider
  public record PicturedAccount(
      OpenAccount opening,
      int owner,
      int leverage,
      MarginStage stage,
      PledgeBackstop pledge,
      List<Long> balances,
      List<Long> pending,
      List<Long> staked) {}

  /// A market.
  ///
  /// @param markTicks of a future, 0 while it has none; always 0 for a spot market, which has its
  ///   base asset's mark
  public record PicturedMarket(MarketListing listing, long markTicks) {}

  /// A position in a future.
  ///
  /// @param lots negative where it is short
  /// @param cost what it has cost since it was last settled, in the smallest unit of account
  public record PicturedPosition(int market, int account, long lots, long cost) {}

  /// A custody location and what is there by asset number.
  public record PicturedCustody(OpenCustody opening, List<Long> onHand) {}

  /// What a market holds orders to, and which it takes.
  public record PicturedTerms(SetMarketLimits limits, MarketState state) {
    PicturedTerms with(SetMarketLimits changed) {
      return new PicturedTerms(changed, state);
    }

    PicturedTerms with(MarketState changed) {
      return new PicturedTerms(limits, changed);
    }
  }

  /// What is the venue's own for one purpose, signed, by asset number.
  public record PicturedOwn(VenueAccount purpose, List<Long> balances) {}

  /// An order that rests in an order book.
  ///
  /// @param clientOrder the name that its owner gave it, or 0
  public record PicturedOrder(
      long order,
      int market,
      int account,
      Side side,
      long priceTicks,
      long leavesLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    /// Returns the order with something else left of it.
    PicturedOrder leaving(long lots) {
      return new PicturedOrder(
          order, market, account, side, priceTicks, lots, timeInForce, clientOrder, isReduceOnly);
    }
  }

  /// A leveraged token's fund.
  ///
  /// @param outstanding count of the smallest unit that the fund owes to whoever has it
  /// @param isRebalancing whether the fund is trading back to its target
  public record PicturedFund(ListLeveragedToken listing, long outstanding, boolean isRebalancing) {}

  /// What an account offers to lend, and what of its balance is lent or kept for lending.
  public record PicturedOffer(
      int account, int asset, long amount, long minRateE9, long lent, long reserved) {}

  /// The exchange token.
  ///
  /// @param terms empty while nobody has named it
  /// @param burned how much of it has been, in its smallest unit
  /// @param unstaking what comes free of stakes, by account
  public record PicturedToken(
      Optional<SetExchangeToken> terms, long burned, List<PicturedUnstaking> unstaking) {}

  /// What comes free of an account's stake.
  ///
  /// @param releaseNs when it may, in nanoseconds since 1970
  public record PicturedUnstaking(int account, long amount, long releaseNs) {}

  /// Returns the picture of the venue behind `view`.
  public static VenuePicture of(VenueView view) {
    List<OpenAccount> accounts = view.accounts();
    List<OpenCustody> custody = view.custody();
    return new VenuePicture(
        view.sequence(),
        view.clockNs(),
        view.rules(),
        view.custodyPolicy(),
        view.lendingTakerFeeE9(),
        view.marginEra(),
        view.liquidationProfile(),
        IntStream.range(0, view.assetCount()).mapToObj(asset -> asset(view, asset)).toList(),
        IntStream.range(0, view.assetCount()).mapToObj(asset -> index(view, asset)).toList(),
        accounts.stream().map(a -> account(view, a)).toList(),
        custody.stream()
            .map(c -> new PicturedCustody(c, perAsset(view, i -> view.onHand(c.custody(), i))))
            .toList(),
        Arrays.stream(VenueAccount.values())
            .map(p -> new PicturedOwn(p, perAsset(view, i -> view.venueBalance(p, i))))
            .toList(),
        view.markets().stream().map(listing -> market(view, listing)).toList(),
        view.markets().stream()
            .map(m -> new PicturedTerms(view.limits(m.market()), view.marketState(m.market())))
            .toList(),
        positions(view),
        orders(view),
        view.triggers(),
        offers(view),
        view.fees(),
        token(view),
        IntStream.range(0, view.assetCount()).mapToObj(view::caps).toList(),
        view.weightPaths(),
        IntStream.range(0, view.assetCount()).mapToObj(view::withdrawalPolicy).toList(),
        withdrawals(view),
        view.quotes(),
        view.leveragedTokens().stream().map(listing -> fund(view, listing)).toList(),
        view.privileges(),
        view.overriddenFigures());
  }

  private static PicturedToken token(VenueView view) {
    return new PicturedToken(
        view.exchangeToken(),
        view.burned(),
        view.accounts().stream()
            .map(OpenAccount::account)
            .filter(account -> view.unstaking(account) > 0)
            .map(a -> new PicturedUnstaking(a, view.unstaking(a), view.unstakedNs(a)))
            .toList());
  }

  private static List<WithdrawalRequested> withdrawals(VenueView view) {
    return IntStream.range(0, view.assetCount())
        .mapToObj(view::withdrawals)
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(WithdrawalRequested::withdrawal))
        .toList();
  }

  private static PicturedFund fund(VenueView view, ListLeveragedToken listing) {
    int asset = listing.asset();
    return new PicturedFund(listing, view.issued(asset), view.isRebalancing(asset));
  }

  private static PicturedAsset asset(VenueView view, int asset) {
    Optional<SetCollateral> collateral =
        view.isCollateral(asset) ? Optional.of(view.collateral(asset)) : Optional.empty();
    return new PicturedAsset(view.asset(asset), collateral, view.markE9(asset));
  }

  private static PicturedIndex index(VenueView view, int asset) {
    return new PicturedIndex(view.indexE9(asset), view.indexMarket(asset), view.isClamped(asset));
  }

  private static PicturedAccount account(VenueView view, OpenAccount opening) {
    int account = opening.account();
    return new PicturedAccount(
        opening,
        view.owner(account),
        view.leverage(account),
        view.marginStage(account),
        view.pledge(account),
        perAsset(view, i -> view.balance(account, i)),
        perAsset(view, i -> view.pending(account, i)),
        perAsset(view, i -> view.staked(account, i)));
  }

  private static PicturedMarket market(VenueView view, MarketListing listing) {
    long markTicks =
        switch (listing) {
          case ListMarket _ -> 0;
          case ListFuture future -> view.futureMarkTicks(future.market());
        };
    return new PicturedMarket(listing, markTicks);
  }

  private static List<PicturedPosition> positions(VenueView view) {
    List<PicturedPosition> positions = new ArrayList<>();
    for (MarketListing listing : view.markets()) {
      if (listing instanceof ListFuture future) {
        int market = future.market();
        for (int account = 0; account < view.accounts().size(); account++) {
          long lots = view.positionLots(account, market);
          long cost = view.positionCost(account, market);
          if (lots != 0 || cost != 0) {
            positions.add(new PicturedPosition(market, account, lots, cost));
          }
        }
      }
    }
    return List.copyOf(positions);
  }

  private static List<Long> perAsset(VenueView view, AmountOfAsset amount) {
    return IntStream.range(0, view.assetCount()).mapToObj(amount::of).toList();
  }

  private static List<PicturedOrder> orders(VenueView view) {
    List<PicturedOrder> orders = new ArrayList<>();
    for (MarketListing market : view.markets()) {
      view.forEachOrder(
          market.market(),
          (order, account, side, priceTicks, leavesLots) -> {
            RestingOrder resting = view.order(order).orElseThrow();
            orders.add(
                new PicturedOrder(
                    order,
                    market.market(),
                    account,
                    side,
                    priceTicks,
                    leavesLots,
                    resting.timeInForce(),
                    resting.clientOrder(),
                    resting.isReduceOnly()));
          });
    }
    orders.sort(Comparator.comparingLong(PicturedOrder::order));
    return List.copyOf(orders);
  }

  private static List<PicturedOffer> offers(VenueView view) {
    List<PicturedOffer> offers = new ArrayList<>();
    for (OpenAccount opening : view.accounts()) {
      int account = opening.account();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        long reserved = view.reserved(account, asset);
        if (reserved > 0) {
          offers.add(
              new PicturedOffer(
                  account,
                  asset,
                  view.offered(account, asset),
                  view.offeredRateE9(account, asset),
                  view.lent(account, asset),
                  reserved));
        }
      }
    }
    return List.copyOf(offers);
  }

  private interface AmountOfAsset {
    Long of(int asset);
  }
}
