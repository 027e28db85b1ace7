package org.plimsoll.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.run.VenueFacts;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.FactsFile;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.venue.Limits;

/// The commands of a run as a venue's history, written while it runs.
final class RunHistory implements CommandListener, AutoCloseable {
  private final Path folder;
  private final CommandEncoder encoder = new CommandEncoder();
  private @Nullable NewHistory history;

  RunHistory(Path folder) {
    this.folder = folder;
  }

  @Override
  public void onVenue(Limits limits) {
    new Destination(folder).write(where -> history = NewHistory.in(where, limits));
  }

  @Override
  public void onCommand(Request request) {
    request.deliverTo(encoder);
    if (history != null) {
      history.writer().add(encoder.bytes(), 0, encoder.length());
    }
  }

  /// Writes beside it what the venue does not know of itself.
  void describe(VenueFacts facts) {
    LiveFacts live = new LiveFacts(facts.title(), facts.related(), facts.assets());
    new Destination(folder).write(where -> FactsFile.write(where, live));
  }

  @Override
  public void close() {
    try {
      if (history != null) {
        history.close();
      }
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
