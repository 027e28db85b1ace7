package org.plimsoll.script;

import java.util.List;
import org.plimsoll.solvency.file.Problem;

/// What became of a script's text.
public sealed interface ParsedScript {
  /// It makes sense.
  record Ready(Script script) implements ParsedScript {}

  /// It does not; everything that is wrong with it, by line.
  record Refused(List<Problem> problems) implements ParsedScript {}
}
