package org.plimsoll.server.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What can be asked of the store. Nothing here looks at the venue; what the answer to a command
/// did is there after [Store#awaitPosition].
///
/// Every read throws [StoreException] if the store has stopped or does not answer.
public final class Queries {
  private final Store store;

  Queries(Store store) {
    this.store = store;
  }

  /// Returns an order by the venue's number.
  public Optional<Kept.Order> order(long id) {
    return last(new Filter<>(Table.ORDERS).where("id = ?", id));
  }

  /// Returns the last order that an account has called by a number.
  ///
  /// @param clientOrder not 0
  public Optional<Kept.Order> orderOfClient(int account, long clientOrder) {
    return last(
        new Filter<>(Table.ORDERS)
            .where("account = ?", account)
            .where("client_order = ? AND client_order <> 0", clientOrder));
  }

  /// Returns the open orders of an account, in one market or all, the oldest first.
  public List<Kept.Order> openOrders(int account, OptionalInt market) {
    return all(
        new Filter<>(Table.ORDERS)
            .where("account = ?", account)
            .where("market", market)
            .where("closed_ns IS NULL"));
  }

  /// Returns the orders of an account by when they came, open ones too.
  public Page<Kept.Order> orders(int account, OptionalInt market, Span span) {
    return page(of(Table.ORDERS, account).where("market", market), span);
  }

  /// Returns the fills of an account.
  public Page<Kept.Fill> fills(int account, OptionalInt market, Span span) {
    return page(of(Table.FILLS, account).where("market", market), span);
  }

  /// Returns one side of a trade.
  public Optional<Kept.Fill> fill(long id) {
    return last(new Filter<>(Table.FILLS).where("id = ?", id));
  }

  /// Returns the fills of an order.
  public Page<Kept.Fill> fillsOfOrder(long order, Span span) {
    return page(new Filter<>(Table.FILLS).where("order_id = ?", order), span);
  }

  /// Returns the trades of a market.
  public Page<Kept.Trade> trades(int market, Span span) {
    return page(new Filter<>(Table.TRADES).where("market = ?", market), span);
  }

  /// Returns the newest candles of a market within a time, the oldest of them first. There is none
  /// where there was no trade.
  ///
  /// @param seconds how long each is, a multiple of 15; it begins at a multiple of that since 1970
  /// @param fromNs within the first candle
  /// @param toNs within the last
  public List<Kept.Candle> candles(int market, int seconds, long fromNs, long toNs, int limit) {
    CandleQuery query = CandleQuery.of(market, seconds, fromNs, toNs, limit);
    return store.ask(query::ask);
  }

  /// Returns an order that waits for the mark, or has.
  public Optional<Kept.Trigger> trigger(long id) {
    return last(new Filter<>(Table.TRIGGERS).where("id = ?", id));
  }

  /// Returns the orders of an account that wait for the mark, the oldest first.
  public List<Kept.Trigger> openTriggers(int account, OptionalInt market) {
    return all(
        new Filter<>(Table.TRIGGERS)
            .where("account = ?", account)
            .where("market", market)
            .where("closed_ns IS NULL"));
  }

  /// Returns the orders of an account that wait for the mark or have, by when they came.
  public Page<Kept.Trigger> triggers(int account, OptionalInt market, Span span) {
    return page(of(Table.TRIGGERS, account).where("market", market), span);
  }

  /// Returns the hourly funding rates of one perpetual or all.
  public Page<Kept.FundingRate> fundingRates(OptionalInt market, Span span) {
    return page(new Filter<>(Table.FUNDING_RATES).where("market", market), span);
  }

  /// Returns the funding that an account paid and got.
  public Page<Kept.FundingPayment> fundingPayments(int account, OptionalInt market, Span span) {
    return page(of(Table.FUNDING_PAYMENTS, account).where("market", market), span);
  }

  /// Returns the hourly rates of loans of one asset or all.
  public Page<Kept.LendingRate> lendingRates(OptionalInt asset, Span span) {
    return page(new Filter<>(Table.LENDING_RATES).where("asset", asset), span);
  }

  /// Returns what an account paid for what it borrowed, by the hour.
  public Page<Kept.Interest> borrowHistory(int account, Span span) {
    return page(of(Table.INTEREST, account).where("is_earned = ?", false), span);
  }

  /// Returns what an account earned by lending, by the hour.
  public Page<Kept.Interest> lendingHistory(int account, Span span) {
    return page(of(Table.INTEREST, account).where("is_earned = ?", true), span);
  }

  /// Returns the deposits of an account.
  public Page<Kept.Deposit> deposits(int account, Span span) {
    return page(of(Table.DEPOSITS, account), span);
  }

  /// Returns the withdrawals of an account, by when they were asked for.
  public Page<Kept.Withdrawal> withdrawals(int account, Span span) {
    return page(of(Table.WITHDRAWALS, account), span);
  }

  /// Returns what was moved between an account and others of its owner.
  public Page<Kept.Move> moves(int account, Span span) {
    return page(
        new Filter<>(Table.MOVES).where("(from_account = ? OR to_account = ?)", account, account),
        span);
  }

  /// Returns a quote.
  public Optional<Kept.Quote> quote(long id) {
    return last(new Filter<>(Table.QUOTES).where("id = ?", id));
  }

  /// Returns the quotes that an account was offered.
  public Page<Kept.Quote> quotes(int account, Span span) {
    return page(of(Table.QUOTES, account), span);
  }

  /// Returns the quotes that an account has accepted; their time is when it did.
  public Page<Kept.Quote> conversions(int account, Span span) {
    return page(of(Table.CONVERSIONS, account), span);
  }

  /// Returns the leveraged tokens that an account created and redeemed.
  public Page<Kept.TokenOrder> tokenOrders(int account, Span span) {
    return page(of(Table.TOKEN_ORDERS, account), span);
  }

  /// Returns what happened to an account's stake.
  public Page<Kept.Stake> stakes(int account, Span span) {
    return page(of(Table.STAKES, account), span);
  }

  /// Returns what happened to accounts that failed, to one or all.
  public Page<Kept.Liquidation> liquidations(OptionalInt account, Span span) {
    return page(new Filter<>(Table.LIQUIDATIONS).where("account", account), span);
  }

  /// Returns where a rule did not bind, for one account or all.
  public Page<Kept.Exemption> exemptions(OptionalInt account, Span span) {
    return page(new Filter<>(Table.EXEMPTIONS).where("account", account), span);
  }

  /// Returns all that moved to a ledger account and from it.
  ///
  /// @param address of a ledger account ([org.plimsoll.ledger.LedgerAccount])
  public Page<Kept.Transfer> transfers(int address, Span span) {
    return page(
        new Filter<>(Table.TRANSFERS)
            .where("(from_address = ? OR to_address = ?)", address, address),
        span);
  }

  private static <T extends Kept> Filter<T> of(Table<T> table, int account) {
    return new Filter<>(table).where("account = ?", account);
  }

  private <T extends Kept> Page<T> page(Filter<T> filter, Span span) {
    return store.ask(connection -> filter.page(connection, span));
  }

  private <T extends Kept> List<T> all(Filter<T> filter) {
    return store.ask(filter::all);
  }

  private <T extends Kept> Optional<T> last(Filter<T> filter) {
    return store.ask(filter::last);
  }
}
