package org.plimsoll.bench.orders;

import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.Venue;

/// A venue that is open for trading: twenty assets with marks, all of them collateral, accounts
/// with a balance of every one, fees, two perpetuals and two spot markets. Every account has had an
/// order before, so that nothing is done for the first time while it is timed.
final class VenueFloor {
  /// The market in a perpetual.
  static final int PERPETUAL = 0;

  /// The spot market.
  static final int SPOT = 1;

  /// A perpetual and a spot market in another asset.
  static final int OTHER_PERPETUAL = 2;

  static final int OTHER_SPOT = 3;

  private static final int MARKETS = 4;

  /// The sequence numbers of clients from which on none has been used.
  static final long SEQUENCES = 1L << 32;

  static final int ASSETS = 20;

  /// Enough for one command to look at every account.
  private static final int STEPS_MAX = 1 << 22;

  private static final int BASE = 1;
  private static final int OTHER = 2;
  private static final long IMF_FACTOR_E9 = 2_000_000;
  private static final int COIN_DECIMALS = 4;
  private static final int CENT_E9 = 10_000_000;
  private static final long COIN_MAX = 100_000_000_000L;
  private static final long CASH_MAX = 50_000_000_000_000_000L;
  private static final long LOTS_MAX = 1_000_000_000;
  static final long START_NS = 1_600_000_000L * Exact.ONE_E9;

  private final Venue venue;
  private final int accounts;
  private final Consumer<Request> witness;
  private long sequence;

  private VenueFloor(int accounts, EventSink sink, Consumer<Request> witness) {
    this.accounts = accounts;
    this.witness = witness;
    this.venue = new Venue(limits(accounts), sink);
  }

  /// Returns the bounds of a venue of so many accounts, each with a client, and two clients more.
  static Limits limits(int accounts) {
    return new Limits(ASSETS, accounts, 1, MARKETS, accounts + 2, 1 << 24, STEPS_MAX);
  }

  /// Opens a venue.
  ///
  /// @param cash what every account has of the unit of account, in its smallest unit; 0 for none,
  ///   so that whoever buys borrows
  /// @param coins what it has of the asset that is traded, likewise
  static VenueFloor open(int accounts, long cash, long coins, EventSink sink) {
    return open(accounts, cash, coins, sink, _ -> {});
  }

  /// Opens a venue before a witness of every command that it takes.
  static VenueFloor open(
      int accounts, long cash, long coins, EventSink sink, Consumer<Request> witness) {
    VenueFloor floor = new VenueFloor(accounts, sink, witness);
    floor.list();
    for (int account = 0; account < accounts; account++) {
      floor.fund(account, cash, coins);
    }
    for (int account = 0; account < accounts; account++) {
      floor.placeAndCancel(account);
    }
    return floor;
  }

  /// Opens a venue whose accounts have nothing but the unit of account and have had no order.
  ///
  /// @param cash what each account has of it, positive
  static VenueFloor withCash(int accounts, IntToLongFunction cash, EventSink sink) {
    VenueFloor floor = new VenueFloor(accounts, sink, _ -> {});
    floor.list();
    for (int account = 0; account < accounts; account++) {
      floor.deliver(new OpenAccount(account, "a" + account));
      floor.deposit(account, 0, cash.applyAsLong(account));
    }
    return floor;
  }

  Venue venue() {
    return venue;
  }

  /// Delivers a command that is not of the stream, from a client of its own.
  void deliver(Command command) {
    Request request = new Request(accounts, ++sequence, command);
    request.deliverTo(venue);
    witness.accept(request);
  }

  /// Moves every mark a little and the clock by a second.
  void tick(int number) {
    for (int asset = 1; asset < ASSETS; asset++) {
      deliver(new PublishIndexPrice(asset, priceE9(asset) + (number % 2) * 1_000_000L));
    }
    deliver(new AdvanceTime(START_NS + (number + 1) * Exact.ONE_E9, number));
  }

  private void list() {
    deliver(new DefineAsset(0, "USD", 6, CASH_MAX));
    deliver(new SetCollateral(0, Exact.ONE_E9, Exact.ONE_E9, 0));
    for (int asset = 1; asset < ASSETS; asset++) {
      deliver(new DefineAsset(asset, "COIN" + asset, COIN_DECIMALS, COIN_MAX));
      deliver(new SetCollateral(asset, 900_000_000, 950_000_000, 500_000 + asset));
      deliver(new PublishIndexPrice(asset, priceE9(asset)));
    }
    deliver(new OpenCustody(0, CustodyKind.WALLET, "vault"));
    listMarkets(PERPETUAL, BASE);
    listMarkets(OTHER_PERPETUAL, OTHER);
    for (int version = 2; version <= Rules.values().length; version++) {
      deliver(new ActivateRules(version));
    }
    deliver(new AdvanceTime(START_NS, 0));
  }

  private void listMarkets(int number, int base) {
    long one = Exact.ONE_E9;
    deliver(
        new ListFuture(
            number, "PERP" + base, base, CENT_E9, 1, 0, IMF_FACTOR_E9, one, one, LOTS_MAX));
    deliver(new ListMarket(number + 1, "COIN" + base + "/USD", base, 0, CENT_E9, 1));
  }

  private void placeAndCancel(int account) {
    deliver(new PlaceLimitOrder(account, PERPETUAL, Side.BUY, 1, 1));
    deliver(new CancelOrder(account, PERPETUAL, account + 1L));
  }

  private void fund(int account, long cash, long coins) {
    deliver(new OpenAccount(account, "a" + account));
    deposit(account, 0, cash);
    deposit(account, BASE, coins);
    for (int asset = BASE + 1; asset < ASSETS; asset++) {
      deposit(account, asset, 10_000_000L + 10_000L * ((account + asset) % 100));
    }
  }

  private void deposit(int account, int asset, long amount) {
    if (amount > 0) {
      deliver(new DepositAsset(account, asset, amount, 0));
    }
  }

  private static long priceE9(int asset) {
    return asset == BASE
        ? Regime.START_TICKS * CENT_E9
        : (100 + 37L * asset) * Exact.ONE_E9 + 123_456_789L * asset;
  }
}
