package org.plimsoll.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server's process.
final class Served {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Process process;
  private final List<String[]> keys = new ArrayList<>();
  private final int port;

  /// Starts one, and waits until it serves.
  Served(Path directory, int clients, boolean isNew) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASS_PATH,
                ServedAndKilled.class.getName(),
                directory.toString(),
                Integer.toString(clients),
                isNew ? "new" : "old")
            .redirectError(directory.resolve("stderr.txt").toFile())
            .start();
    port = read();
  }

  private int read() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("port")) {
        return Integer.parseInt(words[1]);
      }
      keys.add(new String[] {words[1], words[2]});
    }
    throw new IOException("it has ended before it served");
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  /// Returns key and secret of each client, if it was told to make them.
  List<String[]> keys() {
    return keys;
  }

  /// Kills it as `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
