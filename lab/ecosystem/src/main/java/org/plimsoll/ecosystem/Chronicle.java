package org.plimsoll.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What happened, in words, for the timeline. Nobody in the simulation reads it.
public final class Chronicle {
  private static final int TEXT_MAX = 10_000;

  private final List<Flag> flags = new ArrayList<>();

  /// Adds a flag.
  public void add(Flag flag) {
    flags.add(flag);
  }

  /// Returns how many flags were set.
  public int count() {
    return flags.size();
  }

  /// Returns every flag in the order in which it was set.
  public List<Flag> flags() {
    return List.copyOf(flags);
  }

  void writeTo(StateSink sink) {
    sink.add(flags.size());
    for (Flag flag : flags) {
      sink.add(flag.timeNs()).add(flag.kind()).add(flag.text());
      sink.add(flag.source().isPresent() ? 1 : 0);
      flag.source().ifPresent(sink::add);
    }
  }

  void readFrom(StateSource source) {
    flags.clear();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      long timeNs = source.number();
      String kind = source.text(TEXT_MAX);
      String text = source.text(TEXT_MAX);
      flags.add(
          new Flag(
              timeNs,
              kind,
              text,
              source.flag() ? Optional.of(source.text(TEXT_MAX)) : Optional.empty()));
    }
  }
}
