package org.plimsoll.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.ClusterSettings;

/// All nodes of a cluster on this machine, each in a process of its own. One that ends is started
/// again, the later the more often it has ended; one whose directory cannot be trusted is not.
final class ClusterSupervisor {
  private static final long LOOK_EVERY_MS = 100;
  private static final long WAIT_MS = 1_000;
  private static final long WAIT_MS_MAX = 32_000;
  private static final long STEADY_NS = TimeUnit.MINUTES.toNanos(1);
  private static final long GOODBYE_SECONDS = 20;

  private final Path file;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<Node> nodes = new ArrayList<>();

  ClusterSupervisor(Path file, PrintWriter out, PrintWriter err) {
    this.file = file;
    this.out = out;
    this.err = err;
  }

  /// Runs them until it is asked to end.
  ExitCode run() throws IOException {
    ClusterSettings settings = ClusterSettings.read(file);
    out.println(settings.members().size() + " nodes on this machine; Ctrl-C stops them.");
    out.println("  how they are:  ./plimsoll cluster --config " + file + " --status");
    out.flush();
    for (int i = 0; i < settings.members().size(); i++) {
      nodes.add(new Node(i));
    }
    try (EarlyEnd end = EarlyEnd.service()) {
      while (!end.isAsked() && nodes.stream().anyMatch(Node::isWanted)) {
        for (Node node : nodes) {
          node.look();
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
      out.println("Stopping.");
      out.flush();
      return end.isAsked() ? ExitCode.SOUND : ExitCode.INVALID_INPUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.STOPPED;
    } finally {
      nodes.forEach(Node::stop);
      nodes.forEach(Node::await);
    }
  }

  private List<String> command(int member) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Plimsoll.class.getName(),
        "cluster",
        "--config",
        file.toString(),
        "--node",
        Integer.toString(member),
        "--while",
        Long.toString(ProcessHandle.current().pid()));
  }

  /// One node.
  private final class Node {
    private final int member;
    private @Nullable Process process;
    private long startedNs;
    private long waitMs = WAIT_MS;
    private long startNs = System.nanoTime();
    private boolean isRefused;

    Node(int member) {
      this.member = member;
    }

    boolean isWanted() {
      return !isRefused;
    }

    void look() throws IOException {
      Process running = process;
      if (running == null) {
        if (!isRefused && System.nanoTime() >= startNs) {
          start();
        }
      } else if (!running.isAlive()) {
        process = null;
        ended(running.exitValue());
      }
    }

    private void start() throws IOException {
      Process started = new ProcessBuilder(command(member)).redirectErrorStream(true).start();
      process = started;
      startedNs = System.nanoTime();
      Thread.ofVirtual().start(() -> copy(started));
    }

    private void copy(Process from) {
      try (BufferedReader lines = from.inputReader(StandardCharsets.UTF_8)) {
        lines
            .lines()
            .forEach(line -> {
              out.println(line);
              out.flush();
            });
      } catch (IOException | UncheckedIOException gone) {
        // it says no more
      }
    }

    private void ended(int code) {
      if (code == ExitCode.INVALID_INPUT.number()) {
        isRefused = true;
        err.println("plimsoll cluster: node " + member + " does not start");
        return;
      }
      waitMs =
          System.nanoTime() - startedNs > STEADY_NS ? WAIT_MS : Math.min(2 * waitMs, WAIT_MS_MAX);
      startNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
      err.println(
          "plimsoll cluster: node "
              + member
              + " has ended ("
              + code
              + "); it is started again in "
              + waitMs / 1_000
              + " s");
    }

    void stop() {
      if (process != null) {
        process.destroy();
      }
    }

    void await() {
      Process ending = process;
      if (ending == null) {
        return;
      }
      try {
        if (!ending.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
          ending.destroyForcibly();
        }
      } catch (InterruptedException e) {
        ending.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
