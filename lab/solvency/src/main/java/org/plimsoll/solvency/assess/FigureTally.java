package org.plimsoll.solvency.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Interval;

/// What figures leave open and where they were read, in their order. Tallies of figures that follow
/// each other add up to the tally of all of them.
final class FigureTally implements Serializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<Assumption> open = new ArrayList<>();
  private final TreeMap<BookFigures.Group, FirstNames> sourceless = new TreeMap<>();
  private final LinkedHashMap<String, FirstNames> bySource = new LinkedHashMap<>();

  void add(BookFigures.Named figure) {
    if (!figure.value().isExact()) {
      addOpen(figure);
    }
    if (figure.hasSource()) {
      bySource.computeIfAbsent(figure.figure().source(), _ -> new FirstNames()).add(figure);
    } else if (figure.group() != BookFigures.Group.PLEDGES || !Bounds.isZero(figure.value())) {
      sourceless.computeIfAbsent(figure.group(), _ -> new FirstNames()).add(figure);
    }
  }

  /// Adds the tally of the figures that come after these.
  void add(FigureTally later) {
    open.addAll(later.open);
    later.sourceless.forEach(
        (group, names) -> sourceless.computeIfAbsent(group, _ -> new FirstNames()).add(names));
    later.bySource.forEach(
        (source, names) -> bySource.computeIfAbsent(source, _ -> new FirstNames()).add(names));
  }

  /// Returns every range and unknown.
  List<Assumption> open() {
    return open;
  }

  /// Returns what has no source, by sort of figure.
  SortedMap<BookFigures.Group, FirstNames> sourceless() {
    return sourceless;
  }

  /// Returns the sources in the order in which they are first named.
  List<Source> sources() {
    return bySource.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey())).toList();
  }

  /// Returns how many entries it has.
  int size() {
    return open.size() + bySource.size();
  }

  private void addOpen(BookFigures.Named figure) {
    Interval value = figure.value();
    boolean bounded = value.low() != null && value.high() != null;
    open.add(
        new Assumption(
            bounded ? Assumption.Kind.RANGE : Assumption.Kind.UNKNOWN,
            "The " + figure.name() + " is " + Wording.range(value) + ".",
            figure.figure().source()));
  }
}
