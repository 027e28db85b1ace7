package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.script.Script;
import org.plimsoll.script.Step;
import org.plimsoll.venue.Limits;

/// The commands of a script as a venue's history.
record ScriptJournal(Script script) {
  private static final int CLIENT = 0;

  /// Writes a new folder.
  void write(Path folder) {
    new Destination(folder).write(this::writeTo);
  }

  private void writeTo(Path folder) throws IOException {
    CommandEncoder encoder = new CommandEncoder();
    long number = 0;
    try (NewHistory history = NewHistory.in(folder, Limits.DEFAULT)) {
      for (Step step : script.steps()) {
        if (step instanceof Step.Ask ask) {
          new Request(CLIENT, ++number, ask.command()).deliverTo(encoder);
          history.writer().add(encoder.bytes(), 0, encoder.length());
        }
      }
    }
  }
}
