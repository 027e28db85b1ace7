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
  LEDGER,
  PROTOCOL,
  MATCHING,
  MARGIN,
  VENUE,
  RESULTS,
  TEXT,
  SOLVENCY,
  PROOF,
  MIRROR,
  SCRIPT,
  ECOSYSTEM,
  SWEEP,
  SPARK,
  REPORT,
  JOURNAL,
  HOST,
  CLUSTER,
  SERVER,
  CROWD,
  CLI,
  MODEL,
  TRIALS,
  BENCH;

  /// The rooms that replay must find deterministic: no I/O, clock, threads or randomness.
  static final Set<Room> CORE = EnumSet.of(UNITS, LEDGER, PROTOCOL, MATCHING, MARGIN, VENUE);

  /// The rooms that are built where they are asked for, and may be absent elsewhere.
  static final Set<Room> ON_DEMAND = EnumSet.of(SPARK);

  /// The rooms that this one imports.
  private List<Room> arrows() {
    return switch (this) {
      case UNITS, TEXT, JOURNAL, CROWD -> List.of();
      case LEDGER, MATCHING, MARGIN, RESULTS -> List.of(UNITS);
      case PROTOCOL -> List.of(UNITS, LEDGER);
      case VENUE -> List.of(LEDGER, PROTOCOL, MATCHING, MARGIN);
      case SOLVENCY -> List.of(MARGIN, LEDGER, RESULTS, TEXT);
      case PROOF -> List.of(SOLVENCY, RESULTS);
      case REPORT -> List.of(ECOSYSTEM, SOLVENCY, RESULTS);
      case MIRROR -> List.of(VENUE, SOLVENCY);
      case SCRIPT -> List.of(MIRROR);
      case ECOSYSTEM -> List.of(MIRROR, TEXT, RESULTS);
      case SWEEP -> List.of(ECOSYSTEM, SOLVENCY, RESULTS);
      case SPARK -> List.of(SWEEP);
      case CLI -> List.of(MIRROR, SCRIPT, ECOSYSTEM, SWEEP, REPORT, PROOF, SERVER, CROWD, CLUSTER);
      case MODEL -> List.of(VENUE, MIRROR);
      case HOST -> List.of(VENUE, JOURNAL);
      case CLUSTER -> List.of(VENUE, PROTOCOL);
      case SERVER -> List.of(HOST, CLUSTER, MIRROR, SOLVENCY, RESULTS, TEXT);
      case TRIALS -> List.of(HOST, MODEL);
      case BENCH -> List.of(SOLVENCY, HOST, ECOSYSTEM, SERVER, CLUSTER);
    };
  }

  /// The package tree, as ArchUnit writes it.
  String packages() {
    return "*.plimsoll." + name().toLowerCase(Locale.ROOT) + "..";
  }

  /// This room and all that its arrows lead to.
  Set<Room> reach() {
    Set<Room> reached = EnumSet.of(this);
    Deque<Room> open = new ArrayDeque<>(arrows());
    while (!open.isEmpty()) {
      Room room = open.remove();
      if (reached.add(room)) {
        open.addAll(room.arrows());
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
