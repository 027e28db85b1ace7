package org.plimsoll.script;

import java.util.List;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.solvency.book.Book;

/// What came of running a script.
///
/// @param findings one for each expectation, and one for each command that did not go as expected
/// @param picture the venue at the end
/// @param book the same as a book
/// @param stateHash the fingerprint of the venue's state at the end
public record ScriptRun(List<Finding> findings, VenuePicture picture, Book book, long stateHash) {
  /// Returns whether everything was as the script expects.
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }
}
