package org.plimsoll.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The process of a [MeasuredServer].
final class Measured implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final List<String[]> keys = new ArrayList<>();
  private final int port;

  /// What it has used by now.
  ///
  /// @param deciderNs processor time of the thread that decides
  /// @param diskNs of the one that writes to the disk
  /// @param readerNs of the one that answers questions
  /// @param processNs of all threads, the collector's and the compiler's too
  /// @param messages that went out over WebSockets
  /// @param sequence the last command
  record Used(
      long deciderNs, long diskNs, long readerNs, long processNs, long messages, long sequence) {
    Used since(Used before) {
      return new Used(
          deciderNs - before.deciderNs,
          diskNs - before.diskNs,
          readerNs - before.readerNs,
          processNs - before.processNs,
          messages - before.messages,
          sequence - before.sequence);
    }
  }

  /// Bytes that are alive on its heap, and that the system has given it.
  record Memory(long live, long resident) {}

  /// Starts one, under the options of the launcher, and waits until it serves.
  Measured(Path directory, int clients) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MeasuredServer.class.getName(),
                directory.toString(),
                Integer.toString(clients))
            .redirectError(directory.resolve("errors.txt").toFile())
            .start();
    answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    String[] words = words();
    while (words[0].equals("key")) {
      keys.add(new String[] {words[1], words[2]});
      words = words();
    }
    port = Integer.parseInt(words[1]);
  }

  private String[] words() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the server has ended");
    }
    return line.split(" ", -1);
  }

  private long[] ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    String[] words = words();
    long[] numbers = new long[words.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.parseLong(words[i + 1]);
    }
    return numbers;
  }

  Used used() throws IOException {
    long[] n = ask("used");
    return new Used(n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  Memory memory() throws IOException {
    long[] n = ask("memory");
    return new Memory(n[0], n[1]);
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  /// Returns text and secret of each client's key.
  List<String[]> keys() {
    return keys;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    var _ = process.onExit().join();
  }
}
