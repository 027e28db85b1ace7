package org.plimsoll.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.venue.VenueView;

/// A server in a process of its own, which tells what it has used when it is asked on its standard
/// input. Its prices stand and its rates are off; all else is as `plimsoll serve` has it.
public final class MeasuredServer {
  static final String MARKET = "BTC/USD";
  private static final int LINES_MAX = 1_000;
  private static final String VENUE =
      """
      venue: 1
      title: A venue that is measured
      approval: {reason: bench, granter: one, second-granter: two}
      locations: [{name: bank, kind: bank}, {name: wallet, kind: wallet}]
      assets:
        - {name: USD, decimals: 6, location: bank}
        - {name: BTC, decimals: 8, location: wallet, balance-max: 100k}
      markets: [{name: BTC/USD, base: BTC, tick: 1, lot: 0.0001}]
      collateral:
        USD: {initial: 1, total: 1}
        BTC: {initial: 0.95, total: 0.975, imf-factor: 0.002}
      custody: commingled
      liquidation: ftx-2022
      prices: {BTC: {start: 60000}}
      accounts:
      """;

  private MeasuredServer() {}

  /// Serves what lies in the directory of the first argument, for as many clients as the second
  /// says, until its input ends.
  public static void main(String... arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int clients = Integer.parseInt(arguments[1]);
    Path file = Files.writeString(directory.resolve("venue.yaml"), venue(clients));
    try (Server server = new Server(settings(directory.resolve("data"), file))) {
      for (int client = 0; client < clients; client++) {
        Issued key = server.issueKey(name(client)).orElseThrow();
        System.out.println("key " + key.key() + " " + key.secret());
      }
      System.out.println("port " + server.port());
      BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        System.out.println(line.equals("memory") ? memory() : used(server));
      }
    }
  }

  static String venue(int clients) {
    StringBuilder text = new StringBuilder(VENUE);
    for (int client = 0; client < clients; client++) {
      text.append("  - {name: ").append(name(client)).append(", deposits: {USD: 10m, BTC: 1k}}\n");
    }
    return text.toString();
  }

  private static String name(int client) {
    return "client-" + client;
  }

  private static ServerSettings settings(Path data, Path file) {
    ServerSettings usual = ServerSettings.sandbox(data);
    DoorSettings door = DoorSettings.DEFAULT;
    return usual
        .of(Optional.of(file))
        .with(Rates.OFF)
        .behind(
            new DoorSettings(
                door.host(),
                0,
                door.bodyMax(),
                door.messageMax(),
                door.connectionsMax(),
                LINES_MAX,
                LINES_MAX,
                door.waitingMax(),
                Duration.ofMinutes(1),
                Optional.empty()));
  }

  /// Processor time in nanoseconds of the decider, the disk's thread, the reader and the process,
  /// then messages that went out over WebSockets, and the last command.
  private static String used(Server server) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "used %d %d %d %d %d %d"
        .formatted(
            ofThread("plimsoll-decider"),
            ofThread("plimsoll-disk"),
            ofThread("plimsoll-reader"),
            system.getProcessCpuTime(),
            server.counts().messages(),
            server.exchange().ask(VenueView::sequence));
  }

  private static long ofThread(String name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals(name)) {
        sum += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return sum;
  }

  /// What is alive on the heap, and what the system says that the process has, in bytes.
  private static String memory() throws IOException {
    System.gc();
    long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
            .findFirst()
            .orElse(-1);
    return "memory " + live + " " + resident;
  }
}
