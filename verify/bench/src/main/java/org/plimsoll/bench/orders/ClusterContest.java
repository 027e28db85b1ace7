package org.plimsoll.bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.plimsoll.cluster.Answer;
import org.plimsoll.cluster.ClusterClient;
import org.plimsoll.cluster.ClusterConnection;
import org.plimsoll.cluster.ClusterNode;
import org.plimsoll.cluster.ClusterSettings;
import org.plimsoll.cluster.LogReplay;
import org.plimsoll.cluster.NodeRefusal;
import org.plimsoll.host.Admission;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.HostSettings;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;

/// The same orders to a host and to three nodes on this machine, from one client, beside each other
/// in one run: how many a second when many are under way, and how long one alone takes.
public final class ClusterContest {
  private static final int NODES = 3;
  private static final int ALONE = 500;
  private static final int PORT = 24_110;
  private static final double NANOS_PER_SECOND = 1e9;

  private ClusterContest() {}

  /// Runs `rounds=3` times over `commands=50000` orders, with nodes at ports from `port=24110` on;
  /// or a node of a file.
  public static void main(String... arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("node")) {
      node(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
      return;
    }
    Choice choice = Choice.of(arguments);
    PairedOrders orders = PairedOrders.of(choice.number("commands", 50_000));
    System.out.println("load average " + Load.average());
    for (int round = 0; round < choice.number("rounds", 3); round++) {
      Path folder = Files.createTempDirectory("cluster-contest-");
      try {
        Taken host = host(orders, folder.resolve("host"));
        Taken cluster = cluster(orders, choice.number("port", PORT), folder.resolve("cluster"));
        System.out.printf(
            Locale.ROOT,
            "host %s; cluster %s; the host does %.1f times as many, and one alone takes %.1f times"
                + " as long in the cluster%n",
            host,
            cluster,
            host.perSecond / cluster.perSecond,
            cluster.medianNs / (double) host.medianNs);
      } finally {
        delete(folder);
      }
    }
    System.out.println("load average " + Load.average());
  }

