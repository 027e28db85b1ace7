package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LeveragedTokenEvent;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// Two venues with one history. One caps every asset; then the market falls. What is sold by force
/// for a fall of prices, and so R, must be the same in both. Funds of leveraged tokens and the
/// treasury trade of their own accord: where there are some, the first that goes another way must
/// be an order of theirs which the cap refuses or a privilege lets through, and no more may be
/// liquidated.
class CapsForceNoSaleTest {
  private static final int SEEDS = 600;
  private static final int COMMANDS = 300;
  private static final int SECONDS = 40;
  private static final long SECOND = 1_000_000_000L;
  private static final long ALL = Long.MAX_VALUE;
  private static final List<CollateralCaps> CAPS =
      List.of(
          new CollateralCaps(0, ALL, 0),
          new CollateralCaps(ALL, 0, Limits.LENDING_MAX),
          new CollateralCaps(ALL, 1_000_000, 1_000_000));

  @Test
  void enforcingACapInAFallingMarketNeverRaisesWhatIsSold() {
    long forced = 0;
    long otherwise = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Request> history = history(seed);
      Aftermath free = afterwards(history, Optional.empty());
      for (CollateralCaps caps : CAPS) {
        Aftermath capped = afterwards(history, Optional.of(caps));
        if (!capped.events.equals(free.events)) {
          assertThat(free.tradesItself).as("seed %d", seed).isTrue();
          assertThat(capped.sales()).as("seed %d", seed).isLessThanOrEqualTo(free.sales());
          checkThatAnOwnOrderBegan(capped.events, free.events);
          otherwise++;
        }
      }
      forced += free.sales();
    }
    assertThat(forced).as("liquidations that a cap could have made worse").isGreaterThan(50);
    assertThat(otherwise).as("histories that went another way").isGreaterThan(20);
  }

  /// The first thing that goes another way is an order which a fund or the treasury wanted to send.
  private static void checkThatAnOwnOrderBegan(List<Event> capped, List<Event> free) {
    int same = 0;
    while (capped.get(same).equals(free.get(same))) {
      same++;
    }
    Event work =
        capped.subList(0, same).stream()
            .filter(ClockEvent.DueWorkBegan.class::isInstance)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(((ClockEvent.DueWorkBegan) work).work()).isIn(DueWork.REBALANCING, DueWork.BUYBACK);
    assertThat(capped.get(same))
        .isInstanceOfAny(
            LeveragedTokenEvent.ChildOrderRefused.class,
            TokenEvent.BuybackRefused.class,
            ControlEvent.ExemptionUsed.class);
  }

  private record Aftermath(List<Event> events, boolean tradesItself) {
    long sales() {
      return events.stream().filter(LiquidationEvent.class::isInstance).count();
    }
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
  private static Aftermath afterwards(List<Request> history, Optional<CollateralCaps> caps) {
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
    caps.ifPresent(c -> cap(tail, view.assetCount(), c));
    tail.heard.clear();
    for (int i = 0; i < SECONDS; i++) {
      fall(tail, view);
    }
    tail.heard.removeIf(Event.CommandSequenced.class::isInstance);
    return new Aftermath(
        tail.heard, !view.leveragedTokens().isEmpty() || view.exchangeToken().isPresent());
  }

  /// Caps every asset, as far as its own bound goes.
  private static void cap(Tail tail, int assets, CollateralCaps caps) {
    for (int asset = 0; asset < assets; asset++) {
      long most = Math.min(caps.accountMax(), tail.venue.view().caps(asset).accountMax());
      tail.send(
          new CollateralCommand.CapCollateral(
              asset, most, caps.venueMax(), caps.borrowMax(), "fall", "one", "two"));
    }
  }

  /// Lets both venues have nothing left to do, since a command more does more of it. One that is
  /// refused makes nothing new due.
  private static void catchUp(Tail tail, VenueView view) {
    tail.send(new ClockCommand.AdvanceTime(view.clockNs(), 0));
    do {
      tail.heard.clear();
      tail.send(new ClockCommand.ActivateRules(0));
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
