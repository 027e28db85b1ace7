package org.plimsoll.spark;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/// The way from a batch to the driver, as a plugin that Spark starts at both ends. Spark makes it
/// by its name, so its ends are found by static fields: a process is one driver and one executor at
/// most.
public final class Messages implements SparkPlugin {
  private static final AtomicReference<@Nullable Inbox> INBOX = new AtomicReference<>();
  private static final AtomicReference<@Nullable PluginContext> EXECUTOR = new AtomicReference<>();

  /// Opens the driver's end.
  ///
  /// @throws IllegalStateException if this process is the driver of a sweep already
  static void open(Inbox inbox) {
    if (!INBOX.compareAndSet(null, inbox)) {
      throw new IllegalStateException("one sweep at a time in a process");
    }
  }

  /// Closes the driver's end.
  static void close() {
    INBOX.set(null);
  }

  /// Tells the driver something, at an executor, and returns the answer.
  static Object tell(Report report) throws Exception {
    PluginContext executor = EXECUTOR.get();
    if (executor == null) {
      throw new IllegalStateException("no executor runs here");
    }
    return executor.ask(report);
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new DriverEnd();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorEnd();
  }

  private static final class DriverEnd implements DriverPlugin {
    @Override
    public Map<String, String> init(SparkContext spark, PluginContext context) {
      return Map.of();
    }

    @Override
    public Object receive(Object report) {
      Inbox inbox = INBOX.get();
      if (inbox == null) {
        throw new IllegalStateException("no sweep is under way");
      }
      return inbox.answer((Report) report);
    }
  }

  private static final class ExecutorEnd implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> settings) {
      EXECUTOR.set(context);
    }
  }
}