  /// @param medianNs of one alone, from handing it in to its answer
  /// @param note what else was seen
  private record Taken(double perSecond, long medianNs, String note) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,.0f a second, one alone %,d us%s", perSecond, medianNs / 1_000, note);
    }
  }

  private static Taken host(PairedOrders orders, Path folder) throws IOException, HostRefusal {
    Files.createDirectories(folder);
    Taken taken;
    try (DiskStorage storage = DiskStorage.open(folder)) {
      Told told = new Told();
      try (Host host = Host.start(storage, HostSettings.DEFAULT, HostClock.ofSystem(), told)) {
        taken = host(orders.commands(), host, told);
      }
    }
    requireTrades(orders, folder);
    return taken;
  }

  private static Taken host(List<Command> commands, Host host, Told told) {
    CommandEncoder encoder = new CommandEncoder();
    int many = commands.size() - ALONE;
    long startNs = System.nanoTime();
    for (int i = 0; i < many; i++) {
      submit(host, encoder, i, commands.get(i));
    }
    told.await(many);
    double perSecond = many * NANOS_PER_SECOND / (System.nanoTime() - startNs);
    long[] alone = new long[ALONE];
    for (int i = 0; i < ALONE; i++) {
      long sentNs = System.nanoTime();
      submit(host, encoder, many + i, commands.get(many + i));
      told.await(many + i + 1L);
      alone[i] = System.nanoTime() - sentNs;
    }
    return new Taken(perSecond, median(alone), "");
  }

  /// The journal leads to the trades that were meant, and to a ledger that adds up.
  private static void requireTrades(PairedOrders orders, Path folder)
      throws IOException, HostRefusal {
    PairedOrders.Witness witness = orders.new Witness();
    try (Replay replay =
        Replay.longest(DiskStorage.openToRead(folder), new EventRecorder(witness::see))) {
      while (replay.next()) {
        // each event is seen
      }
      ZeroSums.require(replay.venue().view());
    }
    witness.requireAll();
  }

  private static void submit(Host host, CommandEncoder encoder, int number, Command command) {
    new Request(1, number + 1L, command).deliverTo(encoder);
    while (host.submit(number, encoder.bytes(), 0, encoder.length()) != Admission.TAKEN) {
      LockSupport.parkNanos(1_000);
    }
  }

  private static Taken cluster(PairedOrders orders, int port, Path folder) throws Exception {
    ClusterSettings settings = ClusterSettings.local(NODES, port, folder);
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("cluster.conf"), settings.text());
    List<Process> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < NODES; i++) {
        nodes.add(start(file, i));
      }
      Taken taken;
      try (ClusterConnection connection = new ClusterConnection(settings.members(), "127.0.0.1");
          ClusterClient client = connection.client(1)) {
        taken = send(client, orders, nodes);
      }
      for (Process node : nodes) {
        node.destroyForcibly().waitFor();
      }
      requireSame(settings);
      return taken;
    } finally {
      nodes.forEach(Process::destroyForcibly);
    }
  }

  private static Taken send(ClusterClient client, PairedOrders orders, List<Process> nodes)
      throws InterruptedException, ExecutionException, IOException {
    if (!client.awaitWelcome(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the cluster does not answer");
    }
    List<Command> commands = orders.commands();
    int many = commands.size() - ALONE;
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    long startNs = System.nanoTime();
    for (int i = 0; i < many; i++) {
      answers.add(client.send(commands.get(i)));
    }
    for (int i = 0; i < many; i++) {
      requireFilled(orders.filledLots(i), answers.get(i).get());
    }
    double perSecond = many * NANOS_PER_SECOND / (System.nanoTime() - startNs);
    long[] alone = new long[ALONE];
    for (int i = 0; i < ALONE; i++) {
      long sentNs = System.nanoTime();
      Answer answer = client.send(commands.get(many + i)).get();
      alone[i] = System.nanoTime() - sentNs;
      requireFilled(orders.filledLots(many + i), answer);
    }
    return new Taken(perSecond, median(alone), ", " + resident(nodes) + " MB a node");
  }

  private static void requireFilled(long lots, Answer answer) {
    if (answer.outcome() != Answer.Outcome.APPLIED || answer.filledLots() != lots) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /// The logs on the three disks lead to one state, as far as all have it, and to ledgers that add
  /// up.
  private static void requireSame(ClusterSettings settings) throws NodeRefusal, IOException {
    long end = Long.MAX_VALUE;
    for (int i = 0; i < NODES; i++) {
      end = Math.min(end, LogReplay.of(settings, settings.directory(i), end).position());
    }
    for (int i = 1; i < NODES; i++) {
      if (!LogReplay.of(settings, settings.directory(i), end)
          .equals(LogReplay.of(settings, settings.directory(0), end))) {
        throw new IllegalStateException("two nodes have different states");
      }
    }
    for (int i = 0; i < NODES; i++) {
      ZeroSums.require(LogReplay.venueOf(settings, settings.directory(i)));
    }
  }

  private static long resident(List<Process> nodes) throws IOException {
    long kilobytes = 0;
    for (Process node : nodes) {
      Path status = Path.of("/proc", Long.toString(node.pid()), "status");
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          kilobytes += Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    }
    return (kilobytes / nodes.size()) >> 10;
  }

  private static Process start(Path file, int member) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ClusterContest.class.getName(),
            "node",
            file.toString(),
            Integer.toString(member))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void node(Path file, int member) throws Exception {
    try (ClusterNode node = ClusterNode.start(ClusterSettings.read(file), member, _ -> {})) {
      while (!node.awaitEnd(1, TimeUnit.SECONDS) && System.in.available() == 0) {
        // until it is killed
      }
    }
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[(times.length - 1) / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Counts what is told.
  private static final class Told implements HostListener {
    private final AtomicLong applied = new AtomicLong();

    void await(long count) {
      while (applied.get() < count) {
        LockSupport.parkNanos(1_000);
      }
    }

    @Override
    public void onApplied(long ticket, long sequence, byte[] events, int offset, int length) {
      if (ticket != Host.TICK) {
        applied.incrementAndGet();
      }
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      throw new IllegalStateException("command " + ticket + ": " + why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      // the host's own trouble shows as an answer that does not come
    }
  }
}
