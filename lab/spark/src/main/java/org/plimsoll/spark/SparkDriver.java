package org.plimsoll.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.plimsoll.sweep.SiteFailed;

/// This process as the driver of jobs on Spark.
///
/// @param home what Spark was started from
/// @param address where the work is done
record SparkDriver(SparkHome home, SparkAddress address) {
  private static final int ANSWER_MS = 5_000;
  private static final long WORKERS_AWAITED_S = 60;
  private static final String LOOPBACK = "127.0.0.1";

  /// Starts Spark, here as its driver.
  ///
  /// @param name what the job is called there
  /// @param plugin a [SparkPlugin] to start at both ends
  JavaSparkContext open(String name, Class<? extends SparkPlugin> plugin) {
    return open(settings(name).set("spark.plugins", plugin.getName()));
  }

  /// Starts Spark, here as its driver.
  ///
  /// @param name what the job is called there
  JavaSparkContext open(String name) {
    return open(settings(name));
  }

  private static JavaSparkContext open(SparkConf settings) {
    try {
      return new JavaSparkContext(settings);
    } catch (RuntimeException refused) {
      throw new SiteFailed("Spark does not start: " + refused, refused);
    }
  }

  /// Waits for what a job returns as long as anybody works on it.
  <T> T await(JavaSparkContext spark, JavaFutureAction<T> job) throws IOException {
    long idle = 0;
    while (true) {
      try {
        return job.get(1, TimeUnit.SECONDS);
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
        throw new IOException("the work was interrupted", stopped);
      }
    }
  }

  private SparkConf settings(String name) {
    SparkConf settings = new SparkConf(false).setAppName(name).set("spark.ui.enabled", "false");
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
