package org.plimsoll.server.store;

import java.sql.SQLException;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// A table that can be read by time, and how a row of it becomes a record.
///
/// @param columns in the order in which `reading` takes them
record Table<T extends Kept>(String name, String columns, Reading<T> reading) {
  static final Table<Kept.Order> ORDERS =
      new Table<>(
          "orders",
          "id, account, market, side, is_market, price_ticks, quantity_lots, time_in_force,"
              + " is_reduce_only, client_order,"
              + " (SELECT text FROM client_texts t WHERE t.account = orders.account"
              + " AND t.client_order = orders.client_order), is_liquidation, time_ns, filled_lots,"
              + " cost_tick_lots, status, closed_ns, cancel_cause",
          Table::order);
  static final Table<Kept.Trade> TRADES =
      new Table<>(
          "trades",
          "id, time_ns, market, taker_side, price_ticks, quantity_lots, is_liquidation",
          c ->
              new Kept.Trade(
                  c.number(),
                  c.number(),
                  c.integer(),
                  c.word(Side.class),
                  c.number(),
                  c.number(),
                  c.flag()));
  static final Table<Kept.Fill> FILLS =
      new Table<>(
          "fills",
          "id, time_ns, trade_id, order_id, account, market, side, price_ticks, quantity_lots,"
              + " is_maker, fee_asset, fee, is_liquidation",
          Table::fill);
  static final Table<Kept.Trigger> TRIGGERS =
      new Table<>(
          "triggers",
          "id, account, market, kind, side, trigger_ticks, limit_ticks, quantity_lots,"
              + " is_reduce_only, time_ns, status, closed_ns, order_id, refusal, required,"
              + " available",
          Table::trigger);
  static final Table<Kept.FundingRate> FUNDING_RATES =
      new Table<>(
          "funding_rates",
          "id, time_ns, market, rate_e9",
          c -> new Kept.FundingRate(c.number(), c.number(), c.integer(), c.number()));
  static final Table<Kept.FundingPayment> FUNDING_PAYMENTS =
      new Table<>(
          "funding_payments",
          "id, time_ns, market, account, payment, rate_e9",
          c ->
              new Kept.FundingPayment(
                  c.number(), c.number(), c.integer(), c.integer(), c.number(), c.number()));
  static final Table<Kept.LendingRate> LENDING_RATES =
      new Table<>(
          "lending_rates",
          "id, time_ns, asset, rate_e9, borrow_rate_e9, demand, matched",
          c ->
              new Kept.LendingRate(
                  c.number(),
                  c.number(),
                  c.integer(),
                  c.number(),
                  c.number(),
                  c.number(),
                  c.number()));
  static final Table<Kept.Interest> INTEREST =
      new Table<>(
          "interest",
          "id, time_ns, account, asset, is_earned, size, rate_e9, amount",
          c ->
              new Kept.Interest(
                  c.number(),
                  c.number(),
                  c.integer(),
                  c.integer(),
                  c.flag(),
                  c.number(),
                  c.number(),
                  c.number()));
  static final Table<Kept.Deposit> DEPOSITS =
      new Table<>(
          "deposits",
          "id, time_ns, account, asset, amount, custody",
          c ->
              new Kept.Deposit(
                  c.number(), c.number(), c.integer(), c.integer(), c.number(), c.integer()));
  static final Table<Kept.Withdrawal> WITHDRAWALS =
      new Table<>(
          "withdrawals",
          "id, time_ns, account, asset, amount, custody, status, closed_ns",
          c ->
              new Kept.Withdrawal(
                  c.number(),
                  c.number(),
                  c.integer(),
                  c.integer(),
                  c.number(),
                  c.integer(),
                  c.word(Kept.WithdrawalStatus.class),
                  c.numberIfAny()));
  static final Table<Kept.Move> MOVES =
      new Table<>(
          "moves",
          "id, time_ns, from_account, to_account, asset, amount",
          c ->
              new Kept.Move(
                  c.number(), c.number(), c.integer(), c.integer(), c.integer(), c.number()));
  static final Table<Kept.Quote> QUOTES =
      new Table<>(
          "quotes",
          "id, time_ns, counterparty, account, from_asset, to_asset, from_amount, to_amount,"
              + " expires_ns, status, closed_ns",
          Table::quote);

