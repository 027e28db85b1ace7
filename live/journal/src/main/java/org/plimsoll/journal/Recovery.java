package org.plimsoll.journal;

import java.io.IOException;

/// What can be known of a journal from its files alone.
public sealed interface Recovery permits Recovered, Refused {
  /// How often it is looked at a journal that shows other damage each time.
  int LOOKS_MAX = 10;

  /// Reads every byte that matters and changes none.
  ///
  /// If nothing but a crash has happened to the files, or damage that can be told from one, the
  /// result is the whole acknowledged history, with perhaps one batch more that was on its way, or
  /// a refusal. docs/reference/journal.md says what cannot be told.
  ///
  /// Somebody may be writing meanwhile, and a write seen in parts can look like damage. So a
  /// refusal counts only when the next look finds the same in the same place.
  static Recovery examine(Storage storage) {
    Recovery seen = look(storage);
    for (int looks = 1; seen instanceof Refused && looks < LOOKS_MAX; looks++) {
      Recovery again = look(storage);
      if (again.equals(seen)) {
        return seen;
      }
      seen = again;
    }
    return seen;
  }

  private static Recovery look(Storage storage) {
    try {
      return new Examination(storage).result();
    } catch (RefusalFound found) {
      return found.refused();
    } catch (IOException e) {
      return new Refused(Damage.UNREADABLE, "", 0, "reading failed: " + e);
    }
  }
}
