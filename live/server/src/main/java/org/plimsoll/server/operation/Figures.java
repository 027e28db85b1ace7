package org.plimsoll.server.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.http.DoorCounts;
import org.plimsoll.server.solvency.Alarms;
import org.plimsoll.server.solvency.Reading;
import org.plimsoll.server.solvency.Watch;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.store.StoreStatus;
import org.plimsoll.server.v1.LiquidationSweep;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.VenueView;

/// What a monitor is told of a server.
///
/// @param exchange of the server, as are the others
public record Figures(
    Exchange exchange,
    Store store,
    Watch watch,
    Alarms alarms,
    LiquidationSweep sweep,
    DoorCounts counts) {
  /// One figure.
  ///
  /// @param name in small letters with dots, without what all have in common
  /// @param label what `of` is; empty if the figure stands alone
  record Figure(String name, String label, String of, double value) {
    static Figure of(String name, double value) {
      return new Figure(name, "", "", value);
    }
  }

  /// Returns all of them.
  ///
  /// @throws IllegalStateException if the venue has stopped
  List<Figure> now() {
    List<Figure> figures = new ArrayList<>();
    long sequence = exchange.ask(VenueView::sequence);
    StoreStatus status = store.status();
    figures.add(Figure.of("commands", (double) sequence));
    figures.add(new Figure("queue.waiting", "queue", "watch", watch.waiting()));
    figures.add(new Figure("queue.waiting", "queue", "store", status.rowsWaiting()));
    figures.add(Figure.of("store.position", (double) status.position()));
    figures.add(Figure.of("store.lag", (double) (sequence - status.position())));
    figures.add(Figure.of("store.waited.seconds", status.waitedNs() / 1e9));
    figures.add(Figure.of("alarms.raised", alarms.raised().size()));
    exchange.cluster().ifPresent(standing -> cluster(figures, standing));
    door(figures);
    accounts(figures);
    figures.addAll(exchange.ask(Figures::fund));
    watch.latest().ifPresent(reading -> solvency(figures, reading, sequence));
    return figures;
  }

  private static void cluster(List<Figure> figures, LearnerStanding standing) {
    figures.add(Figure.of("cluster.node", standing.node()));
    figures.add(Figure.of("cluster.leader", standing.leader()));
    figures.add(Figure.of("cluster.term", (double) standing.term()));
    figures.add(Figure.of("cluster.position", (double) standing.position()));
    figures.add(Figure.of("cluster.lag.bytes", (double) standing.lagBytes()));
  }

  private void door(List<Figure> figures) {
    figures.add(Figure.of("door.calls", (double) counts.calls()));
    figures.add(Figure.of("door.refused", (double) counts.refused()));
    figures.add(Figure.of("door.failed", (double) counts.failed()));
    figures.add(Figure.of("door.lines", (double) counts.lines()));
    figures.add(Figure.of("door.lines.cut", (double) counts.cut()));
    figures.add(Figure.of("door.messages", (double) counts.messages()));
  }

  private void accounts(List<Figure> figures) {
    LiquidationSweep.Result seen = sweep.result();
    figures.add(Figure.of("accounts.below.zero", seen.belowZero()));
    for (MarginStage stage : MarginStage.values()) {
      if (stage != MarginStage.HEALTHY) {
        String name = stage.name().toLowerCase(Locale.ROOT);
        figures.add(
            new Figure(
                "accounts.in.liquidation", "stage", name, seen.stages().getOrDefault(stage, 0)));
      }
    }
  }

  private static List<Figure> fund(VenueView view) {
    List<Figure> figures = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long units = view.venueBalance(VenueAccount.INSURANCE, asset);
      double whole = units / StrictMath.pow(10, view.asset(asset).decimals());
      figures.add(new Figure("insurance.fund", "asset", view.asset(asset).code(), whole));
    }
    return figures;
  }

  private static void solvency(List<Figure> figures, Reading reading, long sequence) {
    figures.add(Figure.of("watch.lag", (double) (sequence - reading.sequence())));
    figures.add(Figure.of("watch.took.seconds", reading.tookNs() / 1e9));
    for (LiquidityLadder.Rung rung : reading.ladder().rungs()) {
      figures.add(new Figure("coverage", "within", rung.within(), rung.cover(Corner.CAREFUL)));
    }
    for (CollateralLoad load : reading.loads().firstEntry().getValue()) {
      figures.add(new Figure("load.share", "collateral", load.asset(), load.share(Corner.CAREFUL)));
    }
    for (MarginalSpiral spiral : reading.careful()) {
      double gain = spiral.withoutExemptions().total();
      figures.add(new Figure("spiral.r", "collateral", spiral.asset(), gain));
    }
  }
}
