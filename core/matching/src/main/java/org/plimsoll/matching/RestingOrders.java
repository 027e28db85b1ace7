package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.LongIntMap;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// The orders that rest in all order books of a venue, as parallel arrays.
///
/// An order has a slot as long as it rests: order books link slots into the queues of their price
/// levels, and this links them, oldest first, into one list for each account. A freed slot is used
/// again first, so the arrays grow only with the number of orders that rest at once.
public final class RestingOrders {
  /// No slot.
  public static final int NONE = -1;

  private static final int CAPACITY_AT_FIRST = 64;

  private final LongIntMap slotByOrder = new LongIntMap(CAPACITY_AT_FIRST);
  private final ClientOrders clientOrders = new ClientOrders(this);
  private final AccountLists accountLists = new AccountLists(CAPACITY_AT_FIRST);
  private long[] orders = new long[CAPACITY_AT_FIRST];
  private int[] accounts = new int[CAPACITY_AT_FIRST];
  private int[] markets = new int[CAPACITY_AT_FIRST];
  private long[] prices = new long[CAPACITY_AT_FIRST];
  private long[] leaves = new long[CAPACITY_AT_FIRST];
  private long[] clientIds = new long[CAPACITY_AT_FIRST];
  private int[] next = new int[CAPACITY_AT_FIRST];
  private int[] previous = new int[CAPACITY_AT_FIRST];
  private boolean[] buys = new boolean[CAPACITY_AT_FIRST];
  private boolean[] postOnly = new boolean[CAPACITY_AT_FIRST];
  private boolean[] reduceOnly = new boolean[CAPACITY_AT_FIRST];
  private int used;
  private int free = NONE;

  /// Creates a store without orders.
  public RestingOrders() {}

  /// Returns how many slots there are: the most orders that have rested at once.
  public int slots() {
    return used;
  }

  /// Returns the slot of a resting order, or [#NONE].
  public int slotOf(long order) {
    return slotByOrder.get(order);
  }

  /// Returns the slot of the resting order that an account calls `clientOrder`, or [#NONE].
  ///
  /// @param clientOrder any but 0, which means that an order has no such name
  public int slotOf(int account, long clientOrder) {
    return clientOrders.find(account, clientOrder);
  }

  /// Returns the slot of the account's oldest resting order, or [#NONE].
  public int firstOf(int account) {
    return accountLists.first(account);
  }

  /// Returns the slot of the next younger resting order of the same account, or [#NONE].
  public int nextOf(int slot) {
    return accountLists.next(slot);
  }

  /// Returns the number of an order.
  public long order(int slot) {
    return orders[slot];
  }

  /// Returns the account that owns an order.
  public int account(int slot) {
    return accounts[slot];
  }

  /// Returns the market in whose order book an order rests.
  public int market(int slot) {
    return markets[slot];
  }

  /// Returns whether an order buys or sells.
  public Side side(int slot) {
    return buys[slot] ? Side.BUY : Side.SELL;
  }

  /// Returns the limit of an order in ticks.
  public long priceTicks(int slot) {
    return prices[slot];
  }

  /// Returns what of an order has not traded yet, in lots.
  public long leavesLots(int slot) {
    return leaves[slot];
  }

  /// Returns the name that its owner gave an order, or 0.
  public long clientOrder(int slot) {
    return clientIds[slot];
  }

  /// Returns how an order may live: of those that rest, until it is canceled or as post-only.
  public TimeInForce timeInForce(int slot) {
    return postOnly[slot] ? TimeInForce.POST_ONLY : TimeInForce.GOOD_TILL_CANCELED;
  }

  /// Returns whether an order may only make a position smaller.
  public boolean isReduceOnly(int slot) {
    return reduceOnly[slot];
  }

