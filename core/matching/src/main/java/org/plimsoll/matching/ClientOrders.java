package org.plimsoll.matching;

/// Finds a resting order by the account that owns it and the name that its owner gave it.
///
/// Open addressing over slots: what a slot stands for is looked up where it rests. A removal shifts
/// the entries behind it back, so that any number of orders leaves it as fast as a new one.
final class ClientOrders {
  private static final int CAPACITY_AT_FIRST = 64;
  private static final int FREE = 0;
  private static final long SPREAD_ACCOUNTS = 0xD6E8FEB86659FD93L;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final RestingOrders orders;

  /// One more than the slot, or [#FREE].
  private int[] entries = new int[CAPACITY_AT_FIRST];

  private int size;
  private int shift = Long.numberOfLeadingZeros(CAPACITY_AT_FIRST - 1);

  ClientOrders(RestingOrders orders) {
    this.orders = orders;
  }

  int find(int account, long clientOrder) {
    return entries[position(account, clientOrder)] - 1;
  }

  /// Adds an order whose account has no other of that name.
  void add(int slot) {
    entries[position(orders.account(slot), orders.clientOrder(slot))] = slot + 1;
    size++;
    if (size * 2 > entries.length) {
      grow();
    }
  }

  void remove(int slot) {
    int mask = entries.length - 1;
    int gap = position(orders.account(slot), orders.clientOrder(slot));
    for (int at = (gap + 1) & mask; entries[at] != FREE; at = (at + 1) & mask) {
      int home = home(entries[at] - 1);
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        entries[gap] = entries[at];
        gap = at;
      }
    }
    entries[gap] = FREE;
    size--;
  }

  /// Returns where an order of that name is, or would be.
  private int position(int account, long clientOrder) {
    int mask = entries.length - 1;
    int at = home(account, clientOrder);
    while (entries[at] != FREE && !isCalled(entries[at] - 1, account, clientOrder)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private boolean isCalled(int slot, int account, long clientOrder) {
    return orders.clientOrder(slot) == clientOrder && orders.account(slot) == account;
  }

  private int home(int slot) {
    return home(orders.account(slot), orders.clientOrder(slot));
  }

  private int home(int account, long clientOrder) {
    return (int) (((clientOrder ^ account * SPREAD_ACCOUNTS) * SPREAD) >>> shift);
  }

  private void grow() {
    int[] old = entries;
    entries = new int[old.length * 2];
    shift--;
    for (int entry : old) {
      if (entry != FREE) {
        int slot = entry - 1;
        entries[position(orders.account(slot), orders.clientOrder(slot))] = entry;
      }
    }
  }
}
