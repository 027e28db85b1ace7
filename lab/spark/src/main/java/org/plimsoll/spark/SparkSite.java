package org.plimsoll.spark;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.plimsoll.sweep.PlannedRun;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.SweepRuns;

/// Runs on Spark: this process is the driver, and keeps every row as soon as its run has ended.
final class SparkSite implements RunSite {
  private static final int BATCHES_PER_CORE = 8;

  /// So that the last batches are short, however many cores there turn out to be.
  private static final int BATCH_RUNS_MAX = 16;

  private final SparkDriver driver;

  SparkSite(SparkDriver driver) {
    this.driver = driver;
  }

  @Override
  public void run(SweepRuns runs, List<PlannedRun> missing, Keeper keeper) throws IOException {
    if (missing.isEmpty()) {
      return;
    }
    Inbox inbox = new Inbox(missing, keeper);
    Messages.open(inbox);
    try (JavaSparkContext spark = driver.open("plimsoll sweep", Messages.class)) {
      int batches =
          Math.max(BATCHES_PER_CORE * spark.defaultParallelism(), missing.size() / BATCH_RUNS_MAX);
      driver.await(
          spark,
          spark
              .parallelize(missing, Math.min(batches, missing.size()))
              .foreachPartitionAsync(new Batch(spark.broadcast(runs))));
    } finally {
      Messages.close();
    }
    inbox.requireAll();
  }
}
