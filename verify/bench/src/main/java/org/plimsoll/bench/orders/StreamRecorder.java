package org.plimsoll.bench.orders;

import java.util.SplittableRandom;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Records a stream of orders against an order book, which says what still rests: of 1,000 commands
/// about 127 place, 18 are immediate, 72 cancel, 73 reduce and 709 move, the mix of exchange-core's
/// own test generator. Whether the book that it was recorded against is right, the peers say: all
/// must make the same trades.
public final class StreamRecorder {
  private static final int PER_MILLE = 1_000;
  private static final int PLACE_UP_TO = 128;
  private static final int IMMEDIATE_UP_TO = 146;
  private static final int CANCEL_UP_TO = 218;
  private static final int REDUCE_UP_TO = 291;
  private static final int LOTS_MAX = 100;
  private static final double MORE_OR_LESS = .1;

  private final Regime regime;
  private final OrderDraw draw;
  private final AccountDraw accounts;
  private final SplittableRandom random;
  private final int resting;
  private final OrderStream stream = new OrderStream();
  private final LiveOrders live = new LiveOrders();
  private final Reference reference = new Reference();
  private int lastOrder;

  private StreamRecorder(
      Regime regime, OrderDraw draw, int resting, AccountDraw accounts, long seed) {
    this.regime = regime;
    this.draw = draw;
    this.resting = resting;
    this.accounts = accounts;
    this.random = new SplittableRandom(seed);
  }

  /// Records a stream.
  ///
  /// @param resting how many orders rest at the beginning, and about so many all the time
  /// @param commands how many are timed
  public static OrderStream record(
      Regime regime, OrderDraw draw, int resting, int commands, AccountDraw accounts, long seed) {
    StreamRecorder recorder = new StreamRecorder(regime, draw, resting, accounts, seed);
    recorder.record(commands);
    return recorder.stream;
  }

  private void record(int commands) {
    while (live.count() < resting) {
      placeOne(regime.midTicks(0), true);
    }
    stream.endPrefill();
    for (int i = 0; i < commands; i++) {
      next(regime.midTicks((double) i / commands));
    }
  }

  private void next(long midTicks) {
    int drawn = random.nextInt(PER_MILLE);
    boolean isThin = live.count() < resting * (1 - MORE_OR_LESS);
    boolean isThick = live.count() > resting * (1 + MORE_OR_LESS);
    if (drawn < PLACE_UP_TO) {
      if (isThick) {
        cancel();
      } else {
        placeOne(midTicks, false);
      }
    } else if (drawn < IMMEDIATE_UP_TO) {
      immediate(midTicks);
    } else if (drawn < CANCEL_UP_TO) {
      if (isThin) {
        placeOne(midTicks, false);
      } else {
        cancel();
      }
    } else if (drawn < REDUCE_UP_TO) {
      reduce();
    } else {
      move(midTicks);
    }
  }

  private void placeOne(long midTicks, boolean isPrefill) {
    boolean buys = random.nextBoolean();
    long price = price(midTicks, buys, isPrefill);
    int account = accounts.draw(random, buys);
    long lots = 1L + random.nextInt(LOTS_MAX);
    int order = ++lastOrder;
    stream.add(OrderStream.PLACE, order, account, buys, price, lots, 0);
    reference.enter(order, account, buys, price, lots, TimeInForce.GOOD_TILL_CANCELED);
  }

  private void immediate(long midTicks) {
    boolean buys = random.nextBoolean();
    long price = midTicks + (buys ? 1 : -1) * random.nextLong(regime.spreadTicks());
    int account = accounts.draw(random, buys);
    long lots = 1L + random.nextInt(LOTS_MAX);
    int order = ++lastOrder;
    stream.add(OrderStream.IMMEDIATE, order, account, buys, price, lots, 0);
    reference.enter(order, account, buys, price, lots, TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  private void cancel() {
    if (live.count() > 0) {
      int slot = reference.slot(live.draw(draw, random));
      reference.tell(stream, OrderStream.CANCEL, slot, 0, 0, 0);
      reference.book.remove(reference.orders.order(slot));
    }
  }

  private void reduce() {
    if (live.count() == 0) {
      return;
    }
    RestingOrders orders = reference.orders;
    int slot = reference.slot(live.draw(draw, random));
    long leaves = orders.leavesLots(slot);
    if (leaves == 1) {
      cancel();
      return;
    }
    long less = 1 + random.nextLong(leaves - 1);
    long price = orders.priceTicks(slot);
    reference.tell(stream, OrderStream.REDUCE, slot, price, less, leaves - less);
    reference.replace(slot, price, leaves - less);
  }

  private void move(long midTicks) {
    if (live.count() > 0) {
      int slot = reference.slot(live.draw(draw, random));
      boolean buys = reference.orders.side(slot) == Side.BUY;
      long price = price(midTicks, buys, false);
      reference.tell(stream, OrderStream.MOVE, slot, price, 0, 0);
      reference.replace(slot, price, reference.orders.leavesLots(slot));
    }
  }

  /// Draws a price on the order's own side of the middle, near it more often than far; now and then
  /// one just across.
  private long price(long midTicks, boolean buys, boolean isPassive) {
    double distance = -StrictMath.log(1 - random.nextDouble()) * regime.spreadTicks();
    boolean crosses = !isPassive && random.nextInt(PER_MILLE) < 20;
    long away = crosses ? -random.nextLong(1 + regime.spreadTicks() / 20) : 1 + (long) distance;
    return Math.max(1, buys ? midTicks - away : midTicks + away);
  }

  /// The order book that says what rests.
  private final class Reference extends Gatekeeper implements OrderBookListener {
    private final RestingOrders orders = new RestingOrders();
    private final OrderBook book = new OrderBook(0, this, orders);

    int slot(int order) {
      return orders.slotOf(order);
    }

    void tell(OrderStream to, byte kind, int slot, long price, long lots, long left) {
      boolean buys = orders.side(slot) == Side.BUY;
      to.add(kind, (int) orders.order(slot), orders.account(slot), buys, price, lots, left);
    }

    void replace(int slot, long price, long lots) {
      int order = (int) orders.order(slot);
      int account = orders.account(slot);
      boolean buys = orders.side(slot) == Side.BUY;
      book.remove(order);
      enter(order, account, buys, price, lots, TimeInForce.GOOD_TILL_CANCELED);
    }

    void enter(
        int order, int account, boolean buys, long price, long lots, TimeInForce timeInForce) {
      Side side = buys ? Side.BUY : Side.SELL;
      book.enter(clear(order, account, side, price, lots, timeInForce, 0, false));
    }

    @Override
    public void onTrade(
        long makerOrder,
        int makerAccount,
        long takerOrder,
        int takerAccount,
        Side takerSide,
        long priceTicks,
        long quantityLots) {
      // only what rests matters here
    }

    @Override
    public void onFilled(long order, int account) {
      live.remove((int) order);
    }

    @Override
    public void onRested(long order, int account, Side side, long priceTicks, long leavesLots) {
      live.add((int) order);
    }

    @Override
    public void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots) {
      live.remove((int) order);
    }

    @Override
    public void onExhausted(long order, int account, long leavesLots) {
      // it never rested
    }

    @Override
    public void onSelfTrade(long order, int account, long leavesLots) {
      throw new IllegalStateException("buyers and sellers share no account");
    }

    @Override
    public void onWouldTake(long order, int account, long leavesLots) {
      throw new IllegalStateException("there is no post-only order");
    }

    @Override
    public void onUnfillable(long order, int account, long leavesLots) {
      throw new IllegalStateException("there is no fill-or-kill order");
    }
  }
}
