package org.plimsoll.solvency.file;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.solvency.assess.FoldedAccounts;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problem;

/// What came of reading and folding a part of a book.
public sealed interface PartFold extends Serializable {
  /// The part is sound.
  final class Folded implements PartFold {
    private static final long serialVersionUID = 1;

    private final FoldedAccounts accounts;
    private final AccountRun run;
    private final LinkedHashMap<String, Place> uses;

    Folded(FoldedAccounts accounts, AccountRun run, Map<String, Place> uses) {
      this.accounts = accounts;
      this.run = run;
      this.uses = new LinkedHashMap<>(uses);
    }

    FoldedAccounts accounts() {
      return accounts;
    }

    AccountRun run() {
      return run;
    }

    /// Returns where each asset is first held or owed.
    Map<String, Place> uses() {
      return uses;
    }
  }

  /// The part is refused.
  ///
  /// @param problems at least one, in the order of the file
  record Refused(List<Problem> problems) implements PartFold {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
