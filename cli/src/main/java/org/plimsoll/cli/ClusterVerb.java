package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.plimsoll.cluster.ClusterConnection;
import org.plimsoll.cluster.ClusterNode;
import org.plimsoll.cluster.ClusterSettings;
import org.plimsoll.cluster.ClusterStatus;
import org.plimsoll.cluster.LogReplay;
import org.plimsoll.cluster.NodeDirectory;
import org.plimsoll.cluster.NodeRefusal;
import org.plimsoll.cluster.NodeView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll cluster`: the venue on several machines.
@Command(
    name = "cluster",
    description = {
      "Run the venue on several nodes, so that it outlives the loss of a minority of them.",
      "With --nodes it runs all of them on this machine, to try it; for real each machine runs one,"
          + " with --config and --node. Ctrl-C stops."
    })
final class ClusterVerb implements Callable<Integer> {
  private static final int FIRST_PORT = 20_110;
  private static final long ANSWER_SECONDS = 10;
  private static final long LOOK_EVERY_MS = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes to run here, 1, 3, 5 or 7; each in a process of its own.")
  private Optional<Integer> nodes = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where these keep what they have (default: plimsoll-cluster).")
  private Path data = Path.of("plimsoll-cluster");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The first of ten ports for each of these (default: 20110).")
  private int port = FIRST_PORT;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Where the nodes are, the same file on every machine.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--node", paramLabel = "I", description = "Which of them to run here, from 0.")
  private Optional<Integer> node = Optional.empty();

  @Option(names = "--status", description = "Ask the nodes how they are, and run none.")
  private boolean isStatus;

  @Option(
      names = "--replay",
      description = "Decide the log of a node that does not run, and print what it comes to.")
  private boolean isReplay;

  @Option(names = "--while", hidden = true, description = "End with the process of this number.")
  private Optional<Long> parent = Optional.empty();

  @Override
  public Integer call() throws IOException {
    ExitCode code;
    if (nodes.isPresent()) {
      refuse(config.isPresent() || node.isPresent() || isStatus || isReplay, "--nodes");
      code = new ClusterSupervisor(file(), out(), err()).run();
    } else {
      if (config.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE, "--nodes N tries it on this machine; for real give --config FILE");
      }
      ClusterSettings settings = settings(config.get());
      if (isStatus) {
        refuse(node.isPresent() || isReplay, "--status");
        code = status(settings);
      } else {
        code = isReplay ? replay(settings, member(settings)) : run(settings, member(settings));
      }
    }
    return code.number();
  }

  private static void refuse(boolean isSaid, String option) {
    if (isSaid) {
      throw new CommandFailure(ExitCode.USAGE, option + ": does not go with what else is said");
    }
  }

  /// Returns the file of the nodes that run here, and writes it if it is not there yet.
  private Path file() throws IOException {
    Path file = data.resolve("cluster.conf");
    if (Files.exists(file)) {
      int there = settings(file).members().size();
      if (there != nodes.orElseThrow()) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT, file + ": has " + there + " nodes; a cluster keeps its number");
      }
      return file;
    }
    ClusterSettings settings;
    try {
      settings = ClusterSettings.local(nodes.orElseThrow(), port, data.toAbsolutePath());
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
    }
    Files.createDirectories(data);
    return Files.writeString(file, settings.text());
  }

  private static ClusterSettings settings(Path file) throws IOException {
    try {
      return ClusterSettings.read(file);
    } catch (IllegalArgumentException wrong) {
      throw CommandFailure.inInput(file + ": " + wrong.getMessage());
    }
  }

  private int member(ClusterSettings settings) {
    int member =
        node.orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "--node: say which one, from 0"));
    if (member < 0 || member >= settings.members().size()) {
      throw new CommandFailure(
          ExitCode.USAGE, "--node: they are 0 to " + (settings.members().size() - 1));
    }
    return member;
  }

  private ExitCode run(ClusterSettings settings, int member) {
    try (EarlyEnd end = EarlyEnd.service();
        ClusterNode running = ClusterNode.start(settings, member, err()::println)) {
      NodeView told = running.view();
      while (!end.isAsked() && isWanted()) {
        if (running.awaitEnd(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
          throw new CommandFailure(ExitCode.INTERNAL_ERROR, ended(running));
        }
        NodeView view = running.view();
        if (view.term() >= 0 && (view.role() != told.role() || view.term() != told.term())) {
          told = view;
          tell(member, view);
        }
      }
      return ExitCode.SOUND;
    } catch (NodeRefusal refused) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(refused.getMessage()));
    } catch (IOException unusable) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(unusable.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.STOPPED;
    }
  }

  private boolean isWanted() {
    return parent.map(pid -> ProcessHandle.of(pid).isPresent()).orElse(true);
  }

  private static String ended(ClusterNode node) {
    return "the node has stopped: "
        + node.trouble()
            .map(why -> String.valueOf(why.getMessage()))
            .orElse("it lost its place in the cluster, or its disk; start it again");
  }

  private void tell(int member, NodeView view) {
    out()
        .println(
            "node "
                + member
                + (view.isLeader() ? " leads" : " follows " + view.leader())
                + ", term "
                + view.term()
                + ", position "
                + view.position()
                + ", "
                + view.sequence()
                + " commands");
    out().flush();
  }

  private ExitCode status(ClusterSettings settings) throws IOException {
    String here = ClusterConnection.here(settings.members());
    try (ClusterConnection connection = new ClusterConnection(settings.members(), here)) {
      ClusterStatus status =
          connection
              .status(ANSWER_SECONDS, TimeUnit.SECONDS)
              .orElseThrow(() ->
                  new CommandFailure(
                      ExitCode.USAGE,
                      "nobody answers within "
                          + ANSWER_SECONDS
                          + " seconds: no majority of "
                          + settings.members().size()
                          + " nodes runs, or none can be reached from here"));
      print(settings, status);
      return ExitCode.SOUND;
    }
  }

  private void print(ClusterSettings settings, ClusterStatus status) {
    out()
        .printf(
            "Node %d leads in term %d; the log has %d bytes, the venue %d commands.%n",
            status.leader(), status.term(), status.position(), status.sequence());
    for (ClusterStatus.Member member : status.members()) {
      out()
          .printf(
              "  node %d  %-22s  position %d, lag %d bytes, heard %.1f s ago%n",
              member.number(),
              settings.members().get(member.number()),
              member.position(),
              status.lagBytes(member),
              member.silentNs() / 1e9);
    }
  }

  private ExitCode replay(ClusterSettings settings, int member) throws IOException {
    Path directory = settings.directory(member);
    if (NodeDirectory.isTaken(directory)) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, directory + ": its node runs; stop it first");
    }
    try {
      LogReplay.Outcome outcome = LogReplay.of(settings, directory, Long.MAX_VALUE);
      out()
          .printf(
              "node %d: position %d, %d commands, venue %016x, all %016x%n",
              member, outcome.position(), outcome.sequence(), outcome.venueHash(), outcome.hash());
      return ExitCode.SOUND;
    } catch (NodeRefusal refused) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(refused.getMessage()));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
