package org.plimsoll.server.store;

import java.util.Collections;

/// How rows get into the tables. A batch is written statement by statement in this order, so what
/// makes a row stands before what changes it.
enum Statement {
  ASSET("assets", "id, code, decimals"),
  MARKET("markets", "id, name, base, tick_e9, lot, is_future, expiry_ns"),
  ACCOUNT("accounts", "id, parent, name, opened_ns"),
  ACCOUNT_RENAMED("UPDATE accounts SET name = ? WHERE id = ?"),
  CUSTODY("custody_locations", "id, kind, name"),
  TRANSFER("transfers", "id, sequence, time_ns, cause, asset, from_address, to_address, amount"),
  SHORTFALL("shortfalls", "id, time_ns, kind, account, asset, market, amount"),
  CLIENT_TEXT(
      2,
      "INSERT INTO client_texts (account, client_order, text) VALUES (?, ?, ?)"
          + " ON CONFLICT (account, client_order) DO UPDATE SET text = excluded.text"),
  ORDER(
      "orders",
      "id, account, market, side, is_market, price_ticks, quantity_lots, time_in_force,"
          + " is_reduce_only, client_order, is_liquidation, time_ns, filled_lots, cost_tick_lots,"
          + " status"),
  ORDER_FILLED(
      "UPDATE orders SET filled_lots = filled_lots + ?, cost_tick_lots = cost_tick_lots + ?,"
          + " closed_ns = CASE WHEN filled_lots + ? = quantity_lots THEN ? ELSE closed_ns END,"
          + " status = CASE WHEN filled_lots + ? = quantity_lots THEN 'FILLED' ELSE status END"
          + " WHERE id = ?"),
  ORDER_CANCELED(
      "UPDATE orders SET status = 'CANCELED', closed_ns = ?, cancel_cause = ? WHERE id = ?"),
  TRADE("trades", "id, time_ns, market, taker_side, price_ticks, quantity_lots, is_liquidation"),
  FILL(
      "fills",
      "id, time_ns, trade_id, order_id, account, market, side, price_ticks, quantity_lots,"
          + " is_maker, fee_asset, fee, is_liquidation"),
  CANDLE(
      3,
      "INSERT INTO candles (market, seconds, start_ns, open_ticks, high_ticks, low_ticks,"
          + " close_ticks, volume_lots, volume_tick_lots, trades)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (market, seconds, start_ns) DO UPDATE SET"
          + " high_ticks = excluded.high_ticks, low_ticks = excluded.low_ticks,"
          + " close_ticks = excluded.close_ticks, volume_lots = excluded.volume_lots,"
          + " volume_tick_lots = excluded.volume_tick_lots, trades = excluded.trades"),
  TRIGGER(
      "triggers",
      "id, account, market, kind, side, trigger_ticks, limit_ticks, quantity_lots,"
          + " is_reduce_only, time_ns, status"),
  TRIGGER_CLOSED("UPDATE triggers SET status = ?, closed_ns = ? WHERE id = ?"),
  TRIGGER_PLACED("UPDATE triggers SET order_id = ? WHERE id = ?"),
  TRIGGER_REFUSED(
      "UPDATE triggers SET status = 'REFUSED', refusal = ?, required = ?, available = ?"
          + " WHERE id = ?"),
  FUNDING_RATE("funding_rates", "id, time_ns, market, rate_e9"),
  FUNDING_PAYMENT("funding_payments", "id, time_ns, market, account, payment, rate_e9"),
  LENDING_RATE("lending_rates", "id, time_ns, asset, rate_e9, borrow_rate_e9, demand, matched"),
  INTEREST("interest", "id, time_ns, account, asset, is_earned, size, rate_e9, amount"),
  DEPOSIT("deposits", "id, time_ns, account, asset, amount, custody"),
  WITHDRAWAL("withdrawals", "id, time_ns, account, asset, amount, custody, status"),
  WITHDRAWAL_CLOSED("UPDATE withdrawals SET status = ?, closed_ns = ? WHERE id = ?"),
  MOVE("moves", "id, time_ns, from_account, to_account, asset, amount"),
  QUOTE(
      "quotes",
      "id, time_ns, counterparty, account, from_asset, to_asset, from_amount, to_amount,"
          + " expires_ns, status"),
  QUOTE_CLOSED("UPDATE quotes SET status = ?, closed_ns = ? WHERE id = ?"),
  LEVERAGED_TOKEN(
      "leveraged_tokens", "id, time_ns, account, asset, is_creation, tokens, worth, fee"),
  STAKE("stakes", "id, time_ns, account, kind, amount"),
  STAKE_KEPT(
      "UPDATE stakes SET kind = 'KEPT' WHERE id = ? AND account = ? AND amount = ?"
          + " AND kind = 'ASKED_BACK'"),
  LIQUIDATION(
      "liquidations",
      "id, time_ns, kind, account, stage, counterparty, market, asset, order_id, lots, amount,"
          + " counter_amount, by_fund, by_capital, by_profits, by_nobody"),
  EXPIRATION("expirations", "id, time_ns, market, account, lots, price_ticks"),
  EXEMPTION("exemptions", "id, time_ns, account, privilege, amount"),
  DECISION("decisions", "id, time_ns, command, terms, reason, granter, second_granter");

  private final int keys;
  private final String sql;

  Statement(String sql) {
    this(0, sql);
  }

  /// Creates one that replaces the row with the same keys, which are the first of its values.
  Statement(int keys, String sql) {
    this.keys = keys;
    this.sql = sql;
  }

  Statement(String table, String columns) {
    int count = columns.split(",").length;
    this.keys = 0;
    this.sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(table, columns, String.join(", ", Collections.nCopies(count, "?")));
  }

  /// Returns how many of the first values tell the row that is replaced; 0 if none is.
  int keys() {
    return keys;
  }

  String sql() {
    return sql;
  }
}
