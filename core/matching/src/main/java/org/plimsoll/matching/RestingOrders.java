package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// The orders that rest in all order books of a venue, as rows of two arrays.
///
/// An order has a slot as long as it rests: order books link slots into the queues of their price
/// levels, and this links them, oldest first, into one list for each account. A freed slot is used
/// again first, so the arrays grow only with the number of orders that rest at once.
public final class RestingOrders {
  /// No slot.
  public static final int NONE = -1;

  private static final int CAPACITY_AT_FIRST = 64;

  // What an order is reads as two rows side by side, so that one lies in one or two cache lines.
  private static final int NUMBERS = 4;
  private static final int ORDER = 0;
  private static final int PRICE = 1;
  private static final int LEAVES = 2;
  private static final int CLIENT_ORDER = 3;

  private static final int LINKS = 8;
  private static final int ACCOUNT = 0;
  private static final int MARKET = 1;
  private static final int FLAGS = 2;
  private static final int LEVEL = 3;
  private static final int NEXT = 4;
  private static final int PREVIOUS = 5;
  private static final int NEXT_OF_ACCOUNT = 6;
  private static final int PREVIOUS_OF_ACCOUNT = 7;

  private static final int BUYS = 1;
  private static final int POST_ONLY = 2;
  private static final int REDUCE_ONLY = 4;

