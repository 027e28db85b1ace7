package org.plimsoll.ecosystem.agent.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Holds a cash book against a statement from outside, payment by payment.
public final class Reconciliation {
  private Reconciliation() {}

  /// Returns where they differ, by reference.
  public static List<Discrepancy> of(List<Entry> statement, List<Entry> book) {
    SortedMap<Long, List<Entry>> booked = new TreeMap<>();
    book.forEach(
        entry -> booked.computeIfAbsent(entry.reference(), _ -> new ArrayList<>()).add(entry));
    SortedMap<Long, Discrepancy> found = new TreeMap<>();
    for (Entry stated : statement) {
      List<Entry> same = booked.getOrDefault(stated.reference(), List.of());
      booked.remove(stated.reference());
      long sum = sum(same);
      if (same.size() != 1 || sum != stated.amount()) {
        found.put(stated.reference(), new Discrepancy(kind(same, stated), stated, sum));
      }
    }
    booked.forEach((reference, entries) ->
        found.put(
            reference,
            new Discrepancy(Discrepancy.Kind.INVENTED, entries.getFirst(), sum(entries))));
    return List.copyOf(found.values());
  }

  private static Discrepancy.Kind kind(List<Entry> booked, Entry stated) {
    if (booked.isEmpty()) {
      return Discrepancy.Kind.MISSING;
    }
    boolean isRepeated = booked.size() > 1 && booked.getFirst().amount() == stated.amount();
    return isRepeated ? Discrepancy.Kind.DOUBLE : Discrepancy.Kind.WRONG;
  }

  private static long sum(List<Entry> entries) {
    return entries.stream().mapToLong(Entry::amount).sum();
  }
}
