package org.plimsoll.bench.orders;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Side;

/// How much memory a venue takes for an account, a position and a resting order, and how many bytes
/// a command of the recorded stream and its events have. A size is the difference between two
/// venues that differ in nothing else, over how many more there are.
public final class SizeContest {
  private static final long SEED = 20_221_111;
  private static final int COLLECTIONS = 4;
  private static final int TRADERS = 1_000;
  private static final int RESTING = 1_000;
  private static final long AMPLE = 1_000_000_000_000L;
  private static final long LOW_TICKS = 100;

  private static final EventSink DEAF = new EventRecorder(_ -> {});

  private SizeContest() {}

  /// Prints the sizes, of `few=` and `many=` of each, and of `commands=`.
  public static void main(String... arguments) {
    Choice choice = Choice.of(arguments);
    int few = choice.number("few", 200_000);
    int many = choice.number("many", 600_000);
    print("an account with one balance, bytes", each(few, many, n -> inCash(n, DEAF)));
    print("an account with twenty balances, bytes", each(few, many, SizeContest::funded));
    double positioned = each(few, many, n -> new MarkedPositions(n, 0, new EventEncoder()));
    // The encoder keeps what it grew to, in both.
    double inCash = each(few, many, n -> inCash(n, new EventEncoder()));
    print("a position beside that, bytes", positioned - inCash);
    print("a resting order, bytes", each(few, many, SizeContest::resting));
    printStream(choice.number("commands", 500_000));
  }

  private static void print(String what, double size) {
    System.out.printf(Locale.ROOT, "%s: %,.1f%n", what, size);
  }

  private static double each(int few, int many, IntFunction<Object> make) {
    long less = bytes(() -> make.apply(few));
    long more = bytes(() -> make.apply(many));
    return (more - less) / (double) (many - few);
  }

  private static long bytes(Supplier<Object> make) {
    long before = used();
    Object made = make.get();
    try {
      return used() - before;
    } finally {
      Reference.reachabilityFence(made);
    }
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Object inCash(int accounts, EventSink events) {
    return VenueFloor.withCash(accounts, _ -> AMPLE, events).venue();
  }

  private static Object funded(int accounts) {
    return VenueFloor.open(accounts, AMPLE, AMPLE / 100, DEAF).venue();
  }

  private static Object resting(int orders) {
    VenueFloor floor = VenueFloor.withCash(TRADERS, _ -> AMPLE, DEAF);
    for (int i = 0; i < orders; i++) {
      floor.deliver(
          new PlaceLimitOrder(
              i % TRADERS, VenueFloor.PERPETUAL, Side.BUY, LOW_TICKS + i % LOW_TICKS, 1));
    }
    int open = 0;
    for (int account = 0; account < TRADERS; account++) {
      open += floor.venue().view().openOrderCount(account);
    }
    if (open != orders) {
      throw new IllegalStateException(open + " orders rest, not " + orders);
    }
    return floor.venue();
  }

  /// Bytes as the host keeps them: each command and its length; the blocks of the journal come
  /// besides.
  private static void printStream(int commands) {
    OrderStream stream =
        StreamRecorder.record(
            Regime.NORMAL,
            OrderDraw.UNIFORM,
            RESTING,
            commands,
            new AccountDraw(TRADERS, false),
            SEED);
    HostTape tape = HostTape.of(stream, VenueTrial.Market.PERPETUAL, TRADERS);
    long bytes = 0;
    for (int i = tape.prefill(); i < tape.count(); i++) {
      bytes += tape.length(i) + Integer.BYTES;
    }
    print("a command in the journal, bytes", bytes / (double) (tape.count() - tape.prefill()));
  }
}