  /// Lets what is left of an order rest and returns its slot, which is in no queue yet.
  int take(ClearedOrder order, int market, long leavesLots) {
    int slot = open();
    orders[slot] = order.order();
    accounts[slot] = order.account();
    markets[slot] = market;
    prices[slot] = order.limitTicks();
    leaves[slot] = leavesLots;
    clientIds[slot] = order.clientOrder();
    buys[slot] = order.side() == Side.BUY;
    postOnly[slot] = order.timeInForce() == TimeInForce.POST_ONLY;
    reduceOnly[slot] = order.isReduceOnly();
    name(slot);
    accountLists.append(order.account(), slot);
    return slot;
  }

  /// Adds all that is told of an order besides its market and side.
  void write(int slot, StateSink sink) {
    sink.add(orders[slot]).add(accounts[slot]).add(prices[slot]).add(leaves[slot]);
    sink.add(clientIds[slot]).add(postOnly[slot] ? 1 : 0).add(reduceOnly[slot] ? 1 : 0);
  }

  /// Lets an order rest that is read, and returns its slot, which is in no queue and in no
  /// account's list yet.
  int read(StateSource source, int market, Side side, int accountCount) {
    int slot = open();
    orders[slot] = source.within(1, Long.MAX_VALUE);
    accounts[slot] = source.index(accountCount);
    markets[slot] = market;
    prices[slot] = source.within(1, Long.MAX_VALUE);
    leaves[slot] = source.within(1, Long.MAX_VALUE);
    clientIds[slot] = source.number();
    buys[slot] = side == Side.BUY;
    postOnly[slot] = source.flag();
    reduceOnly[slot] = source.flag();
    source.require(slotOf(orders[slot]) == NONE, "an order rests once");
    source.require(
        clientIds[slot] == 0 || slotOf(accounts[slot], clientIds[slot]) == NONE,
        "an account has one order of a name");
    name(slot);
    return slot;
  }

  /// Links the orders of each account once all that rest are read. An order has its number from the
  /// command that lets it rest, so the lower number is the older order.
  public void linkAccounts() {
    long[] byAge = Arrays.copyOf(orders, used);
    Arrays.sort(byAge);
    for (long order : byAge) {
      int slot = slotOf(order);
      accountLists.append(accounts[slot], slot);
    }
  }

  private int open() {
    int slot = free;
    if (slot == NONE) {
      slot = used++;
      reserve();
    } else {
      free = next[slot];
    }
    return slot;
  }

  private void name(int slot) {
    next[slot] = NONE;
    previous[slot] = NONE;
    slotByOrder.put(orders[slot], slot);
    if (clientIds[slot] != 0) {
      clientOrders.add(slot);
    }
  }

  /// Forgets an order that is in no queue any more.
  void give(int slot) {
    slotByOrder.remove(orders[slot]);
    accountLists.remove(accounts[slot], slot);
    if (clientIds[slot] != 0) {
      clientOrders.remove(slot);
    }
    next[slot] = free;
    free = slot;
  }

  void reduce(int slot, long lots) {
    leaves[slot] -= lots;
  }

  /// Returns the next younger order of the same price level.
  int next(int slot) {
    return next[slot];
  }

  int previous(int slot) {
    return previous[slot];
  }

  /// Makes two slots neighbors in the queue of a price level; [#NONE] stands for its end.
  void link(int earlier, int later) {
    if (earlier != NONE) {
      next[earlier] = later;
    }
    if (later != NONE) {
      previous[later] = earlier;
    }
  }

  private void reserve() {
    if (used > orders.length) {
      int capacity = orders.length * 2;
      orders = Arrays.copyOf(orders, capacity);
      accounts = Arrays.copyOf(accounts, capacity);
      markets = Arrays.copyOf(markets, capacity);
      prices = Arrays.copyOf(prices, capacity);
      leaves = Arrays.copyOf(leaves, capacity);
      clientIds = Arrays.copyOf(clientIds, capacity);
      next = Arrays.copyOf(next, capacity);
      previous = Arrays.copyOf(previous, capacity);
      buys = Arrays.copyOf(buys, capacity);
      postOnly = Arrays.copyOf(postOnly, capacity);
      reduceOnly = Arrays.copyOf(reduceOnly, capacity);
      accountLists.growTo(capacity);
    }
  }
}
