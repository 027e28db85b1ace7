package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.plimsoll.cluster.ClusterConnection;
import org.plimsoll.cluster.ClusterSettings;
import org.plimsoll.cluster.ClusterSettings.Address;

/// The nodes of a cluster on this machine, each in a process of its own.
final class Nodes implements AutoCloseable {
  static final int COUNT = 3;

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Path file;
  private final ClusterSettings settings;
  private final List<Process> processes = new ArrayList<>();
  private final Set<Integer> killed = new HashSet<>();

  /// Starts all, and returns when they answer.
  Nodes(Path directory) throws IOException {
    settings =
        new ClusterSettings(members(), directory.resolve("nodes"), 1_000, 50, 500, 0, false, false);
    file = directory.resolve("cluster.conf");
    Files.writeString(file, settings.text());
    for (int i = 0; i < COUNT; i++) {
      processes.add(run(i));
    }
    try (ClusterConnection connection = new ClusterConnection(settings.members(), "127.0.0.1")) {
      assertThat(connection.status(60, TimeUnit.SECONDS)).as("a majority answers").isPresent();
    } catch (RuntimeException | Error wrong) {
      killAll();
      throw wrong;
    }
  }

  /// Returns ports that nobody uses: below those that the kernel gives to whoever asks for any,
  /// which would be taken while a node is dead, and beyond those of the tests of the nodes alone.
  private static List<Address> members() throws IOException {
    List<Address> members = new ArrayList<>();
    int from = 26_000 + (int) (ProcessHandle.current().pid() % 120) * 50;
    for (int port = from; members.size() < COUNT; port += 10) {
      if (isFree(port)) {
        members.add(new Address("127.0.0.1", port));
      }
    }
    return members;
  }

  private static boolean isFree(int port) throws IOException {
    try (DatagramSocket datagrams = new DatagramSocket(port);
        ServerSocket lines = new ServerSocket(port)) {
      return datagrams.isBound() && lines.isBound();
    } catch (SocketException taken) {
      return false;
    }
  }

  private Process run(int member) throws IOException {
    File log = log(member).toFile();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-cp",
            CLASS_PATH,
            NodeProgram.class.getName(),
            file.toString(),
            Integer.toString(member))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private Path log(int member) {
    return file.resolveSibling("node-" + member + ".log");
  }

  ClusterSettings settings() {
    return settings;
  }

  /// Kills one as `kill -9` does.
  void kill(int member) throws InterruptedException {
    killed.add(member);
    processes.get(member).destroyForcibly().waitFor();
  }

  void start(int member) throws IOException {
    killed.remove(member);
    processes.set(member, run(member));
  }

  /// Starts those that have ended of their own accord, as whoever looks after nodes does.
  void startEnded() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      if (!killed.contains(i) && !processes.get(i).isAlive()) {
        assertThat(Files.readString(log(i))).doesNotContain("NodeRefusal", "Divergence");
        start(i);
      }
    }
  }

  void killAll() {
    processes.forEach(each -> each.destroyForcibly().onExit().join());
  }

  @Override
  public void close() {
    killAll();
  }
}
