package org.plimsoll.sweep;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs on the threads of this machine.
///
/// @param atOnce how many runs are under way at once, at least 1
public record Threads(int atOnce) implements RunSite {
  @Override
  public void run(SweepRuns runs, List<PlannedRun> missing, Keeper keeper) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      CompletionService<DoneRun> ended = new ExecutorCompletionService<>(pool);
      missing.forEach(run -> ended.submit(() -> runs.run(run)));
      try {
        for (int i = 0; i < missing.size(); i++) {
          keeper.keep(ended.take().get());
        }
      } catch (ExecutionException failure) {
        keepTheRest(pool, ended, keeper);
        throw failed(failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the sweep was interrupted", stopped);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  /// Keeps what ended well while one run failed, so that it need not run again.
  private static void keepTheRest(
      ExecutorService pool, CompletionService<DoneRun> ended, Keeper keeper) throws IOException {
    pool.shutdownNow();
    pool.close();
    for (Future<DoneRun> next = ended.poll(); next != null; next = ended.poll()) {
      if (next.state() == Future.State.SUCCESS) {
        keeper.keep(next.resultNow());
      }
    }
  }

  private static RuntimeException failed(ExecutionException failure) {
    return failure.getCause() instanceof RunFailed run
        ? run
        : new IllegalStateException("a run cannot even fail", failure);
  }
}
