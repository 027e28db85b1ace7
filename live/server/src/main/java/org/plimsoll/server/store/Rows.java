package org.plimsoll.server.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the rows of one command after the other, and numbers them.
///
/// History is always told from its first command, so a count of rows is the same in every run. What
/// the store has already is counted and dropped.
final class Rows {
  private final Map<Statement, Long> counts = new EnumMap<>(Statement.class);
  private List<Row> gathered = new ArrayList<>();
  private boolean isNews;
  private long sequence;
  private long nowNs;
  private long dueNs;

  /// Begins a command.
  ///
  /// @param isNews whether its rows are wanted
  void begin(long commandSequence, long clockNs, boolean isNews) {
    this.sequence = commandSequence;
    this.nowNs = clockNs;
    this.dueNs = clockNs;
    this.isNews = isNews;
  }

  /// Begins a step of due work.
  void beginDue(long timeNs) {
    dueNs = timeNs;
  }

  long sequence() {
    return sequence;
  }

  /// Returns the venue's time after the command.
  long nowNs() {
    return nowNs;
  }

  /// Returns when what happens now fell due; the venue's time if the command itself did it.
  long dueNs() {
    return dueNs;
  }

  /// Adds a change of which the values are complete.
  void put(Statement statement, @Nullable Object... values) {
    if (isNews) {
      gathered.add(new Row(statement, Arrays.asList(values)));
    }
  }

  /// Adds a row with the next number of its table before the values.
  ///
  /// @return the number
  long add(Statement statement, @Nullable Object... values) {
    long id = counts.merge(statement, 1L, Long::sum);
    if (isNews) {
      List<@Nullable Object> all = new ArrayList<>(values.length + 1);
      all.add(id);
      all.addAll(Arrays.asList(values));
      gathered.add(new Row(statement, all));
    }
    return id;
  }

  /// Hands out what was gathered.
  List<Row> take() {
    List<Row> taken = gathered;
    gathered = new ArrayList<>();
    return taken;
  }
}
