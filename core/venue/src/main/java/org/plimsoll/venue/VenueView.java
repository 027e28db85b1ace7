package org.plimsoll.venue;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.matching.RestingOrderVisitor;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
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

/// A window onto a venue's state that changes nothing. It shows the state as it is at each call and
/// belongs to the thread that owns the venue.
public final class VenueView {
  private final VenueState state;
  private final Standings standings;

  VenueView(VenueState state) {
    this.state = state;
    this.standings = new Standings(state);
  }

  /// Returns how many commands have come.
  public long sequence() {
    return state.sequence;
  }

  /// Returns the fingerprint of the whole state. Equal histories give equal fingerprints.
  public long stateHash() {
    return state.hash();
  }

  /// Returns the venue's clock in nanoseconds since 1970 in UTC.
  public long clockNs() {
    return state.clockNs;
  }

  /// Returns the rules that bind.
  public Rules rules() {
    return state.rules;
  }

  /// Returns the accounts by number.
  public List<OpenAccount> accounts() {
    return List.copyOf(state.accounts);
  }

  /// Returns the number of the account whose owner owns `account`: itself, unless it is a
  /// subaccount.
  public int owner(int account) {
    return state.owners.get(account);
  }

  /// Returns the custody locations by number.
  public List<OpenCustody> custody() {
    return List.copyOf(state.custody);
  }

  /// Returns the markets by number.
  public List<MarketListing> markets() {
    return state.markets.stream().map(Market::listing).toList();
  }

  /// Returns what orders in a market are held to.
  public SetMarketLimits limits(int market) {
    return state.markets.get(market).terms().limits();
  }

  /// Returns which orders a market takes.
  public MarketState marketState(int market) {
    return state.markets.get(market).terms().state();
  }

  /// Returns how many assets there are.
  public int assetCount() {
    return state.assets.assetCount();
  }

  /// Returns the definition of an asset.
  public DefineAsset asset(int asset) {
    return state.assets.definition(asset);
  }

  /// Returns the collateral terms of an asset; all zero where it is no collateral.
  public SetCollateral collateral(int asset) {
    return state.assets.collateral(asset);
  }

  /// Returns whether an asset counts as collateral and can be borrowed.
  public boolean isCollateral(int asset) {
    return state.assets.isCollateral(asset);
  }

  /// Returns an asset's mark in billionths of a whole unit of account, or 0 where there is none.
  public long markE9(int asset) {
    return state.assets.markE9(asset);
  }

  /// Returns an asset's index price in billionths of a whole unit of account, or 0 where there is
  /// none: what was published last, or what was read off a market at the last advance of the clock.
  public long indexE9(int asset) {
    return state.assets.indexE9(asset);
  }

  /// Returns whether a clamp holds the asset's mark and the marks of its futures.
  public boolean isClamped(int asset) {
    return state.assets.isClamped(asset);
  }

  /// Returns the market that an asset's index is read off, or
  /// [org.plimsoll.protocol.ClockCommand.SetIndexSource#PUBLISHED].
  public int indexMarket(int asset) {
    return state.assets.indexMarket(asset);
  }

  /// Returns an account's signed balance: positive is owed to it.
  public long balance(int account, int asset) {
    return state.ledger.customerBalance(account, asset);
  }

  /// Returns how much of an asset the account's resting orders would bring it if all filled.
  public long ordersWouldBring(int account, int asset) {
    return state.openOrders.brings(account, asset);
  }

  /// Returns how much of an asset the account's resting orders would take from it if all filled.
  public long ordersWouldTake(int account, int asset) {
    return state.openOrders.takes(account, asset);
  }

  /// Returns the custody policy that binds.
  public CustodyPolicy custodyPolicy() {
    return state.custodyPolicy();
  }

  /// Returns the taker fee in billionths that the terms of lending go by.
  public long lendingTakerFeeE9() {
    return state.lendingTakerFeeE9;
  }

