package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.mirror.ControlLog;
import org.plimsoll.mirror.PictureProjection;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventDecoder;
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

  /// The same as bounds of the real venue.
  public static final Limits LIMITS =
      new Limits(
          SIZES.assets(),
          SIZES.accounts(),
          SIZES.custody(),
          SIZES.markets(),
          SIZES.clients(),
          SIZES.ordersPerAccount(),
          SIZES.stepsPerCommand());

  /// The law that is broken where nothing else can be tried any more.
  static final String NO_COMMAND_THROWS = "no command throws";

  private VenueLaws() {}

  /// Returns every law.
  public static List<Law> all() {
    return List.of(
        new Law(NO_COMMAND_THROWS, () -> (_, _) -> {}), // a run does not go on past what is thrown
        new Law("naive equals fast", () -> VenueLaws::naiveEqualsFast),
        new Law("custody identity and ledger balance", VenueLaws::moneyAddsUp),
        new Law("one answer to every command", () -> watch(new AnswerChecker())),
        new Law("trades by price, then time", () -> watch(new TradeChecker())),
        new Law("who asks first is paid first", () -> watch(new WithdrawalChecker())),
        new Law("replay equals live", () -> new ReplayWatch(true)),
        new Law("same bytes twice", () -> new ReplayWatch(false)),
        new Law("a restored venue goes on alike", SnapshotWatch::new),
        new Law("events survive their codec", () -> VenueLaws::eventsSurviveTheirCodec),
        new Law("reserved equals what rests", () -> VenueLaws::reservedEqualsWhatRests),
        new Law("positions sum to zero", () -> VenueLaws::positionsSumToZero),
        new Law("the order book is never crossed", () -> BookLaws::neverCrossed),
        new Law("nobody is past his position cap", () -> BookLaws::nobodyIsPastHisCap),
        new Law("insertion order is irrelevant", InsertionOrderWatch::new),
        new Law("accepted orders keep collateral", CollateralLaws.AcceptedOrders::new),
        new Law("no fill leaves an uncovered debt", CollateralLaws.UncoveredDebts::new),
        new Law("amending is canceling and placing", OrderLaws.Amending::new),
        new Law("canceling everything reserves nothing", OrderLaws::cancelingAllReservesNothing),
        new Law("privileges are found from events", VenueLaws::privilegesAreFoundFromEvents),
        new Law("reserved for lending is there", LendingLaws::reservedIsThere),
        new Law("only what may be lent is lent", LendingLaws::onlyWhatMayBeLentIsLent),
        new Law("interest conserves", LendingLaws::interestConserves),
        new Law("clamped marks move slowly", PriceLaws.ClampedMarks::new),
        new Law("expired futures keep nothing", PriceLaws.ExpiredFutures::new),
        new Law("bands miss nobody", () -> LiquidationLaws::bandsMissNobody),
        new Law("accounts are shown what binds them", () -> StandingLaws::shownAsReckoned),
        new Law("losses are borne in order", () -> watch(new LossChecker())),
        new Law("maintenance moves as announced", CapLaws.MaintenanceMoves::new),
        new Law("nobody borrows beyond a cap", CapLaws.BorrowCaps::new),
        new Law("all together count no more than a cap", CapLaws.VenueCaps::new),
        new Law("fees conserve", () -> watch(new FeeChecker())),
        new Law("tokens are what holders have", () -> LeveragedTokenLaws::tokensAreWhatHoldersHave),
        new Law("nobody's token pays for another's", LeveragedTokenLaws.SharesKeepTheirWorth::new),
        new Law("a flow trades its part", LeveragedTokenLaws.FlowsTradeTheirPart::new),
        new Law("picture of events equals picture of state", VenueLaws::bothPicturesAreEqual));
  }

  /// Returns the laws for which commands and events are enough.
  public static List<Law> ofEvents() {
    return List.of(
        new Law("naive equals fast", () -> VenueLaws::naiveEqualsFast),
        new Law("money adds up", () -> watch(new MoneyChecker())),
        new Law("one answer to every command", () -> watch(new AnswerChecker())),
        new Law("trades by price, then time", () -> watch(new TradeChecker())),
        new Law("who asks first is paid first", () -> watch(new WithdrawalChecker())),
        new Law("events survive their codec", () -> VenueLaws::eventsSurviveTheirCodec),
        new Law("losses are borne in order", () -> watch(new LossChecker())),
        new Law("fees conserve", () -> watch(new FeeChecker())));
  }

  private static void naiveEqualsFast(Request request, LawRun run) {
    if (!run.twinEvents().equals(run.events())) {
      BrokenLaw.unlessEqual(run.twinEvents(), run.events(), "events of " + request);
    }
  }

  private static RunWatch moneyAddsUp() {
    MoneyChecker money = new MoneyChecker();
    return (request, run) -> {
      money.onCommand(request, run.events());
      checkBalances(money.ledger(), run.view());
    };
  }

  private static void checkBalances(NaiveLedger ledger, VenueView view) {
    for (int i = 0; i < view.assetCount(); i++) {
      int asset = i;
      for (int j = 0; j < view.accounts().size(); j++) {
        int account = j;
        BrokenLaw.unlessEqual(
            ledger.balance(account, asset),
            BigInteger.valueOf(view.balance(account, asset)),
            () -> "balance of account " + account + ", asset " + asset);
        BrokenLaw.unlessEqual(
            ledger.pending(account, asset),
            BigInteger.valueOf(view.pending(account, asset)),
            () -> "pending of account " + account + ", asset " + asset);
      }
      for (int k = 0; k < view.custody().size(); k++) {
        int place = k;
        BrokenLaw.unlessEqual(
            ledger.onHand(place, asset),
            BigInteger.valueOf(view.onHand(place, asset)),
            () -> "on hand at " + place + ", asset " + asset);
      }
      for (VenueAccount purpose : VenueAccount.values()) {
        BrokenLaw.unlessEqual(
            ledger.balance(purpose.ordinal() | NaiveLedger.VENUE_BIT, asset),
            BigInteger.valueOf(view.venueBalance(purpose, asset)),
            () -> "own " + purpose + ", asset " + asset);
      }
    }
  }

  private static RunWatch watch(HistoryChecker checker) {
    return (request, run) -> checker.onCommand(request, run.events());
  }

  private static void eventsSurviveTheirCodec(Request request, LawRun run) {
    byte[] bytes = run.bytes();
    EventDecoder.Decoded decoded = new EventDecoder().decode(bytes, 0, bytes.length);
    BrokenLaw.unlessEqual(
        new EventDecoder.Decoded(DecodeResult.OK, run.events()), decoded, "events");
  }

  private static void reservedEqualsWhatRests(Request request, LawRun run) {
    new RestingSums(run.view()).check();
  }

  /// Whoever has the events needs to ask nobody which rules bind whom, and how often they did not.
  private static RunWatch privilegesAreFoundFromEvents() {
    ControlLog log = new ControlLog();
    return (_, run) -> {
      run.events().forEach(log);
      VenueView view = run.view();
      BrokenLaw.unlessEqual(view.privileges(), log.privileges(), "privileges");
      BrokenLaw.unlessEqual(view.overriddenFigures(), log.overriddenFigures(), "figures");
    };
  }

  /// Over all accounts, the lots of a future sum to zero, and what they have cost to what the
  /// settlement has paid out before it was paid in.
  private static void positionsSumToZero(Request request, LawRun run) {
    VenueView view = run.view();
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

  /// The mirror's two ways to a picture share nothing, so an event that is missing or tells less
  /// than what happened sets them apart.
  private static RunWatch bothPicturesAreEqual() {
    PictureProjection projection = new PictureProjection();
    return (_, run) -> {
      run.events().forEach(projection);
      BrokenLaw.unlessEqual(VenuePicture.of(run.view()), projection.picture(), "picture");
    };
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
