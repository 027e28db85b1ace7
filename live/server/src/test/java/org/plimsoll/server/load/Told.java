package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.server.store.Agreement;
import org.plimsoll.server.store.Store;
import org.plimsoll.venue.VenueView;

/// What the journal of a directory tells, from its first command to its last.
final class Told {
  private final SortedMap<Long, Accepted> orders = new TreeMap<>();
  private final SortedMap<Long, String> names = new TreeMap<>();
  private final List<TradeExecuted> trades = new ArrayList<>();
  private VenueView view;

  /// An order that was accepted.
  ///
  /// @param text what its client calls it; empty if nothing
  record Accepted(int account, int market, long priceTicks, long quantityLots, String text) {}

  private Told() {}

  /// Goes through the journal of a server's directory, which must not run, and holds the books.
  static Told of(Path data) throws Exception {
    Told told = new Told();
    try (DiskStorage storage = DiskStorage.open(data.resolve("journal"));
        Replay replay = Replay.longest(storage, new EventRecorder(told::on))) {
      while (replay.next()) {
        // the events are what is wanted
      }
      told.view = replay.venue().view();
    }
    told.requireBalanced();
    return told;
  }

  /// Returns every order that was ever accepted, by number.
  SortedMap<Long, Accepted> orders() {
    return orders;
  }

  /// Returns every trade, in order.
  List<TradeExecuted> trades() {
    return trades;
  }

  /// Returns the venue as it is at the end.
  VenueView view() {
    return view;
  }

  /// Holds the store of the same directory against it.
  void requireAgrees(Path data) {
    try (Store store = Store.open("jdbc:sqlite:" + data.resolve("store.db"))) {
      new Agreement(store, view, data.toString()).check();
    }
  }

  private void on(Event event) {
    switch (event) {
      case CommandApplied(NoteClientOrder note) ->
          names.put(note.clientOrder(), note.text().text());
      case LimitOrderAccepted e ->
          keep(
              e.order(),
              e.account(),
              e.market(),
              e.priceTicks(),
              e.quantityLots(),
              e.clientOrder());
      case MarketOrderAccepted e ->
          keep(e.order(), e.account(), e.market(), 0, e.quantityLots(), e.clientOrder());
      case TradeExecuted trade -> trades.add(trade);
      default -> {}
    }
  }

  private void keep(long id, int account, int market, long ticks, long lots, long clientOrder) {
    String text = clientOrder == 0 ? "" : names.get(clientOrder);
    assertThat(orders.put(id, new Accepted(account, market, ticks, lots, text))).isNull();
  }

  /// The identity of the books for every asset: what is there is somebody's.
  private void requireBalanced() {
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long there = view.issued(asset);
      for (int custody = 0; custody < view.custody().size(); custody++) {
        there += view.onHand(custody, asset);
      }
      assertThat(owed(asset)).as(view.asset(asset).code()).isEqualTo(there);
    }
  }

  private long owed(int asset) {
    long owed = 0;
    for (VenueAccount purpose : VenueAccount.values()) {
      owed += view.venueBalance(purpose, asset);
    }
    for (int account = 0; account < view.accounts().size(); account++) {
      owed += view.balance(account, asset) + view.pending(account, asset);
      owed += view.staked(account, asset);
    }
    for (var market : view.markets()) {
      owed += asset == 0 ? view.settlementBalance(market.market()) : 0;
    }
    return owed;
  }
}
