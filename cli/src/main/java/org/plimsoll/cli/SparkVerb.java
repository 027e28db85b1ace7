package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.plimsoll.sweep.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plimsoll spark`: a cluster for sweeps.
@Command(
    name = "spark",
    description = "A cluster of Apache Spark for 'sweep --on'.",
    synopsisSubcommandLabel = "up",
    subcommands = SparkVerb.UpVerb.class)
final class SparkVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /// Alone it does nothing: shows the help on the error stream.
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }

  /// `plimsoll spark up`: starts one on this machine.
  @Command(
      name = "up",
      description = {
        "Start a master and workers as processes of this machine, which no other machine reaches.",
        "Ctrl-C or a termination signal ends them."
      })
  static final class UpVerb implements Callable<Integer> {
    private static final int PORT = 7077;
    private static final int PORT_MAX = 65_535;
    private static final int WORKERS_MAX = 256;
    private static final long LOOK_EVERY_MS = 100;

    @Spec private CommandSpec spec;

    @Option(
        names = "--workers",
        paramLabel = "N",
        description = "How many processes do the work, each on one core with 1 GB; 2 if not said.")
    private int workers = 2;

    @Option(
        names = "--port",
        paramLabel = "PORT",
        description = "Where its master listens; 7077 if not said.")
    private int port = PORT;

    @Override
    public Integer call() {
      if (workers < 1 || workers > WORKERS_MAX || port < 1 || port > PORT_MAX) {
        throw new ParameterException(
            spec.commandLine(),
            "--workers must be 1 to " + WORKERS_MAX + ", and --port 1 to " + PORT_MAX);
      }
      Cluster cluster = Spark.cluster();
      PrintWriter out = spec.commandLine().getOut();
      try (EarlyEnd end = EarlyEnd.service();
          Cluster.Local local = cluster.start(port, workers)) {
        out.println(
            "Spark is up at " + local.address() + " with " + workers + " workers (Ctrl-C ends it)");
        out.println(
            "  try:   ./plimsoll sweep first-market --runs 100 --out spark-sweep --on "
                + local.address());
        out.flush();
        while (!end.isAsked() && local.isUp()) {
          sleep();
        }
        if (!end.isAsked()) {
          throw new CommandFailure(
              ExitCode.USAGE, "the master or every worker has ended; the others do now, too");
        }
      } catch (IOException refused) {
        throw new CommandFailure(ExitCode.USAGE, "spark up: " + refused.getMessage());
      }
      return ExitCode.SOUND.number();
    }

    private static void sleep() {
      try {
        Thread.sleep(LOOK_EVERY_MS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
