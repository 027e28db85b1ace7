package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.LiquidationProfile.FTX_2022;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;
import org.plimsoll.venue.VenueSnapshot.Restored;

/// A field that a snapshot leaves out differs after it, and is found here by its name, whoever adds
/// it: every field of a venue is compared, but for those that are named with a reason.
class SnapshotFieldsTest {
  private static final long E9 = 1_000_000_000L;
  private static final long SECOND = E9;
  private static final long HOUR = 3_600 * SECOND;
  private static final int ACCOUNTS = 600;
  private static final int FAILING = 4;

  /// Fields, or whole classes, that may differ, and why.
  private static final SortedMap<String, String> MAY_DIFFER = mayDiffer();

  private static SortedMap<String, String> mayDiffer() {
    SortedMap<String, String> may = new TreeMap<>();
    String place = "says where an order is, which nobody can see";
    for (String field : List.of("AccountLists", "ClientOrders.entries", "OrderNumbers")) {
      may.put(field, place);
    }
    for (String field : List.of("RestingOrders", "PriceLevels")) {
      may.put(field, place);
    }
    String rest = "has old numbers behind those that count";
    for (String field : List.of("LendingOffers.accountsOf", "Liquidations.failing")) {
      may.put(field, rest);
    }
    addKept(may);
    String heap = "is a heap, in which the same entries can stand in another order";
    for (String field : List.of("Agenda.dues", "Agenda.ids", "Agenda.ranks", "BandHeap")) {
      may.put(field, heap);
    }
    may.put("LiquidationIndex.stamps", "tells bands that count from others that are gone");
    String answer = "is set anew for each question";
    for (String field :
        List.of(
            "ClearedOrder",
            "CoinHandover",
            "CreditLine",
            "Exchange",
            "MaintenanceMargin",
            "FiveMinuteMean.sum",
            "OrderGates.replaced",
            "PositionChange",
            "Scenario",
            "SpotNeed",
            "Standing",
            "Sweep")) {
      may.put(field, answer);
    }
    may.put("TradeFees.takerOrder", "is of an order that was over with its command");
    may.put("TradeFees.traded", "is of an order that was over with its command");
    may.put("VenueState.sink", "belongs to whoever restores");
    return may;
  }

  private static void addKept(SortedMap<String, String> may) {
    String kept = "is worked out again when it is asked for, and only spares doing it twice";
    for (String field :
        List.of(
            "AssetTable.flatFactorE9",
            "AssetTable.flatUpTo",
            "AssetTable.flatWeightE9",
            "AssetTable.version",
            "AssetTable.versions",
            "FeeTable.slotOf",
            "FeeTable.slotOfDay",
            "FutureMargin.flatFractionE9",
            "FutureMargin.flatUpTo",
            "AccountRows.DEBTS",
            "AccountRows.HOLDINGS",
            "AccountRows.STALE",
            "AccountRows.VERSION",
            "SpotWorth")) {
      may.put(field, kept);
    }
    String where = "says where something may be, and may say so of more than there is";
    for (String field : List.of("AccountRows.EXPOSURES", "AccountRows.ORDER_ASSETS")) {
      may.put(field, where);
    }
  }

  private final FieldComparison comparison = new FieldComparison(MAY_DIFFER.keySet());
  private final SortedSet<String> lost = new TreeSet<>();

  @Test
  void shouldRestoreEveryFieldOfAVenue() {
    for (long seed = 1; seed <= 20; seed++) {
      compareAlongAHistory(seed);
    }
    // One step for each command: settlement, funding, expiry and the new day all stop at an
    // account.
    compareAfterEachCommand(new Limits(2, ACCOUNTS, 1, 2, 1, 4, 1), manyAccounts(), day());
    compareAfterEachCommand(new Limits(2, FAILING + 2, 1, 2, 1, 4, 1), bulls(), fall());
    assertThat(lost).isEmpty();
    assertThat(comparison.neverSet())
        .as("fields that were never set, so that nobody knows whether a snapshot keeps them")
        .isEmpty();
  }

  private void compareAlongAHistory(long seed) {
    NaiveVenue twin = new NaiveVenue(VenueLaws.SIZES);
    Venue venue = new Venue(VenueLaws.LIMITS, new EventRecorder(_ -> {}));
    CommandGen gen = new CommandGen(new Seeds(seed), twin);
    for (int i = 0; i < Campaign.length(seed); i++) {
      Request request = gen.draw();
      twin.apply(request);
      request.deliverTo(venue);
      if (i % 20 == 19 || SnapshotWatch.unfinished(twin.state()).isPresent()) {
        Venue restored = restored(venue, VenueLaws.LIMITS, new EventRecorder(_ -> {}));
        lost.addAll(comparison.different(venue, restored));
      }
    }
  }

