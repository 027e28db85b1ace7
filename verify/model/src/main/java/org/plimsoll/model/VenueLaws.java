package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.mirror.ControlLog;
import org.plimsoll.mirror.PictureProjection;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventDecoder;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// The laws of the venue, each tried on the real one from its first command on.
public final class VenueLaws {
  /// A venue so small that histories reach its bounds.
  public static final NaiveVenue.Sizes SIZES = new NaiveVenue.Sizes(5, 7, 3, 4, 4, 6, 3);

  static final Limits LIMITS =
      new Limits(
          SIZES.assets(),
          SIZES.accounts(),
          SIZES.custody(),
          SIZES.markets(),
          SIZES.clients(),
          SIZES.ordersPerAccount(),
          SIZES.stepsPerCommand());

  private VenueLaws() {}

  /// Returns every law.
  public static List<Law> all() {
    return List.of(
        new Law("no command throws", VenueLaws::nothingThrows),
        new Law("naive equals fast", VenueLaws::naiveEqualsFast),
        new Law("custody identity and ledger balance", VenueLaws::moneyAddsUp),
        new Law("one answer to every command", VenueLaws::everyCommandHasOneAnswer),
        new Law("trades by price, then time", VenueLaws::tradesFollowPriceAndTime),
        new Law("who asks first is paid first", VenueLaws::whoAsksFirstIsPaidFirst),
        new Law("replay equals live", VenueLaws::replayEqualsLive),
        new Law("same bytes twice", VenueLaws::sameBytesTwice),
        new Law("events survive their codec", VenueLaws::eventsSurviveTheirCodec),
        new Law("reserved equals what rests", VenueLaws::reservedEqualsWhatRests),
        new Law("positions sum to zero", VenueLaws::positionsSumToZero),
        new Law("accepted orders keep collateral", CollateralLaws::acceptedOrdersKeepCollateral),
        new Law("no fill leaves an uncovered debt", CollateralLaws::noFillLeavesAnUncoveredDebt),
        new Law("amending is canceling and placing", OrderLaws::amendingIsCancelingAndPlacing),
        new Law("canceling everything reserves nothing", OrderLaws::cancelingAllReservesNothing),
        new Law("privileges are found from events", VenueLaws::privilegesAreFoundFromEvents),
        new Law("reserved for lending is there", LendingLaws::reservedIsThere),
        new Law("only what may be lent is lent", LendingLaws::onlyWhatMayBeLentIsLent),
        new Law("interest conserves", LendingLaws::interestConserves),
        new Law("tokens are what holders have", LeveragedTokenLaws::tokensAreWhatHoldersHave),
        new Law("nobody's token pays for another's", LeveragedTokenLaws::nobodysTokenPaysForAnothers),
        new Law("picture of events equals picture of state", VenueLaws::bothPicturesAreEqual));
  }

  private static void nothingThrows(List<Request> history) {
    Venue venue = new Venue(LIMITS, new EventEncoder());
    for (Request request : history) {
      request.deliverTo(venue);
    }
  }

  private static void naiveEqualsFast(List<Request> history) {
    NaiveVenue naive = new NaiveVenue(SIZES);
    Live fast = new Live();
    for (Request request : history) {
      List<Event> expected = naive.apply(request);
      BrokenLaw.unlessEqual(expected, fast.apply(request), "events of " + request);
    }
  }

  private static void moneyAddsUp(List<Request> history) {
    MoneyChecker money = new MoneyChecker();
    Live live = new Live();
    for (Request request : history) {
      money.onCommand(request, live.apply(request));
      checkBalances(money.ledger(), live.venue.view());
    }
  }

  private static void checkBalances(NaiveLedger ledger, VenueView view) {
    for (int asset = 0; asset < view.assetCount(); asset++) {
      for (int account = 0; account < view.accounts().size(); account++) {
        BrokenLaw.unlessEqual(
            ledger.balance(account, asset),
            BigInteger.valueOf(view.balance(account, asset)),
            "balance of account " + account + ", asset " + asset);
        BrokenLaw.unlessEqual(
            ledger.pending(account, asset),
            BigInteger.valueOf(view.pending(account, asset)),
            "pending of account " + account + ", asset " + asset);
      }
      for (int place = 0; place < view.custody().size(); place++) {
        BrokenLaw.unlessEqual(
            ledger.onHand(place, asset),
            BigInteger.valueOf(view.onHand(place, asset)),
            "on hand at " + place + ", asset " + asset);
      }
      for (VenueAccount purpose : VenueAccount.values()) {
        BrokenLaw.unlessEqual(
            ledger.balance(purpose.ordinal() | NaiveLedger.VENUE_BIT, asset),
            BigInteger.valueOf(view.venueBalance(purpose, asset)),
            "own " + purpose + ", asset " + asset);
      }
    }
  }

  private static void everyCommandHasOneAnswer(List<Request> history) {
    watch(history, new AnswerChecker());
  }

