package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// Two venues with one history. One caps every asset at nothing; then the market falls. What is
/// sold by force for a fall of prices, and so R, must be the same in both.
class CapsForceNoSaleTest {
  private static final int SEEDS = 400;
  private static final int COMMANDS = 300;
  private static final int SECONDS = 40;
  private static final long SECOND = 1_000_000_000L;

  @Test
  void enforcingACapInAFallingMarketNeverRaisesWhatIsSold() {
    long forced = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Request> history = history(seed);
      List<Event> free = afterwards(history, false);
      assertThat(afterwards(history, true)).as("seed %d", seed).isEqualTo(free);
      forced += free.stream().filter(LiquidationEvent.class::isInstance).count();
    }
    assertThat(forced).as("liquidations that a cap could have made worse").isGreaterThan(50);
  }

  private static List<Request> history(long seed) {
    CommandGen gen = new CommandGen(new Seeds(seed), new NaiveVenue(VenueLaws.SIZES));
    List<Request> history = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      history.add(gen.next().request());
    }
    return history;
  }

  /// Returns what a falling market brings about.
  private static List<Event> afterwards(List<Request> history, boolean isCapped) {
    Tail tail = new Tail();
    history.forEach(request -> request.deliverTo(tail.venue));
    VenueView view = tail.venue.view();
    tail.send(
        new LiquidationCommand.SetLiquidationProfile(
            LiquidationProfile.FTX_2022, "fall", "one", "two"));
    view.triggers()
        .forEach((number, order) ->
            tail.send(new TradingCommand.CancelTrigger(order.account(), number)));
    catchUp(tail, view);
    if (!view.leveragedTokens().isEmpty()) {
      return List.of();
    }
    for (int asset = 0; isCapped && asset < view.assetCount(); asset++) {
      tail.send(new CollateralCommand.CapCollateral(asset, 0, 0, "fall", "one", "two"));
    }
    tail.heard.clear();
    for (int i = 0; i < SECONDS; i++) {
      fall(tail, view);
    }
    tail.heard.removeIf(Event.CommandSequenced.class::isInstance);
    return tail.heard;
  }

  /// Lets both venues have nothing left to do, since a command more does more of it.
  private static void catchUp(Tail tail, VenueView view) {
    do {
      tail.heard.clear();
      tail.send(new ClockCommand.AdvanceTime(view.clockNs(), 0));
    } while (tail.heard.stream().anyMatch(ClockEvent.DueWorkBegan.class::isInstance));
  }

  private static void fall(Tail tail, VenueView view) {
    for (int asset = 1; asset < view.assetCount(); asset++) {
      long lower = view.markE9(asset) / 100 * 97;
      if (lower > 0) {
        tail.send(new ClockCommand.PublishIndexPrice(asset, lower));
      }
    }
    tail.send(new ClockCommand.AdvanceTime(view.clockNs() + SECOND, view.clockNs()));
  }

  private static final class Tail {
    private static final long AFTER_ALL_OTHERS = 1L << 40;

    private final List<Event> heard = new ArrayList<>();
    private final Venue venue = new Venue(VenueLaws.LIMITS, new EventRecorder(heard::add));
    private long clientSequence = AFTER_ALL_OTHERS;

    void send(Command command) {
      new Request(0, ++clientSequence, command).deliverTo(venue);
    }
  }
}
