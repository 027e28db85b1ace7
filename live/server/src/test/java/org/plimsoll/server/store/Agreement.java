package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.venue.VenueView;

/// Holds a store against the venue whose history it was told, and its tables against each other.
public record Agreement(Store store, VenueView view, String name) {
  /// Checks balances, open orders and what waits against the venue, and tables against each other.
  public void check() {
    for (int asset = 0; asset < view.assetCount(); asset++) {
      balances(asset);
    }
    openOrders();
    waiting();
    tables();
  }

  private void balances(int asset) {
    for (int i = 0; i < view.accounts().size(); i++) {
      same(view.balance(i, asset), moved(LedgerAccount.customer(i), asset));
      same(view.pending(i, asset), moved(LedgerAccount.pending(i), asset));
      same(view.staked(i, asset), moved(LedgerAccount.staked(i), asset));
    }
    for (int i = 0; i < view.custody().size(); i++) {
      same(view.onHand(i, asset), -moved(LedgerAccount.custody(i), asset));
    }
    for (VenueAccount purpose : VenueAccount.values()) {
      same(view.venueBalance(purpose, asset), moved(LedgerAccount.venue(purpose), asset));
    }
    for (int i = 0; i < view.markets().size(); i++) {
      if (asset == 0 && view.markets().get(i) instanceof ListFuture) {
        same(view.settlementBalance(i), moved(LedgerAccount.settlement(i), asset));
      }
    }
    if (view.issued(asset) != 0) {
      same(view.issued(asset), -moved(LedgerAccount.issued(), asset));
    }
  }

  private long moved(int address, int asset) {
    return number(
        "SELECT COALESCE(SUM(CASE WHEN to_address = %d THEN amount ELSE -amount END), 0)"
            + " FROM transfers WHERE (to_address = %d OR from_address = %d) AND asset = %d",
        address, address, address, asset);
  }

  private void openOrders() {
    List<List<Long>> resting = new ArrayList<>();
    for (int market = 0; market < view.markets().size(); market++) {
      view.forEachOrder(
          market,
          (order, account, side, price, leaves) ->
              resting.add(List.of(order, (long) account, price, leaves)));
    }
    List<List<Long>> open = new ArrayList<>();
    for (int i = 0; i < view.accounts().size(); i++) {
      for (Kept.Order order : store.queries().openOrders(i, OptionalInt.empty())) {
        long leaves = order.quantityLots() - order.filledLots();
        open.add(List.of(order.id(), (long) order.account(), order.priceTicks(), leaves));
      }
    }
    assertThat(open).as(name).containsExactlyInAnyOrderElementsOf(resting);
  }

  private void waiting() {
    List<Long> triggers = new ArrayList<>();
    for (int i = 0; i < view.accounts().size(); i++) {
      store.queries().openTriggers(i, OptionalInt.empty()).forEach(t -> triggers.add(t.id()));
    }
    assertThat(triggers)
        .as(name)
        .containsExactlyInAnyOrderElementsOf(view.triggers().sequencedKeySet());
    long withdrawals = 0;
    for (int asset = 0; asset < view.assetCount(); asset++) {
      withdrawals +=
          view.withdrawals(asset).stream().mapToLong(WithdrawalRequested::withdrawal).sum();
    }
    same(withdrawals, number("SELECT SUM(id) FROM withdrawals WHERE status = 'REQUESTED'"));
    same(
        view.quotes().stream().mapToLong(OfferQuote::quote).sum(),
        number("SELECT SUM(id) FROM quotes WHERE status = 'OPEN'"));
  }

  private void tables() {
    same(
        number("SELECT SUM(amount) FROM transfers WHERE cause IN ('TAKER_FEE', 'MAKER_FEE')")
            - number("SELECT SUM(amount) FROM transfers WHERE cause = 'REBATE'"),
        number("SELECT SUM(fee) FROM fills"));
    same(
        number("SELECT SUM(filled_lots) FROM orders"),
        number("SELECT SUM(quantity_lots) FROM fills"));
    same(
        number("SELECT SUM(cost_tick_lots) FROM orders"),
        number("SELECT SUM(price_ticks * quantity_lots) FROM fills"));
    for (int seconds : CandleRows.SECONDS) {
      same(
          number("SELECT SUM(quantity_lots) FROM trades"),
          number("SELECT SUM(volume_lots) FROM candles WHERE seconds = %d", seconds));
    }
    same(transfers("DEPOSIT"), number("SELECT SUM(amount) FROM deposits"));
    same(transfers("MOVE"), number("SELECT SUM(amount) FROM moves"));
    same(
        transfers("WITHDRAWAL"),
        number("SELECT SUM(amount) FROM withdrawals WHERE status = 'SENT'"));
    same(
        transfers("INTEREST_PAID"), number("SELECT SUM(amount) FROM interest WHERE NOT is_earned"));
    same(transfers("INTEREST_EARNED"), number("SELECT SUM(amount) FROM interest WHERE is_earned"));
    same(transfers("TOKEN_FEE"), number("SELECT SUM(fee) FROM leveraged_tokens"));
    same(transfers("STAKE"), number("SELECT SUM(amount) FROM stakes WHERE kind = 'STAKED'"));
    same(
        number("SELECT SUM(from_amount + to_amount) FROM quotes WHERE status = 'ACCEPTED'"),
        transfers("CONVERSION"));
    same(
        number(
            "SELECT SUM(CASE WHEN from_address < %d THEN amount ELSE -amount END) FROM transfers"
                + " WHERE cause = 'FUNDING' AND (from_address < %d OR to_address < %d)",
            1 << 28, 1 << 28, 1 << 28),
        number("SELECT SUM(payment) FROM funding_payments"));
  }

  private long transfers(String cause) {
    return number("SELECT SUM(amount) FROM transfers WHERE cause = '%s'", cause);
  }

  @SuppressWarnings("AnnotateFormatMethod") // every statement is in this file
  private long number(String sql, Object... values) {
    return store.ask(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery(sql.formatted(values))) {
        found.next();
        return found.getLong(1);
      }
    });
  }

  private void same(long expected, long found) {
    assertThat(found).as(name).isEqualTo(expected);
  }
}