  /// A venue that is restored after each command tells the same events.
  private void compareAfterEachCommand(Limits limits, List<Command> opening, List<Command> then) {
    List<Event> heard = new ArrayList<>();
    List<Event> heardAgain = new ArrayList<>();
    Venue venue = new Venue(limits, new EventRecorder(heard::add));
    for (int i = 0; i < opening.size(); i++) {
      new Request(0, i + 1, opening.get(i)).deliverTo(venue);
    }
    assertThat(heard).noneMatch(Event.CommandRefused.class::isInstance);
    Venue again = restored(venue, limits, new EventRecorder(heardAgain::add));
    for (int i = 0; i < then.size(); i++) {
      Request request = new Request(0, opening.size() + i + 1, then.get(i));
      heard.clear();
      heardAgain.clear();
      request.deliverTo(venue);
      request.deliverTo(again);
      assertThat(heardAgain).isEqualTo(heard);
      again = restored(again, limits, new EventRecorder(heardAgain::add));
      lost.addAll(comparison.different(venue, again));
    }
  }

  private static List<Command> listings() {
    List<Command> commands = new ArrayList<>();
    commands.add(new DefineAsset(0, "USD", 6, 1_000_000_000_000_000L));
    commands.add(new DefineAsset(1, "BTC", 8, 100_000_000_000_000L));
    commands.add(new SetCollateral(0, E9, E9, 0));
    commands.add(new SetCollateral(1, 950_000_000, 975_000_000, 2_000_000));
    commands.add(new PublishIndexPrice(1, 20_000 * E9));
    commands.add(new AdvanceTime(21 * HOUR, 7));
    commands.add(new ActivateRules(2));
    commands.add(new ActivateRules(3));
    commands.add(new OpenCustody(0, CustodyKind.WALLET, "omnibus"));
    commands.add(new ListFuture(0, "PERP", 1, E9, 1_000_000, 0, 0, E9, E9, 100_000));
    long expiryNs = 23 * HOUR;
    commands.add(new ListFuture(1, "DATED", 1, E9, 1_000_000, expiryNs, 0, E9, E9, 100_000));
    return commands;
  }

  /// Each account has a position of its own against the next one, in a perpetual and in a future
  /// that expires after two hours.
  private static List<Command> manyAccounts() {
    List<Command> commands = listings();
    for (int account = 0; account < ACCOUNTS; account++) {
      commands.add(new OpenAccount(account, "a" + account));
      commands.add(new DepositAsset(account, 0, 10_000_000_000L, 0));
    }
    for (int account = 0; account < ACCOUNTS; account += 2) {
      for (int market = 0; market < 2; market++) {
        commands.add(new PlaceLimitOrder(account, market, Side.BUY, 20_010, 3));
        commands.add(new PlaceLimitOrder(account + 1, market, Side.SELL, 20_010, 3));
      }
    }
    return commands;
  }

  /// The clock goes on by a minute, half an hour, an hour, and past midnight; after each time there
  /// are commands enough for all that is due.
  private static List<Command> day() {
    List<Command> commands = new ArrayList<>();
    for (long timeNs :
        new long[] {
          21 * HOUR + 60 * SECOND, 21 * HOUR + HOUR / 2, 22 * HOUR, 23 * HOUR, 24 * HOUR + SECOND
        }) {
      commands.add(new AdvanceTime(timeNs, timeNs));
      for (int step = 0; step < 25; step++) {
        commands.add(new PublishIndexPrice(1, (20_000 + step) * E9));
      }
    }
    return commands;
  }

  /// Some have bought all that their money allows; one of them nobody may liquidate.
  private static List<Command> bulls() {
    List<Command> commands = listings();
    commands.add(new SetLiquidationProfile(FTX_2022, "why", "one", "two"));
    for (int account = 0; account < FAILING + 2; account++) {
      commands.add(new OpenAccount(account, "a" + account));
      long dollars = account < FAILING ? 21_200 : 10_000_000;
      commands.add(new DepositAsset(account, 0, dollars * 1_000_000, 0));
    }
    for (int account = 0; account < FAILING; account++) {
      commands.add(new PlaceLimitOrder(FAILING, 0, Side.SELL, 20_000, 1_000));
      commands.add(new PlaceLimitOrder(account, 0, Side.BUY, 20_000, 1_000));
    }
    commands.add(new GrantPrivilege(0, Privilege.LIQUIDATION_EXEMPT, 0, "why", "one", "two"));
    commands.add(new PlaceLimitOrder(FAILING, 0, Side.SELL, 18_405, 50_000));
    commands.add(new PlaceLimitOrder(FAILING + 1, 0, Side.BUY, 18_400, 50_000));
    return commands;
  }

  /// All but one of them fail, and some seconds pass, each with commands enough for the steps of
  /// its round.
  private static List<Command> fall() {
    List<Command> commands = new ArrayList<>();
    for (long second = 1; second <= 20; second++) {
      commands.add(new AdvanceTime(21 * HOUR + second * SECOND, second));
      for (int step = 0; step < 2 * FAILING + 2; step++) {
        commands.add(new PublishIndexPrice(1, (18_400 + step) * E9));
      }
    }
    return commands;
  }

  private static Venue restored(Venue venue, Limits limits, EventRecorder events) {
    return ((Restored) VenueSnapshot.restore(limits, events, VenueSnapshot.of(venue))).venue();
  }
}
