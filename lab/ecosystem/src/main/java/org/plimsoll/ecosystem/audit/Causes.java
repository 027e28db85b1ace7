package org.plimsoll.ecosystem.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ledger.Cause;

/// The causes of the venue and those of the world as one list, without doubles: what comes into
/// custody and goes out of it has one name on both sides, so that there it adds up to nothing.
final class Causes {
  private static final List<String> NAMES = new ArrayList<>();
  private static final int[] OF_WORLD = new int[WorldCause.values().length];
  private static final int[] OF_VENUE = new int[Cause.values().length];

  static {
    for (WorldCause cause : WorldCause.values()) {
      OF_WORLD[cause.ordinal()] = number(kebab(cause));
    }
    for (Cause cause : Cause.values()) {
      OF_VENUE[cause.ordinal()] = number(nameOf(cause));
    }
  }

  private Causes() {}

  static int of(WorldCause cause) {
    return OF_WORLD[cause.ordinal()];
  }

  static int of(Cause cause) {
    return OF_VENUE[cause.ordinal()];
  }

  static int count() {
    return NAMES.size();
  }

  /// Returns a cause in kebab-case.
  static String name(int number) {
    return NAMES.get(number);
  }

  private static String nameOf(Cause cause) {
    return switch (cause) {
      case DEPOSIT -> kebab(WorldCause.VENUE_DEPOSIT);
      case WITHDRAWAL -> kebab(WorldCause.VENUE_WITHDRAWAL);
      case CONTRIBUTION -> kebab(WorldCause.VENUE_CAPITAL);
      case BURN -> kebab(WorldCause.TOKEN_BURN);
      default -> kebab(cause);
    };
  }

  private static String kebab(Enum<?> cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int number(String name) {
    if (!NAMES.contains(name)) {
      NAMES.add(name);
    }
    return NAMES.indexOf(name);
  }
}