  /// The quotes that were accepted, by when they were.
  static final Table<Kept.Quote> CONVERSIONS =
      new Table<>(
          "(SELECT id, closed_ns AS time_ns, counterparty, account, from_asset, to_asset,"
              + " from_amount, to_amount, expires_ns, status, closed_ns FROM quotes"
              + " WHERE status = 'ACCEPTED') AS conversions",
          QUOTES.columns(),
          Table::quote);

  static final Table<Kept.TokenOrder> TOKEN_ORDERS =
      new Table<>(
          "leveraged_tokens",
          "id, time_ns, account, asset, is_creation, tokens, worth, fee",
          c ->
              new Kept.TokenOrder(
                  c.number(),
                  c.number(),
                  c.integer(),
                  c.integer(),
                  c.flag(),
                  c.number(),
                  c.number(),
                  c.number()));
  static final Table<Kept.Stake> STAKES =
      new Table<>(
          "stakes",
          "id, time_ns, account, kind, amount",
          c ->
              new Kept.Stake(
                  c.number(), c.number(), c.integer(), c.word(Kept.StakeKind.class), c.number()));
  static final Table<Kept.Liquidation> LIQUIDATIONS =
      new Table<>(
          "liquidations",
          "id, time_ns, kind, account, stage, counterparty, market, asset, order_id, lots, amount,"
              + " counter_amount, by_fund, by_capital, by_profits, by_nobody",
          Table::liquidation);
  static final Table<Kept.Exemption> EXEMPTIONS =
      new Table<>(
          "exemptions",
          "id, time_ns, account, privilege, amount",
          c ->
              new Kept.Exemption(
                  c.number(), c.number(), c.integer(), c.word(Privilege.class), c.number()));
  static final Table<Kept.Transfer> TRANSFERS =
      new Table<>(
          "transfers",
          "id, sequence, time_ns, cause, asset, from_address, to_address, amount",
          c ->
              new Kept.Transfer(
                  c.number(),
                  c.number(),
                  c.number(),
                  c.word(Cause.class),
                  c.integer(),
                  c.integer(),
                  c.integer(),
                  c.number()));

  /// Makes a record of a row.
  interface Reading<T> {
    T read(Columns columns) throws SQLException;
  }

  private static Kept.Order order(Columns c) throws SQLException {
    return new Kept.Order(
        c.number(),
        c.integer(),
        c.integer(),
        c.word(Side.class),
        c.flag(),
        c.number(),
        c.number(),
        c.word(TimeInForce.class),
        c.flag(),
        c.number(),
        c.textIfAny(),
        c.flag(),
        c.number(),
        c.number(),
        c.number(),
        c.word(Kept.OrderStatus.class),
        c.numberIfAny(),
        c.wordIfAny(CancelCause.class));
  }

  private static Kept.Fill fill(Columns c) throws SQLException {
    return new Kept.Fill(
        c.number(),
        c.number(),
        c.number(),
        c.number(),
        c.integer(),
        c.integer(),
        c.word(Side.class),
        c.number(),
        c.number(),
        c.flag(),
        c.integer(),
        c.number(),
        c.flag());
  }

  private static Kept.Trigger trigger(Columns c) throws SQLException {
    return new Kept.Trigger(
        c.number(),
        c.integer(),
        c.integer(),
        c.word(TriggerKind.class),
        c.word(Side.class),
        c.number(),
        c.number(),
        c.number(),
        c.flag(),
        c.number(),
        c.word(Kept.TriggerStatus.class),
        c.numberIfAny(),
        c.numberIfAny(),
        c.wordIfAny(RefusalReason.class),
        c.numberIfAny(),
        c.numberIfAny());
  }

  private static Kept.Quote quote(Columns c) throws SQLException {
    return new Kept.Quote(
        c.number(),
        c.number(),
        c.integer(),
        c.integer(),
        c.integer(),
        c.integer(),
        c.number(),
        c.number(),
        c.number(),
        c.word(Kept.QuoteStatus.class),
        c.numberIfAny());
  }

  private static Kept.Liquidation liquidation(Columns c) throws SQLException {
    return new Kept.Liquidation(
        c.number(),
        c.number(),
        c.word(Kept.LiquidationKind.class),
        c.integer(),
        c.wordIfAny(MarginStage.class),
        c.integerIfAny(),
        c.integerIfAny(),
        c.integerIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny(),
        c.numberIfAny());
  }
}
