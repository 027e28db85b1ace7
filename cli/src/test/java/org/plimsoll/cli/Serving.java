package org.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A process of `plimsoll serve` on a free port, and what it has said.
final class Serving implements AutoCloseable {
  private static final long PATIENCE_S = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path errors;
  private final BufferedReader lines;
  private final List<String> said = new ArrayList<>();
  private long stampMs;

  /// A key as it is printed.
  record Key(String text, String secret) {}

  /// What was answered.
  record Answered(int status, String body) {}

  /// Starts one, and waits until it has said that it is open and all that belongs to it.
  ///
  /// @param data its directory, beside which a file takes what it says of what went wrong
  Serving(Path data, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Plimsoll.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    errors = data.resolveSibling(data.getFileName() + "-errors.txt");
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    readUntil("Ctrl-C stops it.");
  }

  private void readUntil(String last) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.strip().startsWith(last)) {
        return;
      }
    }
    throw new AssertionError("it has ended: " + said + Files.readString(errors));
  }

  List<String> said() {
    return said;
  }

  /// Returns what stands behind a text in a line that has it.
  String told(String text) {
    return said.stream()
        .filter(line -> line.contains(text))
        .map(line -> line.substring(line.indexOf(text) + text.length()).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing of '" + text + "' in " + said));
  }

  /// Returns where it says that it is.
  String url() {
    return told("An exchange is open at ").split(" ", -1)[0];
  }

  String adminUrl() {
    return told("operators' API is at ");
  }

  Key key() {
    return new Key(told("    key    "), told("    secret "));
  }

  /// Returns the key of an operator, as it is printed at the first start.
  Key operator(int number) {
    String[] words = told("operator " + number + ", shown this once: key ").split(" ", -1);
    return new Key(words[0], words[2]);
  }

  Answered get(String address) throws IOException, InterruptedException {
    return answered(HttpRequest.newBuilder(URI.create(address)).build());
  }

  /// Calls, signed.
  Answered call(Key key, String method, String base, String target, String body)
      throws IOException, InterruptedException {
    stampMs = Math.max(stampMs + 1, System.currentTimeMillis());
    return answered(
        HttpRequest.newBuilder(URI.create(base + target))
            .header("FTX-KEY", key.text())
            .header("FTX-TS", "" + stampMs)
            .header("FTX-SIGN", sign(key.secret(), stampMs + method + target + body))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private Answered answered(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Answered(response.statusCode(), response.body());
  }

  private static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends it as `kill` does, and returns its exit code when it has gone.
  int terminate() throws IOException, InterruptedException {
    process.toHandle().destroy();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
    }
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /// Returns what it has written to its error stream by now.
  String errors() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() {
    http.close();
    var _ = process.destroyForcibly().onExit().join();
  }
}
