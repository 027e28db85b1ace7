package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The last safe prices of accounts on one side of one price: a binary heap, the first to be
/// crossed on top.
///
/// A band that has been armed anew leaves its old entry behind, told by its stamp; such entries are
/// dropped when they come to the top or when room runs out.
final class BandHeap {
  private static final int CAPACITY_AT_FIRST = 16;

  private long[] keys = new long[CAPACITY_AT_FIRST];
  private int[] accounts = new int[CAPACITY_AT_FIRST];
  private int[] stamps = new int[CAPACITY_AT_FIRST];
  private int size;

  /// Adds an entry, the lower keys on top.
  ///
  /// @param live the stamp of each account's bands that count
  void add(long key, int account, int[] live) {
    if (size == keys.length) {
      dropStale(live);
      if (size > keys.length / 2) {
        grow();
      }
    }
    push(key, account, live[account]);
  }

  /// Returns whether the first entry's key is below `key`.
  boolean isCrossed(long key) {
    return size > 0 && keys[0] < key;
  }

  /// Takes the first entry off.
  ///
  /// @return its account, or -1 if its band has been armed anew since
  int take(int[] live) {
    int account = stamps[0] == live[accounts[0]] ? accounts[0] : -1;
    size--;
    sink(size, 0);
    return account;
  }

  /// Adds the entries that count, by account.
  void writeTo(StateSink sink, int[] live) {
    long[] byAccount = new long[size];
    int count = 0;
    for (int entry = 0; entry < size; entry++) {
      if (stamps[entry] == live[accounts[entry]]) {
        byAccount[count++] = (long) accounts[entry] << Integer.SIZE | entry;
      }
    }
    Arrays.sort(byAccount, 0, count);
    sink.add(count);
    for (int i = 0; i < count; i++) {
      int entry = (int) byAccount[i];
      sink.add(accounts[entry]).add(keys[entry]);
    }
  }

  void readFrom(StateSource source, int[] live, int accountCount) {
    int count = source.count(accountCount);
    int account = -1;
    for (int entry = 0; entry < count; entry++) {
      account = source.within(account + 1, accountCount - 1);
      add(source.number(), account, live);
    }
  }

  private void push(long key, int account, int stamp) {
    int child = size++;
    while (child > 0 && key < keys[(child - 1) >>> 1]) {
      copy((child - 1) >>> 1, child);
      child = (child - 1) >>> 1;
    }
    set(child, key, account, stamp);
  }

  private void sink(int entry, int to) {
    int parent = to;
    for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      int first = child + 1 < size && keys[child + 1] < keys[child] ? child + 1 : child;
      if (keys[first] >= keys[entry]) {
        break;
      }
      copy(first, parent);
      parent = first;
    }
    copy(entry, parent);
  }

  private void dropStale(int[] live) {
    int count = size;
    size = 0;
    for (int entry = 0; entry < count; entry++) {
      if (stamps[entry] == live[accounts[entry]]) {
        push(keys[entry], accounts[entry], stamps[entry]);
      }
    }
  }

  private void copy(int from, int to) {
    set(to, keys[from], accounts[from], stamps[from]);
  }

  private void set(int entry, long key, int account, int stamp) {
    keys[entry] = key;
    accounts[entry] = account;
    stamps[entry] = stamp;
  }

  private void grow() {
    int capacity = keys.length * 2;
    keys = Arrays.copyOf(keys, capacity);
    accounts = Arrays.copyOf(accounts, capacity);
    stamps = Arrays.copyOf(stamps, capacity);
  }
}
