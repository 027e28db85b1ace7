package org.plimsoll.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.run.Histories;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.run.VenueFacts;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.host.HistoryWriter;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.venue.Limits;

/// The history of a run of a scenario that ships, as `simulate --journal` writes it.
public final class SimulatedHistory implements CommandListener {
  private static final int SEGMENT_BYTES = 1 << 22;

  private final DiskStorage storage;
  private final CommandEncoder encoder = new CommandEncoder();
  private HistoryWriter writer;

  private SimulatedHistory(DiskStorage storage) {
    this.storage = storage;
  }

  /// Writes that of some days of a scenario.
  ///
  /// @return how many commands it has
  public static long write(String name, int days, Path folder) throws IOException {
    LoadedScenario scenario = ((ReadResult.Loaded) ShippedScenarios.read(name)).scenario();
    try (DiskStorage storage = DiskStorage.open(folder)) {
      SimulatedHistory history = new SimulatedHistory(storage);
      RunOptions options =
          new RunOptions(
              1,
              Profile.COARSE,
              Optional.of(scenario.scenario().start().plus(Duration.ofDays(days))),
              Optional.empty(),
              Histories.NONE,
              history,
              (_, _, _, _) -> {});
      Outcome outcome =
          scenario.run(options, new LoadedScenario.Changes(List.of(), Map.of(), "test"));
      history.writer.close();
      VenueFacts facts = VenueFacts.of(scenario.scenario(), LiveFacts.SUBJECT);
      FactsFile.write(folder, new LiveFacts(facts.title(), facts.related(), facts.assets()));
      return outcome.commands();
    }
  }

  @Override
  public void onVenue(Limits limits) {
    try {
      JournalSettings settings = new JournalSettings(SEGMENT_BYTES, 64 << 10);
      writer = HistoryWriter.create(storage, limits, new JournalId(1, 1), settings);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  @Override
  public void onCommand(Request request) {
    request.deliverTo(encoder);
    writer.add(encoder.bytes(), 0, encoder.length());
  }
}
