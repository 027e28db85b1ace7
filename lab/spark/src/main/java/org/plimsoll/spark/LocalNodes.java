package org.plimsoll.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.plimsoll.sweep.Cluster;

/// A master and workers as processes of this machine, on its loopback address alone, which obey
/// only those who know their word: whoever may send a cluster jobs may run what he likes.
final class LocalNodes implements Cluster.Local {
  private static final String HOST = "127.0.0.1";
  private static final int SECRET_BYTES = 32;
  private static final int LOOKS = 600;
  private static final long LOOK_EVERY_MS = 100;
  private static final int LINES_SHOWN = 10;
  private static final long PATIENCE_S = 10;

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.util.calendar");

  private final SparkHome home;
  private final Path folder;
  private final int port;
  private final String secret;
  private final List<Process> processes = new ArrayList<>();

  private LocalNodes(SparkHome home, int port, String secret) {
    this.home = home;
    this.port = port;
    this.secret = secret;
    folder = home.cluster(HOST, port);
  }

  static LocalNodes start(SparkHome home, int port, int workers) throws IOException {
    requireFree(port);
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    LocalNodes nodes = new LocalNodes(home, port, HexFormat.of().formatHex(secret));
    try {
      nodes.startMaster();
      for (int i = 1; i <= workers; i++) {
        nodes.startWorker(i);
      }
    } catch (IOException | RuntimeException failure) {
      nodes.close();
      throw failure;
    }
    return nodes;
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException taken) {
      throw new IOException("port " + port + " is taken (" + taken.getMessage() + ")", taken);
    }
  }

  private void startMaster() throws IOException {
    Files.createDirectories(folder);
    Path kept = folder.resolve("secret");
    Files.deleteIfExists(kept);
    Files.createFile(
        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kept, secret);
    startNode(
        "master", "master", "--host", HOST, "--port", Integer.toString(port), "--webui-port", "0");
    for (int look = 0; !isListening(); look++) {
      if (look > LOOKS || !processes.getFirst().isAlive()) {
        throw new IOException(
            "Spark's master did not come up: " + end(folder.resolve("master.log")));
      }
      sleep();
    }
  }

  private void startWorker(int number) throws IOException {
    String name = "worker-" + number;
    startNode(
        name,
        "worker",
        "--host",
        HOST,
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        folder.resolve(name).toString(),
        address());
  }

  private void startNode(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    OPENED.forEach(each -> command.add("--add-opens=java.base/" + each + "=ALL-UNNAMED"));
    command.addAll(List.of("-Dspark.authenticate=true", "-Dspark.port.maxRetries=0"));
    command.addAll(List.of("-cp", home.nodeClassPath(), ClusterNode.class.getName()));
    Collections.addAll(command, arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("_SPARK_AUTH_SECRET", secret);
    environment.put("SPARK_HOME", home.home().toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", HOST);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Path log = folder.resolve(name + ".log");
    processes.add(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private boolean isListening() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY_MS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the cluster came up", stopped);
    }
  }

  @Override
  public String address() {
    return "spark://" + HOST + ":" + port;
  }

  @Override
  public boolean isUp() {
    return processes.getFirst().isAlive() && processes.stream().skip(1).anyMatch(Process::isAlive);
  }

  /// Returns the processes: the master, then the workers.
  List<Process> processes() {
    return List.copyOf(processes);
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroy);
    processes.reversed().forEach(LocalNodes::end);
    try {
      Files.deleteIfExists(folder.resolve("secret"));
    } catch (IOException _) {
      // It opens nothing any more.
    }
  }

  private static void end(Process process) {
    try {
      if (process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
