package org.plimsoll.architecture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The modules, and the arrows between them. One module is one package tree.
enum Room {
  UNITS,
  LEDGER(UNITS),
  PROTOCOL(UNITS, LEDGER),
  MATCHING(UNITS),
  MARGIN(UNITS),
  VENUE(LEDGER, PROTOCOL, MATCHING, MARGIN),
  RESULTS(UNITS),
  SOLVENCY(MARGIN, LEDGER, RESULTS),
  MIRROR(VENUE, SOLVENCY),
  SCRIPT(MIRROR),
  REPORT(SOLVENCY, RESULTS),
  CLI(MIRROR, SCRIPT, REPORT),
  MODEL(VENUE, MIRROR);

  /// The rooms that replay must find deterministic: no I/O, clock, threads or randomness.
  static final Set<Room> CORE = EnumSet.of(UNITS, LEDGER, PROTOCOL, MATCHING, MARGIN, VENUE);

  private final List<Room> arrows;

  Room(Room... arrows) {
    this.arrows = List.of(arrows);
  }

  /// The package tree, as ArchUnit writes it.
  String packages() {
    return "*.plimsoll." + name().toLowerCase(Locale.ROOT) + "..";
  }

  /// This room and all that its arrows lead to.
  Set<Room> reach() {
    Set<Room> reached = EnumSet.of(this);
    Deque<Room> open = new ArrayDeque<>(arrows);
    while (!open.isEmpty()) {
      Room room = open.remove();
      if (reached.add(room)) {
        open.addAll(room.arrows);
      }
    }
    return reached;
  }

  static String[] packagesOf(Set<Room> rooms) {
    return rooms.stream().map(Room::packages).toArray(String[]::new);
  }

  /// The rooms that this one must not know.
  String[] packagesOutOfReach() {
    Set<Room> reached = reach();
    return Arrays.stream(values())
        .filter(room -> !reached.contains(room))
        .map(Room::packages)
        .toArray(String[]::new);
  }
}
