package org.plimsoll.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.plimsoll.ecosystem.scenario.RunnableScenario;
import org.plimsoll.results.WholeFile;

/// Runs a plan on all cores into a folder. Each run is for itself; the files hold the runs in their
/// order, whatever the order in which they ended, so the number of threads and a kill on the way
/// change no byte of them.
///
/// While it works, the folder has `plan.json` and a log of the runs that are done. A sweep of the
/// same plan into the same folder goes on from there.
public final class Sweep {
  private static final String PLAN = "plan.json";
  private static final String LOG = "done.log";

  private final SweepPlan plan;
  private final RunnableScenario scenario;
  private final SweepFolder folder;
  private final Path path;

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
  /// @param threads how many runs are under way at once, at least 1
  /// @param reached told how many runs are done, on the calling thread
  /// @return the summary as a table of text
  /// @throws IOException if the machine refuses a file
  /// @throws AnotherPlan if the folder holds a sweep of another plan
  /// @throws RunFailed if a run fails; those that are done stay done
  public String run(int threads, IntConsumer reached) throws IOException {
    start();
    if (folder.isComplete()) {
      reached.accept(plan.runs());
      return folder.summary();
    }
    SortedMap<Integer, SweepRow> rows = RowLog.read(path.resolve(LOG));
    reached.accept(rows.size());
    try (RowLog log = RowLog.open(path.resolve(LOG))) {
      runMissing(rows, log, threads, reached);
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

  private void runMissing(
      SortedMap<Integer, SweepRow> rows, RowLog log, int threads, IntConsumer reached)
      throws IOException {
    List<Map<String, String>> settings = plan.settings();
    List<Integer> missing = new ArrayList<>();
    for (int run = 0; run < plan.runs(); run++) {
      if (!rows.containsKey(run)) {
        missing.add(run);
      }
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      CompletionService<Done> ended = new ExecutorCompletionService<>(pool);
      missing.forEach(run -> ended.submit(() -> one(run, settings.get(run))));
      try {
        for (int i = 0; i < missing.size(); i++) {
          keep(ended.take().get(), rows, log);
          folder.writeChunks(rows);
          reached.accept(rows.size());
        }
      } catch (ExecutionException failure) {
        keepTheRest(pool, ended, rows, log);
        throw failed(failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the sweep was interrupted", stopped);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static void keep(Done done, SortedMap<Integer, SweepRow> rows, RowLog log)
      throws IOException {
    log.add(done.run, done.row);
    rows.put(done.run, done.row);
  }

  /// Keeps what ended well while one run failed, so that it need not run again.
  private static void keepTheRest(
      ExecutorService pool,
      CompletionService<Done> ended,
      SortedMap<Integer, SweepRow> rows,
      RowLog log)
      throws IOException {
    pool.shutdownNow();
    pool.close();
    for (Future<Done> next = ended.poll(); next != null; next = ended.poll()) {
      if (next.state() == Future.State.SUCCESS) {
        keep(next.resultNow(), rows, log);
      }
    }
  }

  private static RuntimeException failed(ExecutionException failure) {
    return failure.getCause() instanceof RunFailed run
        ? run
        : new IllegalStateException("a run cannot even fail", failure);
  }

  /// A run that ended.
  private record Done(int run, SweepRow row) {}

  /// Only the row outlives the run: outcomes are large.
  private Done one(int run, Map<String, String> settings) {
    try {
      return new Done(
          run, SweepRow.of(plan, run, settings, scenario.run(plan.seed(run), settings)));
    } catch (RuntimeException failure) {
      throw new RunFailed(plan.line(run, settings), failure);
    }
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

  /// A run failed.
  public static final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunFailed(String line, RuntimeException cause) {
      super(cause.getMessage() + "; to see it again: " + line, cause);
    }
  }
}
