package org.plimsoll.bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.bench.orders.PassProcess.Pass;
import org.plimsoll.bench.orders.RatesInTurn.Runner;
import org.plimsoll.bench.orders.RatesInTurn.Score;

/// A host on its journal beside exchange-core's whole pipeline on its own, each in a process of its
/// own, over the same recorded stream.
public final class PipelineContest {
  private static final int ACCOUNTS = 1_000;
  private static final int RESTING = 1_000;
  private static final long SEED = 20_221_111;
  private static final List<String> MEMORY =
      List.of("-Xmx3g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages");

  /// What the library that exchange-core writes bytes with reaches for inside the JDK.
  private static final List<String> OPENED =
      List.of(
          "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

  private final Choice choice;
  private final Path folder;
  private final Path file;
  private final BookContest.BookTrial book;

  PipelineContest(Choice choice, Path folder) throws IOException {
    this.choice = choice;
    this.folder = folder;
    file = folder.resolve("stream");
    OrderStream stream =
        StreamRecorder.record(
            Regime.NORMAL,
            OrderDraw.UNIFORM,
            RESTING,
            choice.number("commands", 1_000_000),
            new AccountDraw(ACCOUNTS, false),
            SEED);
    StreamFile.write(new StreamFile.Recorded(stream, ACCOUNTS), file);
    book = new BookContest.BookTrial(new PlimsollBook(), stream);
    book.run();
  }

  /// Runs `rounds=9` turns after `warmups=3` over `commands=1000000`, with files in a new folder
  /// below the working directory that is deleted afterwards. `plimsoll.jdk17` names a JDK 17,
  /// `plimsoll.peer` the folder of exchange-core's libraries and `plimsoll.peer.source` its
  /// program.
  public static void main(String... arguments) throws Exception {
    Choice choice = Choice.of(arguments);
    Path folder = Files.createTempDirectory(Path.of(""), "pipeline-contest-");
    try {
      System.out.println("load average " + Load.average());
      RatesInTurn.print(new PipelineContest(choice, folder).run());
      System.out.println("load average " + Load.average());
    } finally {
      HostContest.delete(folder);
    }
  }

  /// Runs all turns, the host alone where there is no JDK 17.
  List<Score> run() throws Exception {
    int rounds = choice.number("rounds", 9);
    int warmups = choice.number("warmups", 3);
    String jdk = System.getProperty("plimsoll.jdk17", "");
    try (PassProcess host = new PassProcess(host(), folder.resolve("host.txt"))) {
      Runner own = runner("host", host);
      if (jdk.isEmpty()) {
        System.out.println(
            "exchange-core's pipeline needs a JDK 17, which PLIMSOLL_JDK17 may name, and none was"
                + " found: the host runs alone.");
        return RatesInTurn.run(List.of(own), rounds, warmups);
      }
      try (PassProcess peer = new PassProcess(peer(jdk), folder.resolve("peer.txt"))) {
        Runner other = runner("exchange-core 0.5.3", peer);
        return RatesInTurn.run(List.of(own, other), rounds, warmups);
      }
    }
  }

  private Runner runner(String name, PassProcess process) {
    return new Runner(name, () -> rate(name, process));
  }

  private double rate(String name, PassProcess process) throws IOException {
    Path journal = Files.createTempDirectory(folder, "journal-");
    try {
      Pass pass = process.pass(journal);
      if (pass.trades() != book.book().tape().trades()
          || pass.fingerprint() != book.fingerprint()) {
        throw new IllegalStateException(name + " made other trades: " + pass);
      }
      return pass.rate();
    } finally {
      HostContest.delete(journal);
    }
  }

  private List<String> host() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(MEMORY);
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HostPasses.class.getName(), file.toString()));
    return command;
  }

  private List<String> peer(String jdk) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(jdk, "bin", "java").toString());
    command.addAll(MEMORY);
    command.addAll(OPENED);
    command.add("-Dring=" + choice.number("ring", 16_384));
    command.add("-Dgroup=" + choice.number("group", 256));
    command.addAll(List.of("-cp", Path.of(System.getProperty("plimsoll.peer"), "*").toString()));
    command.addAll(List.of(System.getProperty("plimsoll.peer.source"), file.toString()));
    return command;
  }
}
