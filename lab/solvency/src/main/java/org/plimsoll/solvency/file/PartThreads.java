package org.plimsoll.solvency.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads parts of a book on the threads of this machine.
///
/// @param atOnce how many are read at once, at least 1
public record PartThreads(int atOnce) implements PartSite {
  @Override
  public List<PartFold> fold(List<BookPart> parts) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      List<Future<PartFold>> begun = new ArrayList<>();
      parts.forEach(part -> begun.add(pool.submit(part::fold)));
      try {
        List<PartFold> folds = new ArrayList<>();
        for (Future<PartFold> fold : begun) {
          folds.add(fold.get());
        }
        return folds;
      } catch (ExecutionException failure) {
        throw new IllegalStateException("a part cannot be folded", failure.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the reading was interrupted", stopped);
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
