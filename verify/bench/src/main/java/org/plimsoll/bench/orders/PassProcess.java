package org.plimsoll.bench.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process that makes one pass over a stream for every folder that it is told, in which it keeps
/// its journal; it answers with one line. It ends when nothing more can be told.
final class PassProcess implements AutoCloseable {
  private static final long PATIENCE_S = 60;

  private final Path errors;
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  /// Starts one.
  ///
  /// @param errors what it says on its standard error
  PassProcess(List<String> command, Path errors) throws IOException {
    this.errors = errors;
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    orders = process.outputWriter(StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// What a pass came to.
  ///
  /// @param rate its commands in a second
  /// @param trades how many trades there were
  /// @param fingerprint of them and of what rests
  record Pass(double rate, long trades, long fingerprint) {
    static Pass parse(String line) {
      String[] words = line.split(" ", -1);
      return new Pass(
          Double.parseDouble(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    @Override
    public String toString() {
      return rate + " " + trades + " " + fingerprint;
    }
  }

  Pass pass(Path folder) throws IOException {
    orders.write(folder.toAbsolutePath() + "\n");
    orders.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("a process ended early: " + Files.readString(errors));
    }
    return Pass.parse(answer);
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
