package org.plimsoll.ecosystem.exchange;

import java.util.Optional;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.VenueView;

/// The venue as one account's owner has it on screen: commands for that account, its own balances
/// and positions, and what everybody can see. Nothing of anybody else.
public final class Terminal {
  private final Exchange exchange;
  private final int account;

  Terminal(Exchange exchange, int account) {
    this.exchange = exchange;
    this.account = account;
  }

  /// Returns the account's number.
  public int account() {
    return account;
  }

  /// Returns the holder of the world's ledger to whom the account belongs.
  public int holder() {
    return exchange.holderOfAccount(account);
  }

  /// Places a limit order that rests.
  ///
  /// @return its number, or 0 if it was refused
  public long limit(int market, Side side, long priceTicks, long lots) {
    return limit(market, side, priceTicks, lots, TimeInForce.GOOD_TILL_CANCELED);
  }

  /// Places a limit order.
  ///
  /// @return its number, or 0 if it was refused
  public long limit(int market, Side side, long priceTicks, long lots, TimeInForce life) {
    return exchange.limit(account, market, side, priceTicks, lots, life, false);
  }

  /// Places a market order.
  ///
  /// @return its number, or 0 if it was refused
  public long market(int market, Side side, long lots) {
    return exchange.market(account, market, side, lots, false);
  }

  /// Places a market order that only makes a position smaller.
  ///
  /// @return its number, or 0 if it was refused
  public long reduce(int market, Side side, long lots) {
    return exchange.market(account, market, side, lots, true);
  }

  /// Cancels one order.
  public void cancel(int market, long order) {
    exchange.cancel(account, market, order);
  }

  /// Cancels all orders of the account in a market.
  public void cancelAll(int market) {
    exchange.ask(new CancelAllOrders(account, market, Sides.BOTH));
  }

  /// Brings something to the venue that the holder has.
  ///
  /// @param amount positive, and not more than the holder has
  public boolean deposit(int asset, long amount, int custody) {
    return exchange.ask(new DepositAsset(account, asset, amount, custody));
  }

  /// Asks to be sent something: at the venue's desk where there is one, else at the venue itself.
  ///
  /// @return whether the request was taken; at a desk it may fail later
  public boolean withdraw(int asset, long amount, int custody) {
    return exchange.withdraw(account, asset, amount, custody);
  }

  /// Asks anything else that is about this account.
  public boolean ask(DeskCommand command) {
    return exchange.ask(command);
  }

  /// Returns why the last command was refused, or nothing if it was not.
  public Optional<RefusalReason> refusal() {
    return exchange.refusal();
  }

  /// Hears of the account's trades from here on.
  public void listen(FillListener listener) {
    exchange.listen(account, listener);
  }

  /// Returns the account's signed balance.
  public long balance(int asset) {
    return exchange.books().balance(account, asset);
  }

  /// Returns what the account has asked for and not been sent.
  public long pending(int asset) {
    return exchange.books().pending(account, asset);
  }

  /// Returns what the account has asked the venue's desk for and the venue has not heard of yet: it
  /// is still part of the balance.
  public long waiting(int asset) {
    return exchange.waiting(account, asset);
  }

  /// Returns the account's position in a futures market, in lots.
  public long positionLots(int market) {
    return exchange.books().positionLots(account, market);
  }

  /// Returns the profit of a position that is not yet money, in the smallest unit of account.
  public long unrealized(int market) {
    return exchange.books().unrealized(account, market);
  }

  /// Returns how many orders of the account rest.
  public int openOrders() {
    return exchange.books().openOrderCount(account);
  }

  /// Returns the mark of an asset, which everybody can see, in billionths; 0 where there is none.
  public long markE9(int asset) {
    return exchange.books().markE9(asset);
  }

  /// Returns the index of an asset in billionths; 0 where there is none.
  public long indexE9(int asset) {
    return exchange.books().indexE9(asset);
  }

  /// Returns the mark of a future in ticks; 0 where there is none.
  public long futureMarkTicks(int market) {
    return exchange.books().futureMarkTicks(market);
  }

  /// Returns the best price of a side of a market in ticks; 0 where nobody quotes.
  public long bestTicks(int market, Side side) {
    return exchange.books().bestTicks(market, side);
  }

  /// Returns the price of the last trade in ticks; 0 before the first.
  public long lastTicks(int market) {
    return exchange.lastTicks(market);
  }

  /// Returns how many lots have been traded in a market so far.
  public long tradedLots(int market) {
    return exchange.tradedLots(market);
  }

  /// Returns how a market is listed, which everybody can see.
  public MarketListing listing(int market) {
    return exchange.books().markets().get(market);
  }

  /// Returns how an asset is defined, which everybody can see.
  public DefineAsset definition(int asset) {
    return exchange.books().asset(asset);
  }

  /// Returns how much a custody location could send of an asset, which whoever asks for more of it
  /// is told.
  public long onHand(int custody, int asset) {
    return exchange.books().onHand(custody, asset);
  }

  /// Returns whether a withdrawal of an asset would be sent at once, as the venue's page says: not
  /// where withdrawals are stopped or somebody waits.
  public boolean sendsAtOnce(int asset) {
    return exchange.books().withdrawalPolicy(asset).mode() == WithdrawalMode.IMMEDIATE
        && exchange.books().withdrawals(asset).isEmpty();
  }

  /// Returns how many of a leveraged token so much money buys at the price that the venue publishes
  /// for one: what its fund is worth over all that are there, or the first price of the first.
  ///
  /// @param money in the smallest unit of account
  /// @throws IllegalArgumentException if the token is not a leveraged one
  public long tokensFor(int token, long money) {
    VenueView books = exchange.books();
    ListLeveragedToken listing =
        books.leveragedTokens().stream()
            .filter(each -> each.asset() == token)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("token is not a leveraged token"));
    long issued = books.issued(token);
    if (issued == 0) {
      double unit = Exact.powerOfTen(books.asset(token).decimals());
      double dollarUnit = Exact.powerOfTen(books.asset(0).decimals());
      return (long) (money / (listing.firstPriceE9() / 1e9 * dollarUnit) * unit);
    }
    long worth =
        books.balance(listing.fund(), 0) + books.unrealized(listing.fund(), listing.market());
    return worth <= 0 ? 1 : Math.max(1, Exact.mulDiv(issued, money, worth, Rounding.FLOOR));
  }
}