  /// Returns what the account offers to lend of an asset.
  public long offered(int account, int asset) {
    return state.offers.amount(account, asset);
  }

  /// Returns the least hourly rate of the account's offer in billionths, 0 where it has none.
  public long offeredRateE9(int account, int asset) {
    return state.offers.rateE9(account, asset);
  }

  /// Returns what is lent of the account's balance since the last clearing.
  public long lent(int account, int asset) {
    return state.offers.lent(account, asset);
  }

  /// Returns what the account cannot spend of its balance because it is offered or lent.
  public long reserved(int account, int asset) {
    return state.offers.reserved(account, asset);
  }

  /// Returns how many orders of the account rest, over all markets.
  public int openOrderCount(int account) {
    return state.openOrders.count(account);
  }

  /// Returns how many resting orders there is a place for: the most that have rested at once.
  public int orderSlots() {
    return state.resting.slots();
  }

  /// Returns an order that rests, or nothing if none of that number does.
  public Optional<RestingOrder> order(long order) {
    return RestingOrder.of(state.resting, order);
  }

  /// Shows the resting orders of an account, over all markets, the oldest first.
  public void forEachOrderOf(int account, Consumer<RestingOrder> visitor) {
    RestingOrder.forEachOf(account, state.resting, visitor);
  }

  /// Returns the orders that wait for the mark, by their numbers.
  public SortedMap<Long, PlaceTrigger> triggers() {
    return state.triggers.byNumber();
  }

  /// Returns the leverage that an account has chosen.
  public int leverage(int account) {
    return state.leverage.chosen(account);
  }

  /// Returns the margin rules that bind.
  public MarginEra marginEra() {
    return state.leverage.era();
  }

  /// Returns the mark of a futures market in ticks, or 0 while there is none.
  public long futureMarkTicks(int market) {
    return future(market).markTicks();
  }

  /// Returns an account's signed position in a futures market, in lots.
  public long positionLots(int account, int market) {
    return future(market).positions().lots(account);
  }

  /// Returns what an account's position has cost since it was last settled, in the smallest unit of
  /// account.
  public long positionCost(int account, int market) {
    return future(market).positions().cost(account);
  }

  /// Returns the lots of an account's resting orders of one side in a futures market.
  public long restingLots(int account, int market, Side side) {
    return future(market).positions().restingLots(account, side);
  }

  /// Returns the profit of an account's position that is not yet money, in the smallest unit of
  /// account.
  public long unrealized(int account, int market) {
    return future(market).margin().unrealized(account);
  }

  /// Returns what a futures market's settlement has taken in and not yet paid out, in the smallest
  /// unit of account; negative where it has paid out more.
  public long settlementBalance(int market) {
    return state.ledger.settlementBalance(market, 0);
  }

  /// Returns how much of an asset is there at a custody location.
  public long onHand(int custody, int asset) {
    return state.ledger.onHand(custody, asset);
  }

  /// Returns the signed balance of the venue's own account for a purpose: positive is its own.
  public long venueBalance(VenueAccount purpose, int asset) {
    return state.ledger.venueBalance(purpose, asset);
  }

  /// Returns how much of an asset the account has asked for and not been sent.
  public long pending(int account, int asset) {
    return state.ledger.pending(account, asset);
  }

  /// Returns how much of an asset may count as collateral and be owed.
  public CollateralCaps caps(int asset) {
    return state.assets.caps(asset);
  }

  /// Returns how much of the account's balance counts at the initial weight.
  public long counted(int account, int asset) {
    long balance = balance(account, asset);
    return balance <= 0 ? 0 : state.assets.counted(asset, balance, 0);
  }

  /// Returns where weights for maintenance are going, by asset.
  public List<WeightPath> weightPaths() {
    return List.copyOf(state.weightPaths.values());
  }

