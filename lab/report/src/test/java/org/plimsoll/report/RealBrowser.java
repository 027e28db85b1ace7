package org.plimsoll.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The browser of this machine. It opens a harness page that measures what its frames show and says
/// so itself, so no driver is needed beside it.
final class RealBrowser {
  private static final int SECONDS_MAX = 60;

  private RealBrowser() {}

  /// Opens `harness.html` in `folder` and returns its document when it has loaded.
  ///
  /// @param log where the browser writes what its console says
  static String document(Path folder, Path log) throws Exception {
    Path document = folder.resolve("document.html");
    String address = folder.resolve("harness.html").toUri().toString();
    Process process =
        builder(folder, log, "--allow-file-access-from-files", "--dump-dom", address)
            .redirectOutput(document.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the browser ends in time").isTrue();
    return Files.readString(document);
  }

  /// Opens `harness.html` in `folder`, and returns what its script posts to `seen` in the end. The
  /// browser's time is the real one, so what moves by the frame moves.
  ///
  /// @param log where the browser writes what its console says
  static String posted(Path folder, Path log) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, folder, seen));
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/harness.html";
    Process process =
        builder(folder, log, "--remote-debugging-port=0", address)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return seen.get(SECONDS_MAX, TimeUnit.SECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Path folder, CompletableFuture<String> seen)
      throws IOException {
    try (exchange) {
      Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
      if (exchange.getRequestMethod().equals("POST")) {
        seen.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(204, -1);
      } else if (Files.isRegularFile(file)) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(204, -1); // an icon, which no page here has
      }
    }
  }

  private static ProcessBuilder builder(Path folder, Path log, String... options) {
    List<String> command = new ArrayList<>(List.of(program(), "--headless", "--no-sandbox"));
    command.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--enable-logging=stderr",
            "--window-size=1900,1000",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectError(log.toFile());
  }

  /// `./check --all` looks for a browser and says which it found.
  private static String program() {
    return Optional.ofNullable(System.getenv("PLIMSOLL_BROWSER"))
        .orElseThrow(() -> new AssertionError("no browser is named: run ./check --all"));
  }
}
