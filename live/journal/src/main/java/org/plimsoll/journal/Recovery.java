package org.plimsoll.journal;

import java.io.IOException;

/// What can be known of a journal from its files alone.
public sealed interface Recovery permits Recovered, Refused {
  /// Reads every byte that matters and changes none.
  ///
  /// If nothing but a crash has happened to the files, or damage that can be told from one, the
  /// result is the whole acknowledged history, with perhaps one batch more that was on its way, or
  /// a refusal. docs/reference/journal.md says what cannot be told.
  static Recovery examine(Storage storage) {
    try {
      return new Examination(storage).result();
    } catch (RefusalFound found) {
      return found.refused();
    } catch (IOException e) {
      return new Refused(Damage.UNREADABLE, "", 0, "reading failed: " + e);
    }
  }
}
