package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.exchange.Frozen;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.v1.Route.Ask;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// What would have come of the venue if a price had moved after one of its commands: history goes
/// on another way on a copy, and the venue that runs hears nothing of it.
///
/// The futures of the asset are halted, so that their marks follow its price, and nobody sends an
/// order any more. Then the venue's clock goes on for as long as is asked, and whoever fails is
/// liquidated by the waterfall; if it does not go on at all, nobody is.
final class Branch {
  static final int COPIES_MAX = 2;
  static final int SECONDS_MAX = 600;
  private static final int CLIENT = 0;

  private final Rewind rewind;
  private final Sheets sheets;
  private final Semaphore copies = new Semaphore(COPIES_MAX);

  Branch(Rewind rewind, Sheets sheets) {
    this.rewind = rewind;
    this.sheets = sheets;
  }

  Object answer(Ask ask) {
    Body body = Body.of(ask.call().body(), "sequence", "asset", "factor", "seconds");
    long sequence = Body.steps("sequence", body.decimal("sequence"), BigDecimal.ONE);
    long seconds = Body.steps("seconds", body.decimal("seconds"), BigDecimal.ONE);
    long factorE9 = Body.steps("factor", body.decimal("factor"), BigDecimal.valueOf(1, 9));
    if (sequence < 1 || seconds < 0 || seconds > SECONDS_MAX || factorE9 <= 0) {
      throw NativeError.invalid(
          "'sequence' is from 1, 'seconds' 0 to " + SECONDS_MAX + ", 'factor' above 0");
    }
    if (!copies.tryAcquire()) {
      throw new NativeError(503, "as many ask what would have been as may; try again");
    }
    try {
      Trial trial = new Trial(rewind.freeze(sequence), sheets);
      return trial.tree(body.text("asset"), factorE9, seconds);
    } catch (Rewind.Lost lost) {
      throw new NativeError(lost.isLater() ? 503 : 404, String.valueOf(lost.getMessage()));
    } finally {
      copies.release();
    }
  }

  private static final class Trial {
    private final Sheets sheets;
    private final Venue venue;
    private final Set<Integer> liquidated = new HashSet<>();
    private long sent = Long.MAX_VALUE / 2;
    private long lost;

    Trial(Frozen then, Sheets sheets) {
      this.sheets = sheets;
      venue = then.thaw(new EventRecorder(this::on));
    }

    Map<String, @Nullable Object> tree(String code, long factorE9, long seconds) {
      VenueView view = venue.view();
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("before", sheets.sheet(view));
      int asset = Named.asset(view, code).asset();
      long before = view.markE9(asset);
      if (asset == 0 || before == 0) {
        throw NativeError.invalid(code + " has no price that could move");
      }
      if (seconds == 0) {
        send(Change.profile(LiquidationProfile.OFF));
      }
      long after = Exact.mulDivOrMax(before, factorE9, Exact.ONE_E9, Rounding.FLOOR);
      Change.Price.move(view, asset, after).forEach(this::send);
      long from = view.clockNs();
      for (long second = Math.min(1, seconds); second <= seconds; second++) {
        send(new AdvanceTime(from + second * Exact.ONE_E9, second));
      }
      tree.put("after", sheets.sheet(view));
      tree.put("asset", code);
      tree.put("from", Decimals.e9(before));
      tree.put("to", Decimals.e9(view.markE9(asset)));
      tree.put("liquidated", liquidated.size());
      tree.put("loss", Decimals.of(lost, view.asset(0).decimals()));
      return tree;
    }

    private void send(Command command) {
      new Request(CLIENT, ++sent, command).deliverTo(venue);
    }

    private void on(Event event) {
      switch (event) {
        case CommandRefused refused ->
            throw NativeError.invalid("the venue refuses that: " + refused.reason());
        case MarginStageSet(int account, MarginStage stage) when stage != MarginStage.HEALTHY ->
            liquidated.add(account);
        case LossBorne borne -> lost = Math.addExact(lost, borne.loss());
        default -> {
          // of no interest here
        }
      }
    }
  }
}
