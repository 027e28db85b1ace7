package org.plimsoll.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.plimsoll.sweep.PlannedRun;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.SiteFailed;
import org.plimsoll.sweep.SweepRuns;

/// Runs on Spark: this process is the driver, and keeps every row as soon as its run has ended.
final class SparkSite implements RunSite {
  private static final int BATCHES_PER_CORE = 8;

  /// So that the last batches are short, however many cores there turn out to be.
  private static final int BATCH_RUNS_MAX = 16;

  private static final int ANSWER_MS = 5_000;
  private static final long WORKERS_AWAITED_S = 60;
  private static final String LOOPBACK = "127.0.0.1";

  private final SparkHome home;
  private final SparkAddress address;

  SparkSite(SparkHome home, SparkAddress address) {
    this.home = home;
    this.address = address;
  }

  @Override
  public void run(SweepRuns runs, List<PlannedRun> missing, Keeper keeper) throws IOException {
    if (missing.isEmpty()) {
      return;
    }
    SparkConf settings = settings();
    Inbox inbox = new Inbox(missing, keeper);
    Messages.open(inbox);
    try (JavaSparkContext spark = context(settings)) {
      int batches =
          Math.max(BATCHES_PER_CORE * spark.defaultParallelism(), missing.size() / BATCH_RUNS_MAX);
      await(
          spark,
          spark
              .parallelize(missing, Math.min(batches, missing.size()))
              .foreachPartitionAsync(new Batch(spark.broadcast(runs))));
    } finally {
      Messages.close();
    }
    inbox.requireAll();
  }

  private static JavaSparkContext context(SparkConf settings) {
    try {
      return new JavaSparkContext(settings);
    } catch (RuntimeException refused) {
      throw new SiteFailed("Spark does not start: " + refused, refused);
    }
  }

  /// Waits for the job as long as anybody works on it.
  private void await(JavaSparkContext spark, JavaFutureAction<Void> job) throws IOException {
    long idle = 0;
    while (true) {
      try {
        job.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException _) {
        // The driver is in the list too.
        boolean isWorked =
            address instanceof SparkAddress.InProcess
                || spark.statusTracker().getExecutorInfos().length > 1;
        idle = isWorked ? 0 : idle + 1;
        if (idle > WORKERS_AWAITED_S) {
          throw new SiteFailed(address + " has had no worker for " + WORKERS_AWAITED_S + " s");
        }
      } catch (ExecutionException failure) {
        throw new SiteFailed("Spark gave up: " + failure.getCause(), failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the sweep was interrupted", stopped);
      }
    }
  }

  private SparkConf settings() {
    SparkConf settings =
        new SparkConf(false)
            .setAppName("plimsoll sweep")
            .set("spark.ui.enabled", "false")
            .set("spark.plugins", Messages.class.getName());
    return switch (address) {
      case SparkAddress.InProcess(int threads) ->
          onLoopback(settings).setMaster("local[" + threads + "]");
      case SparkAddress.Master master -> at(master, settings);
    };
  }

  private SparkConf at(SparkAddress.Master master, SparkConf settings) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(master.host(), master.port()), ANSWER_MS);
    } catch (IOException silent) {
      throw new SiteFailed(
          "nobody answers at " + master + " (" + silent.getMessage() + "); is a cluster up there?",
          silent);
    }
    if (master.isLoopback()) {
      onLoopback(settings);
    }
    Optional<String> secret = home.secret(master.host(), master.port());
    secret.ifPresent(
        word -> settings.set("spark.authenticate", "true").set("spark.authenticate.secret", word));
    String jars =
        home.jobJars().stream()
            .map(Path::toUri)
            .map(Object::toString)
            .collect(Collectors.joining(","));
    return settings.setMaster(master.toString()).set("spark.jars", jars);
  }

  private static SparkConf onLoopback(SparkConf settings) {
    return settings.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
  }
}
