package org.plimsoll.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How long a sandbox of `plimsoll serve` is gone when its operators reset it: from when they ask
/// to the first answer of the venue that began again.
final class ResetTime implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("An exchange is open at (\\S+) ");
  private static final Pattern ADMIN = Pattern.compile("operators' API is at (\\S+)");
  private static final Pattern KEY = Pattern.compile("operator 1, .*key (\\S+) secret (\\S+)");
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":([0-9]+)");
  private static final long PLAYED_MS = 2_000;
  private static final long LOOK_EVERY_MS = 1;

  private final HttpClient http;
  private final Path data;
  private final Process process;
  private final String url;
  private final String admin;
  private final String key;
  private final String secret;

  /// Starts a sandbox by the launcher, with agents that trade on it.
  private ResetTime(Path launcher, Path folder, HttpClient http) throws IOException {
    this.http = http;
    data = folder.resolve("reset");
    process =
        new ProcessBuilder(
                launcher.toString(),
                "serve",
                "--populate",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--admin-port",
                "0")
            .redirectError(folder.resolve("reset-errors.txt").toFile())
            .start();
    String said = said(new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
    url = found(URL, said, 1);
    admin = found(ADMIN, said, 1);
    key = found(KEY, said, 1);
    secret = found(KEY, said, 2);
  }

  /// Resets so many times and prints how long it took.
  ///
  /// @throws IllegalStateException if what begins again is not a fresh venue whose books are read
  static void measure(Path launcher, Path folder, int resets)
      throws IOException, InterruptedException {
    double[] tookMs = new double[resets];
    try (HttpClient http = HttpClient.newHttpClient();
        ResetTime sandbox = new ResetTime(launcher, folder, http)) {
      for (int i = 0; i < resets; i++) {
        Thread.sleep(PLAYED_MS);
        tookMs[i] = sandbox.reset(i + 1) / 1e6;
      }
    }
    Arrays.sort(tookMs);
    System.out.printf(
        Locale.ROOT,
        "a reset, from asking to the first answer of the fresh venue: median %.0f ms, %.0f to %.0f, %d"
            + " resets%n",
        ServerContest.median(tookMs),
        tookMs[0],
        tookMs[resets - 1],
        resets);
  }

  private long reset(int number) throws IOException, InterruptedException {
    long before = sequence();
    long beganNs = System.nanoTime();
    requireGood(http.send(asked("/admin/reset"), BodyHandlers.ofString()));
    while (!isFresh(before)) {
      Thread.sleep(LOOK_EVERY_MS);
    }
    long tookNs = System.nanoTime() - beganNs;
    requireGood(get("/v1/solvency"));
    requireGood(get("/api/markets"));
    if (!Files.isDirectory(data.resolve("past").resolve("" + number).resolve("journal"))) {
      throw new IllegalStateException("the past is not put away");
    }
    return tookNs;
  }

  /// Nobody answers while it begins again.
  private boolean isFresh(long before) throws InterruptedException {
    try {
      return sequence() < before;
    } catch (IOException gone) {
      return false;
    }
  }

  private long sequence() throws IOException, InterruptedException {
    HttpResponse<String> status = get("/v1/status");
    requireGood(status);
    return Long.parseLong(found(SEQUENCE, status.body(), 1));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest asked(String path) {
    long stampMs = System.currentTimeMillis();
    return HttpRequest.newBuilder(URI.create(admin + path))
        .header("FTX-KEY", key)
        .header("FTX-TS", Long.toString(stampMs))
        .header("FTX-SIGN", sign(stampMs + "POST" + path))
        .POST(BodyPublishers.noBody())
        .build();
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireGood(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  private static String said(BufferedReader lines) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Ctrl-C stops it.")) {
        return said.toString();
      }
    }
    throw new IOException("the server has ended: " + said);
  }

  private static String found(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("nothing of '" + pattern + "' in " + text);
    }
    return matcher.group(group);
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