  /// Returns how much of an asset the account has staked.
  public long staked(int account, int asset) {
    return state.ledger.staked(account, asset);
  }

  /// Returns how much of its stake waits to come free.
  public long unstaking(int account) {
    return state.token.unstaking(account);
  }

  /// Returns when it may, in nanoseconds since 1970; without meaning where nothing waits.
  public long unstakedNs(int account) {
    return state.token.releaseNs(account);
  }

  /// Returns the terms of the exchange token, or nothing while nobody has named one.
  public Optional<SetExchangeToken> exchangeToken() {
    return Optional.ofNullable(state.token.terms());
  }

  /// Returns how many exchange tokens have been burned, in their smallest unit.
  public long burned() {
    return state.token.burned();
  }

  /// Returns how withdrawals of an asset are paid.
  public WithdrawalPolicy withdrawalPolicy(int asset) {
    return state.withdrawals.queue(asset).policy();
  }

  /// Returns the withdrawals of an asset that wait, oldest first.
  public List<WithdrawalRequested> withdrawals(int asset) {
    return state.withdrawals.queue(asset).waiting();
  }

  /// Returns the quotes that have neither been accepted nor expired, by number.
  public List<OfferQuote> quotes() {
    return state.quotes.all();
  }

  /// Returns the leveraged tokens, in the order of listing.
  public List<ListLeveragedToken> leveragedTokens() {
    return state.funds.all().stream().map(TokenFund::listing).toList();
  }

  /// Returns how much of a leveraged token is outstanding, 0 of any other asset.
  public long issued(int asset) {
    return state.ledger.issued(asset);
  }

  /// Returns whether a leveraged token's fund is trading back to its target.
  public boolean isRebalancing(int asset) {
    return state.funds.isRebalancing(asset);
  }

  /// Returns what the owners of accounts pay for trading who no longer pay what everybody pays at
  /// first, by the owner's number.
  public List<FeesFixed> fees() {
    return state.fees.changed();
  }

  /// Returns what an owner pays at first.
  public static FeesFixed firstFees(int owner) {
    return FeeTable.firstFees(owner);
  }

  /// Returns every privilege that anybody has, by privilege, then by account.
  public List<HeldPrivilege> privileges() {
    return state.privileges.all();
  }

  /// Returns the account's stage as it was last told: healthy unless it is in liquidation.
  public MarginStage marginStage(int account) {
    return state.liquidations.stage(account);
  }

  /// Returns where an account stands: its value, what is required of it, and what it has free.
  public AccountStanding standing(int account) {
    return standings.of(account);
  }

  /// Returns where an account stands in a futures market.
  public PositionStanding positionStanding(int account, int market) {
    return standings.ofPosition(account, future(market));
  }

  /// Returns how much of an asset an account may take out, and asks the gates about 100 times.
  public BalanceStanding balanceStanding(int account, int asset) {
    return standings.ofBalance(account, asset);
  }

  /// Returns by which waterfall accounts are liquidated.
  public LiquidationProfile liquidationProfile() {
    return state.liquidations.profile;
  }

  /// Returns what an account has pledged to take over as a backstop provider.
  public PledgeBackstop pledge(int account) {
    return state.backstop.pledge(account);
  }

  /// Returns the published figures that somebody set, with what is shown instead.
  public SortedMap<PublishedFigure, Long> overriddenFigures() {
    return new TreeMap<>(state.overriddenFigures);
  }

  /// Returns the best price of a market's resting orders of a side in ticks, or 0 if none rests.
  public long bestTicks(int market, Side side) {
    return state.markets.get(market).book().bestTicks(side);
  }

  /// Shows the resting orders of a market: bids, then asks, each from the best price, the oldest
  /// first.
  public void forEachOrder(int market, RestingOrderVisitor visitor) {
    state.markets.get(market).book().forEach(visitor);
  }

  private FuturesMarket future(int market) {
    return (FuturesMarket) state.markets.get(market);
  }
}
