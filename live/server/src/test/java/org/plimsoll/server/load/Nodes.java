package org.plimsoll.server.load;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /// Starts all.
  Nodes(Path directory) throws IOException {
    settings =
        new ClusterSettings(members(), directory.resolve("nodes"), 1_000, 50, 500, 0, false, false);
    file = directory.resolve("cluster.conf");
    Files.writeString(file, settings.text());
    for (int i = 0; i < COUNT; i++) {
      processes.add(run(i));
    }
  }

  /// Returns ports that nobody uses.
  private static List<Address> members() throws IOException {
    List<Address> members = new ArrayList<>();
    int from = 22_000 + (int) (ProcessHandle.current().pid() % 300) * 100;
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
    File log = file.resolveSibling("node-" + member + ".log").toFile();
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

  ClusterSettings settings() {
    return settings;
  }

  /// Kills one as `kill -9` does.
  void kill(int member) throws InterruptedException {
    processes.get(member).destroyForcibly().waitFor();
  }

  void start(int member) throws IOException {
    processes.set(member, run(member));
  }

  void killAll() {
    processes.forEach(each -> each.destroyForcibly().onExit().join());
  }

  @Override
  public void close() {
    killAll();
  }
}
