package org.plimsoll.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.plimsoll.ecosystem.scenario.RunnableScenario;
import org.plimsoll.results.WholeFile;

/// Runs a plan into a folder. Each run is for itself; the files hold the runs in their order,
/// whatever the order in which they ended, so neither where they were run nor a kill on the way
/// changes a byte of them.
///
/// While it works, the folder has `plan.json`, a log of the runs that are done, and `so-far.csv`,
/// how their figures lie. A sweep of the same plan into the same folder goes on from there.
public final class Sweep {
  private static final String PLAN = "plan.json";
  private static final String LOG = "done.log";

  private final SweepPlan plan;
  private final RunnableScenario scenario;
  private final SweepFolder folder;
  private final Path path;
  private List<Band> bands = List.of();
  private int counted;

  /// Creates a sweep.
  ///
  /// @param path of the folder, which is made if it does not exist
  /// @param version of Plimsoll
  /// @param command the line that gives the sweep again
  public Sweep(
      SweepPlan plan, RunnableScenario scenario, Path path, String version, String command) {
    this.plan = plan;
    this.scenario = scenario;
    this.path = path;
    folder = new SweepFolder(plan, path, version, command);
  }

  /// Runs what is not done yet and writes the files.
  ///
  /// @param site where they are run
  /// @param told how far it has come, at the start and after each run; not by several threads at
  ///   once
  /// @return the summary as a table of text
  /// @throws IOException if the machine refuses a file
  /// @throws AnotherPlan if the folder holds a sweep of another plan
  /// @throws SiteFailed if the site does not answer, or gives up; runs that are done stay done
  /// @throws RunFailed if a run fails; those that are done stay done
  public String run(RunSite site, Consumer<SoFar> told) throws IOException {
    start();
    if (folder.isComplete()) {
      Files.deleteIfExists(path.resolve(LOG));
      told.accept(new SoFar(plan.runs(), List.of()));
      return folder.summary();
    }
    SortedMap<Integer, SweepRow> rows = RowLog.read(path.resolve(LOG));
    count(rows);
    told.accept(new SoFar(rows.size(), bands));
    try (RowLog log = RowLog.open(path.resolve(LOG))) {
      site.run(new SweepRuns(plan, scenario), missing(rows), done -> keep(done, rows, log, told));
    }
    folder.write(rows);
    Files.delete(path.resolve(LOG));
    return folder.summary();
  }

  private void start() throws IOException {
    Files.createDirectories(path);
    Path known = path.resolve(PLAN);
    if (!Files.exists(known)) {
      WholeFile.write(known, plan.json());
      return;
    }
    Optional<String> refusal = plan.refusalOf(Files.readString(known));
    if (refusal.isPresent()) {
      throw new AnotherPlan(path, refusal.get());
    }
  }

  private List<PlannedRun> missing(SortedMap<Integer, SweepRow> rows) {
    List<Map<String, String>> settings = plan.settings();
    return IntStream.range(0, plan.runs())
        .filter(run -> !rows.containsKey(run))
        .mapToObj(run -> new PlannedRun(run, settings.get(run)))
        .toList();
  }

  private void keep(
      DoneRun done, SortedMap<Integer, SweepRow> rows, RowLog log, Consumer<SoFar> told)
      throws IOException {
    if (!rows.containsKey(done.run())) {
      log.add(done);
      rows.put(done.run(), rows.isEmpty() ? done.row() : done.row().like(first(rows)));
      folder.writeChunks(rows);
      count(rows);
      told.accept(new SoFar(rows.size(), bands));
    }
  }

  private void count(SortedMap<Integer, SweepRow> rows) throws IOException {
    if (!rows.isEmpty() && SoFar.isWorthCounting(rows.size(), counted)) {
      counted = rows.size();
      bands = folder.writeSoFar(rows);
    }
  }

  private static SweepRow first(SortedMap<Integer, SweepRow> rows) {
    return rows.values().iterator().next();
  }

  /// The folder holds a sweep of another plan, or one of another version.
  public static final class AnotherPlan extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnotherPlan(Path path, String which) {
      super(
          path
              + " holds a sweep of "
              + which
              + ", as its plan.json says; give another folder, or the same scenario, runs, seed and"
              + " ranges");
    }
  }
}
