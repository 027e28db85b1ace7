package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// Holds what clients saw against one venue that does one thing at a time.
///
/// A history is linearizable if its operations can be put into a row such that each saw what it
/// would have seen if they had been done in that order, and an operation that was answered before
/// another was handed in stands before it (Herlihy, Wing 1990). To look for such a row takes time
/// that grows exponentially; here every answer proposes one, by its position in the log, and this
/// checks the two conditions for it. If both hold the row is the proof, whoever proposed it. If one
/// does not, the history may still be linearizable in another order, but then the log lied about
/// the order in which it was decided, which is as bad.
final class Linearizability {
  private Linearizability() {}

  /// Returns what is wrong with a history, if anything is.
  ///
  /// @param history all that was ever sent, by anybody, each with its answer
  static Optional<String> fault(List<Operation> history) {
    List<Operation> row = new ArrayList<>(history);
    row.sort(Comparator.comparingLong(each -> each.answer().position()));
    return order(row).or(() -> results(row));
  }

  /// In the row, nothing may stand behind what was handed in after its own answer.
  private static Optional<String> order(List<Operation> row) {
    Operation latest = null;
    for (Operation each : row) {
      if (latest != null && latest.answer().position() == each.answer().position()) {
        return Optional.of("one place in the log for two: " + latest + " and " + each);
      }
      if (latest != null && each.answeredNs() < latest.invokedNs()) {
        return Optional.of(
            each + " was answered before " + latest + " began, and stands behind it");
      }
      if (latest == null || each.invokedNs() > latest.invokedNs()) {
        latest = each;
      }
    }
    return Optional.empty();
  }

  /// Each answer is what one venue says to the commands in the order of the row.
  private static Optional<String> results(List<Operation> row) {
    Effects effects = new Effects();
    Venue venue = new Venue(Limits.DEFAULT, effects);
    for (Operation each : row) {
      Answer told = each.answer();
      new Request(each.client(), told.clientSequence(), each.command()).deliverTo(venue);
      Answer due = effects.answer(told.clientSequence(), told.position());
      if (!isSame(told, due)) {
        return Optional.of(each + " should have been answered " + due);
      }
    }
    return Optional.empty();
  }

  /// The place in history is another one, since time passes between commands.
  private static boolean isSame(Answer told, Answer due) {
    return told.outcome() == due.outcome()
        && told.reason() == due.reason()
        && told.required() == due.required()
        && told.available() == due.available()
        && told.order() == due.order()
        && told.filledLots() == due.filledLots();
  }
}
