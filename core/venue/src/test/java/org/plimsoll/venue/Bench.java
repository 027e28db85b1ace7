package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// A venue with dollars, bitcoin at 20,000 and a token at 20, one market for each, and shorthand
/// for what happens on it.
final class Bench {
  static final int USD = 0;
  static final int BTC = 1;
  static final int FTT = 2;
  static final int WALLET = 0;
  static final int BANK = 1;
  static final long DOLLAR = 1_000_000;
  static final long BITCOIN = 100_000_000;
  static final long TOKEN = 1_000_000;
  static final Limits LIMITS = new Limits(4, 8, 2, 2, 3, 3, 100);

  private final List<Event> heard = new ArrayList<>();
  private final Venue venue;
  private long clientSequence;

  /// An empty venue.
  Bench(Limits limits) {
    venue = new Venue(limits, new EventRecorder(heard::add));
  }

  /// A venue with everything listed and `accounts` accounts.
  static Bench listed(int accounts) {
    return listed(LIMITS, accounts);
  }

  static Bench listed(Limits limits, int accounts) {
    Bench bench = new Bench(limits);
    long most = 1_000_000_000_000_000L;
    bench.applied(new ListingCommand.DefineAsset(USD, "USD", 6, 50 * most));
    bench.applied(new ListingCommand.DefineAsset(BTC, "BTC", 8, most / 10));
    bench.applied(new ListingCommand.DefineAsset(FTT, "FTT", 6, most));
    bench.applied(new ListingCommand.SetCollateral(USD, 1_000_000_000, 1_000_000_000, 0));
    bench.applied(new ListingCommand.SetCollateral(BTC, 950_000_000, 975_000_000, 2_000_000));
    bench.applied(new ListingCommand.SetCollateral(FTT, 950_000_000, 950_000_000, 500_000));
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, 20_000_000_000_000L));
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, 20_000_000_000L));
    bench.applied(new ClockCommand.AdvanceTime(1, 0));
    bench.applied(new CashCommand.OpenCustody(WALLET, CustodyKind.WALLET, "omnibus"));
    bench.applied(new CashCommand.OpenCustody(BANK, CustodyKind.BANK, "settlement-bank"));
    bench.applied(new ListingCommand.ListMarket(0, "BTC/USD", BTC, USD, 1_000_000_000, 1_000_000));
    bench.applied(new ListingCommand.ListMarket(1, "FTT/USD", FTT, USD, 1_000_000_000, 1_000_000));
    for (int account = 0; account < accounts; account++) {
      bench.applied(new AccountCommand.OpenAccount(account, "account-" + account));
    }
    return bench;
  }

  Bench lending() {
    applied(new ClockCommand.ActivateRules(2));
    return this;
  }

  /// Lets borrowing and fees begin.
  Bench charging() {
    applied(new ClockCommand.ActivateRules(3));
    return this;
  }

  Venue venue() {
    return venue;
  }

  VenueView view() {
    return venue.view();
  }

  /// Sends a command and returns all that happens.
  List<Event> send(Command command) {
    return send(new Request(0, ++clientSequence, command));
  }

  List<Event> send(Request request) {
    heard.clear();
    request.deliverTo(venue);
    return List.copyOf(heard);
  }

  /// Sends a command that must be applied, and returns what happens after it got its place.
  List<Event> applied(Command command) {
    List<Event> events = send(command);
    assertThat(events).as("%s", command).noneMatch(Event.CommandRefused.class::isInstance);
    return events.subList(1, events.size());
  }

  /// Sends a command that must be refused so and change nothing.
  void refused(Command command, RefusalReason reason, long required, long available) {
    assertThat(send(command))
        .as("%s", command)
        .containsExactly(
            new Event.CommandSequenced(view().sequence(), 0, clientSequence),
            new Event.CommandRefused(reason, required, available));
  }

  void deposit(int account, int asset, long amount) {
    applied(new CashCommand.DepositAsset(account, asset, amount, asset == USD ? BANK : WALLET));
  }

  Command withdrawal(int account, int asset, long amount) {
    return new CashCommand.WithdrawAsset(account, asset, amount, asset == USD ? BANK : WALLET);
  }

  /// An order for hundredths of a bitcoin at whole dollars.
  static Command bitcoin(int account, Side side, long price, long hundredths) {
    return new OrderCommand.PlaceLimitOrder(account, 0, side, price, hundredths);
  }

  /// A small bid far from every market, called `name`.
  static Command named(int account, int market, long name) {
    TimeInForce gtc = TimeInForce.GOOD_TILL_CANCELED;
    return new OrderCommand.PlaceLimitOrder(account, market, Side.BUY, 10, 1, gtc, name, false);
  }

  /// An order for whole tokens at whole dollars.
  static Command tokens(int account, Side side, long price, long quantity) {
    return new OrderCommand.PlaceLimitOrder(account, 1, side, price, quantity);
  }
}
