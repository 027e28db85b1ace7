package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// Placing, trading and canceling allocate nothing, from the bytes of the command to the bytes of
/// its events, once the arrays have grown to what rests at once.
class HotPathAllocationTest {
  private static final int ACCOUNTS = 50;
  private static final int WARM_UP = 1_000_000;
  private static final int COMMANDS = 1_000_000;
  private static final long COINS = 100_000_000_000L;
  private static final int ORDERS_AT_ONCE = 200;
  private static final TimeInForce[] LIVES = TimeInForce.values();
  private static final int OWNERS = 2 * ORDERS_AT_ONCE;
  private static final int NONE = -1;
  private static final int SECOND_EVENT = 22;
  private static final byte COMMAND_REFUSED = (byte) 0x81;

  private final SplittableRandom random = new SplittableRandom(1);
  private final EventEncoder events = new EventEncoder();
  private final Venue venue =
      new Venue(new Limits(2, ACCOUNTS, 1, 1, 1, ORDERS_AT_ONCE, 100), events);
  private final CommandEncoder commands = new CommandEncoder();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final int[] owners = new int[OWNERS];
  private final long[] names = new long[OWNERS];
  private long clientSequence;
  private long orders;
  private long oldest;
  private int owner;
  private long name;

  @Test
  void shouldAllocateNothingOverAMillionOrdersTradesAndCancellations() {
    openVenue();
    trade(WARM_UP);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    trade(COMMANDS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated / COMMANDS).as("mean bytes for a command").isZero();
    assertThat(allocated).as("bytes in all").isLessThan(COMMANDS / 100);
    assertThat(venue.view().balance(0, 1)).as("something traded").isNotEqualTo(COINS);
    assertThat(openOrders()).as("something rests").isPositive();
    assertThat(openOrders()).as("the rest was canceled").isLessThanOrEqualTo(ORDERS_AT_ONCE);
  }

  private void openVenue() {
    long usdMax = 50_000_000_000_000_000L;
    long e9 = 1_000_000_000;
    List<Command> opening =
        new ArrayList<>(
            List.of(
                new ListingCommand.DefineAsset(0, "USD", 6, usdMax),
                new ListingCommand.DefineAsset(1, "BTC", 8, 100_000_000_000_000L),
                new ListingCommand.SetCollateral(0, e9, e9, 0),
                new ListingCommand.SetCollateral(1, 950_000_000, 975_000_000, 2_000_000),
                new ClockCommand.PublishIndexPrice(1, 20_000 * e9),
                new ClockCommand.AdvanceTime(1, 0),
                new CashCommand.OpenCustody(0, CustodyKind.WALLET, "omnibus"),
                new ListingCommand.ListMarket(0, "BTC/USD", 1, 0, e9, 1_000_000),
                new ClockCommand.ActivateRules(3)));
    for (int account = 0; account < ACCOUNTS; account++) {
      opening.add(new AccountCommand.OpenAccount(account, "account-" + account));
      opening.add(new CashCommand.DepositAsset(account, 0, usdMax / 1_000, 0));
      opening.add(new CashCommand.DepositAsset(account, 1, COINS, 0));
    }
    opening.forEach(command -> new Request(0, ++clientSequence, command).deliverTo(venue));
  }

  private void trade(int count) {
    for (int i = 0; i < count; i++) {
      events.clear();
      commands.begin(0, ++clientSequence);
      draw();
      dispatcher.dispatch(commands.bytes(), 0, commands.length(), venue);
      if (events.bytes()[SECOND_EVENT + 1] != COMMAND_REFUSED) {
        countIn();
      }
    }
  }

  /// An order, or the end of an old one, which may have traded by now. None is refused for want of
  /// collateral, so that order numbers and their owners are known here.
  private void draw() {
    if (orders - oldest >= ORDERS_AT_ONCE) {
      oldest++;
      end(oldest);
      return;
    }
    owner = random.nextInt(ACCOUNTS);
    name = random.nextInt(2) == 0 ? orders + 1 : 0;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long lots = 1 + random.nextLong(5);
    if (random.nextInt(5) == 0) {
      commands.onPlaceMarketOrder(owner, 0, side, lots, name, false);
    } else {
      long ticks = 19_990L + random.nextInt(20);
      TimeInForce lives = LIVES[random.nextInt(3) == 0 ? random.nextInt(LIVES.length) : 0];
      commands.onPlaceLimitOrder(owner, 0, side, ticks, lots, lives, name, false);
    }
  }

  private void end(long order) {
    int slot = (int) (order % OWNERS);
    owner = NONE;
    if (random.nextInt(4) == 0) {
      owner = owners[slot];
      name = names[slot];
      commands.onAmendOrder(owner, 0, order, 0, 0, 0);
    } else if (names[slot] != 0) {
      commands.onCancelClientOrder(owners[slot], names[slot]);
    } else {
      commands.onCancelOrder(owners[slot], 0, order);
    }
  }

  /// What was accepted has the next number, if it was an order.
  private void countIn() {
    if (owner != NONE) {
      orders++;
      owners[(int) (orders % OWNERS)] = owner;
      names[(int) (orders % OWNERS)] = name;
    }
  }

  private int openOrders() {
    int count = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      count += venue.view().openOrderCount(account);
    }
    return count;
  }
}