  private final OrderNumbers orderNumbers = new OrderNumbers();
  private final ClientOrders clientOrders = new ClientOrders(this);
  private final AccountLists accountLists = new AccountLists(this);
  private long[] numbers = new long[CAPACITY_AT_FIRST * NUMBERS];
  private int[] links = new int[CAPACITY_AT_FIRST * LINKS];
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
    return orderNumbers.find(order);
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
    return links[slot * LINKS + NEXT_OF_ACCOUNT];
  }

  /// Returns the number of an order.
  public long order(int slot) {
    return numbers[slot * NUMBERS + ORDER];
  }

  /// Returns the account that owns an order.
  public int account(int slot) {
    return links[slot * LINKS + ACCOUNT];
  }

  /// Returns the market in whose order book an order rests.
  public int market(int slot) {
    return links[slot * LINKS + MARKET];
  }

  /// Returns whether an order buys or sells.
  public Side side(int slot) {
    return has(slot, BUYS) ? Side.BUY : Side.SELL;
  }

  /// Returns the limit of an order in ticks.
  public long priceTicks(int slot) {
    return numbers[slot * NUMBERS + PRICE];
  }

  /// Returns what of an order has not traded yet, in lots.
  public long leavesLots(int slot) {
    return numbers[slot * NUMBERS + LEAVES];
  }

  /// Returns the name that its owner gave an order, or 0.
  public long clientOrder(int slot) {
    return numbers[slot * NUMBERS + CLIENT_ORDER];
  }

  /// Returns how an order may live: of those that rest, until it is canceled or as post-only.
  public TimeInForce timeInForce(int slot) {
    return has(slot, POST_ONLY) ? TimeInForce.POST_ONLY : TimeInForce.GOOD_TILL_CANCELED;
  }

  /// Returns whether an order may only make a position smaller.
  public boolean isReduceOnly(int slot) {
    return has(slot, REDUCE_ONLY);
  }

  /// Lets what is left of an order rest and returns its slot, which is in no queue yet.
  int take(ClearedOrder order, int market, long leavesLots) {
    int slot = open();
    int number = slot * NUMBERS;
    numbers[number + ORDER] = order.order();
    numbers[number + PRICE] = order.limitTicks();
    numbers[number + LEAVES] = leavesLots;
    numbers[number + CLIENT_ORDER] = order.clientOrder();
    int link = slot * LINKS;
    links[link + ACCOUNT] = order.account();
    links[link + MARKET] = market;
    links[link + FLAGS] = flags(order);
    name(slot);
    accountLists.append(order.account(), slot);
    return slot;
  }

  /// Adds all that is told of an order besides its market and side.
  void write(int slot, StateSink sink) {
    sink.add(order(slot)).add(account(slot)).add(priceTicks(slot)).add(leavesLots(slot));
    sink.add(clientOrder(slot)).add(has(slot, POST_ONLY) ? 1 : 0).add(isReduceOnly(slot) ? 1 : 0);
  }

  /// Lets an order rest that is read, and returns its slot, which is in no queue and in no
  /// account's list yet.
  int read(StateSource source, int market, Side side, int accountCount) {
    int slot = open();
    int number = slot * NUMBERS;
    int link = slot * LINKS;
    numbers[number + ORDER] = source.within(1, Long.MAX_VALUE);
    links[link + ACCOUNT] = source.index(accountCount);
    links[link + MARKET] = market;
    numbers[number + PRICE] = source.within(1, Long.MAX_VALUE);
    numbers[number + LEAVES] = source.within(1, Long.MAX_VALUE);
    numbers[number + CLIENT_ORDER] = source.number();
    links[link + FLAGS] =
        (side == Side.BUY ? BUYS : 0)
            | (source.flag() ? POST_ONLY : 0)
            | (source.flag() ? REDUCE_ONLY : 0);
    source.require(slotOf(order(slot)) == NONE, "an order rests once");
    source.require(
        clientOrder(slot) == 0 || slotOf(account(slot), clientOrder(slot)) == NONE,
        "an account has one order of a name");
    name(slot);
    return slot;
  }

  /// Links the orders of each account once all that rest are read. An order has its number from the
  /// command that lets it rest, so the lower number is the older order.
  public void linkAccounts() {
    long[] byAge = new long[used];
    Arrays.setAll(byAge, this::order);
    Arrays.sort(byAge);
    for (long order : byAge) {
      int slot = slotOf(order);
      accountLists.append(account(slot), slot);
    }
  }

  private int open() {
    int slot = free;
    if (slot == NONE) {
      slot = used++;
      reserve();
    } else {
      free = next(slot);
    }
    return slot;
  }

  private void name(int slot) {
    links[slot * LINKS + NEXT] = NONE;
    links[slot * LINKS + PREVIOUS] = NONE;
    orderNumbers.add(order(slot), slot);
    if (clientOrder(slot) != 0) {
      clientOrders.add(slot);
    }
  }

  /// Forgets an order that is in no queue any more.
  void give(int slot) {
    orderNumbers.remove(order(slot));
    accountLists.remove(account(slot), slot);
    if (clientOrder(slot) != 0) {
      clientOrders.remove(slot);
    }
    links[slot * LINKS + NEXT] = free;
    free = slot;
  }

  void reduce(int slot, long lots) {
    numbers[slot * NUMBERS + LEAVES] -= lots;
  }

  /// Returns the price level in whose queue an order stands.
  int level(int slot) {
    return links[slot * LINKS + LEVEL];
  }

  void stand(int slot, int level) {
    links[slot * LINKS + LEVEL] = level;
  }

  /// Returns the next younger order of the same price level.
  int next(int slot) {
    return links[slot * LINKS + NEXT];
  }

  int previous(int slot) {
    return links[slot * LINKS + PREVIOUS];
  }

  /// Makes two slots neighbors in the queue of a price level; [#NONE] stands for its end.
  void link(int earlier, int later) {
    link(earlier, later, NEXT, PREVIOUS);
  }

  /// Returns the next older order of the same account.
  int previousOf(int slot) {
    return links[slot * LINKS + PREVIOUS_OF_ACCOUNT];
  }

  /// Makes two slots neighbors among the orders of their account; [#NONE] stands for its end.
  void linkOfAccount(int earlier, int later) {
    link(earlier, later, NEXT_OF_ACCOUNT, PREVIOUS_OF_ACCOUNT);
  }

  private void link(int earlier, int later, int next, int previous) {
    if (earlier != NONE) {
      links[earlier * LINKS + next] = later;
    }
    if (later != NONE) {
      links[later * LINKS + previous] = earlier;
    }
  }

  private static int flags(ClearedOrder order) {
    return (order.side() == Side.BUY ? BUYS : 0)
        | (order.timeInForce() == TimeInForce.POST_ONLY ? POST_ONLY : 0)
        | (order.isReduceOnly() ? REDUCE_ONLY : 0);
  }

  private boolean has(int slot, int flag) {
    return (links[slot * LINKS + FLAGS] & flag) != 0;
  }

  private void reserve() {
    if (used * NUMBERS > numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
      links = Arrays.copyOf(links, links.length * 2);
    }
  }
}
