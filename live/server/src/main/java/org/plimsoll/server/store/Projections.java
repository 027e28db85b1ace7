package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.Event;
import org.plimsoll.server.exchange.Happening;

/// All tables at once.
final class Projections {
  private final Rows rows = new Rows();
  private final List<Projection> all =
      List.of(
          new ListingRows(rows),
          new TransferRows(rows),
          new OrderRows(rows),
          new CandleRows(rows),
          new TriggerRows(rows),
          new FuturesRows(rows),
          new LendingRows(rows),
          new CashRows(rows),
          new TokenRows(rows),
          new LiquidationRows(rows),
          new ControlRows(rows));

  /// Returns the rows of a command.
  ///
  /// @param clockNs the venue's time after it
  /// @param isNews whether they are wanted; if not there are none, but they are counted
  List<Row> rows(Happening happening, long clockNs, boolean isNews) {
    rows.begin(happening.sequence(), clockNs, isNews);
    List<Event> events = happening.events();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event instanceof DueWorkBegan due) {
        rows.beginDue(due.dueNs());
      }
      List<Event> rest = events.subList(i + 1, events.size());
      for (Projection projection : all) {
        projection.on(event, rest);
      }
    }
    all.forEach(Projection::end);
    return rows.take();
  }
}