  private static void tradesFollowPriceAndTime(List<Request> history) {
    watch(history, new TradeChecker());
  }

  private static void whoAsksFirstIsPaidFirst(List<Request> history) {
    watch(history, new WithdrawalChecker());
  }

  private static void watch(List<Request> history, HistoryChecker checker) {
    Live live = new Live();
    for (Request request : history) {
      checker.onCommand(request, live.apply(request));
    }
  }

  private static void replayEqualsLive(List<Request> history) {
    EventEncoder liveEvents = new EventEncoder();
    EventEncoder replayedEvents = new EventEncoder();
    Venue live = new Venue(LIMITS, liveEvents);
    Venue replayed = new Venue(LIMITS, replayedEvents);
    CommandEncoder journal = new CommandEncoder();
    CommandDispatcher dispatcher = new CommandDispatcher();
    for (Request request : history) {
      request.deliverTo(live);
      request.deliverTo(journal);
      DecodeResult result = dispatcher.dispatch(journal.bytes(), 0, journal.length(), replayed);
      BrokenLaw.unlessEqual(DecodeResult.OK, result, "decoding of " + request);
      BrokenLaw.unlessEqual(
          live.view().stateHash(), replayed.view().stateHash(), "state after " + request);
    }
    BrokenLaw.unless(Arrays.equals(bytes(liveEvents), bytes(replayedEvents)), "event bytes differ");
  }

  private static void sameBytesTwice(List<Request> history) {
    BrokenLaw.unless(Arrays.equals(run(history), run(history)), "two runs differ");
  }

  private static byte[] run(List<Request> history) {
    EventEncoder events = new EventEncoder();
    Venue venue = new Venue(LIMITS, events);
    history.forEach(request -> request.deliverTo(venue));
    events.onCommandSequenced(venue.view().stateHash(), 0, 0);
    return bytes(events);
  }

  private static byte[] bytes(EventEncoder encoder) {
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }

  private static void eventsSurviveTheirCodec(List<Request> history) {
    EventEncoder encoder = new EventEncoder();
    Venue encoded = new Venue(LIMITS, encoder);
    Live live = new Live();
    EventDecoder decoder = new EventDecoder();
    for (Request request : history) {
      encoder.clear();
      request.deliverTo(encoded);
      EventDecoder.Decoded decoded = decoder.decode(encoder.bytes(), 0, encoder.length());
      BrokenLaw.unlessEqual(
          new EventDecoder.Decoded(DecodeResult.OK, live.apply(request)),
          decoded,
          "events of " + request);
    }
  }

  private static void reservedEqualsWhatRests(List<Request> history) {
    Live live = new Live();
    for (Request request : history) {
      live.apply(request);
      new RestingSums(live.venue.view()).check();
    }
  }

  /// Whoever has the events needs to ask nobody which rules bind whom, and how often they did not.
  private static void privilegesAreFoundFromEvents(List<Request> history) {
    ControlLog log = new ControlLog();
    Live live = new Live();
    for (Request request : history) {
      live.apply(request).forEach(log);
      BrokenLaw.unlessEqual(
          live.venue.view().privileges(), log.privileges(), "privileges after " + request);
      BrokenLaw.unlessEqual(
          live.venue.view().overriddenFigures(), log.overriddenFigures(), "figures");
    }
  }

  /// Over all accounts, the lots of a future sum to zero, and what they have cost to what the
  /// settlement has paid out before it was paid in.
  private static void positionsSumToZero(List<Request> history) {
    Live live = new Live();
    for (Request request : history) {
      live.apply(request);
      VenueView view = live.venue.view();
      for (MarketListing listing : view.markets()) {
        if (listing instanceof ListFuture future) {
          int market = future.market();
          long lots = 0;
          long cost = view.settlementBalance(market);
          for (int account = 0; account < view.accounts().size(); account++) {
            lots += view.positionLots(account, market);
            cost += view.positionCost(account, market);
          }
          BrokenLaw.unlessEqual(0L, lots, "lots of " + future.name());
          BrokenLaw.unlessEqual(0L, cost, "cost of " + future.name());
        }
      }
    }
  }

  /// The mirror's two ways to a picture share nothing, so an event that is missing or tells less
  /// than what happened sets them apart.
  private static void bothPicturesAreEqual(List<Request> history) {
    PictureProjection projection = new PictureProjection();
    Live live = new Live();
    for (Request request : history) {
      live.apply(request).forEach(projection);
      BrokenLaw.unlessEqual(
          VenuePicture.of(live.venue.view()), projection.picture(), "picture after " + request);
    }
  }

  /// The real venue, with the events of one command at a time.
  static final class Live {
    private final List<Event> heard = new ArrayList<>();
    final Venue venue = new Venue(LIMITS, new EventRecorder(heard::add));

    VenueView view() {
      return venue.view();
    }

    List<Event> apply(Request request) {
      heard.clear();
      request.deliverTo(venue);
      return List.copyOf(heard);
    }
  }
}
