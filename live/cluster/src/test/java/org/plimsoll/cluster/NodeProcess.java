package org.plimsoll.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A node's process.
final class NodeProcess {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Process process;
  private final Path output;

  /// Starts one.
  ///
  /// @param before what is put before the command, such as a network namespace to run in
  NodeProcess(Path file, int member, List<String> before) throws IOException {
    output = file.resolveSibling("node-" + member + ".log");
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
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
            Integer.toString(member)));
    File log = output.toFile();
    process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectError(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Kills it as `kill -9` does.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Sends it a signal, by name.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /// Tells it to end, and waits until it has.
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  /// Waits until it has ended by itself.
  boolean hasEnded(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /// Returns what it has said.
  String said() throws IOException {
    return Files.readString(output);
  }
}
