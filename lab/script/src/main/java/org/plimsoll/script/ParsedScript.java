package org.plimsoll.script;

import java.util.List;
import org.plimsoll.text.Problem;

/// What became of a script's text.
public sealed interface ParsedScript {
  /// It makes sense.
  ///
  /// @param scripts one, or where the text varies one for each value, in its order
  record Ready(List<Script> scripts) implements ParsedScript {
    /// Returns the script, or the first of several.
    public Script script() {
      return scripts.getFirst();
    }
  }

  /// It does not; everything that is wrong with it, by line.
  record Refused(List<Problem> problems) implements ParsedScript {}
}
