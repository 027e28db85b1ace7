package org.plimsoll.server.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The browser of this machine, driven over its own protocol with the mouse and the keyboard that
/// people have. It notes whatever its console complains of.
final class Browser implements AutoCloseable {
  private static final int SECONDS_MAX = 60;
  private static final int LOOK_EVERY_MS = 50;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger lastCall = new AtomicInteger();
  private final ConcurrentMap<Integer, CompletableFuture<JsonNode>> calls =
      new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Semaphore loads = new Semaphore(0);

  /// Starts it with nothing remembered.
  ///
  /// @param profile an empty folder
  Browser(Path profile) throws Exception {
    process =
        new ProcessBuilder(command(profile))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(pageAddress(profile)), new Hearer())
            .get(SECONDS_MAX, TimeUnit.SECONDS);
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
    call("Page.enable", Map.of());
  }

  /// Returns what the console complained of: errors of scripts, refused resources, broken rules.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void open(String address) throws Exception {
    loads.drainPermits();
    call("Page.navigate", Map.of("url", address));
    awaitLoad();
  }

  /// Loads the page again.
  void reload() throws Exception {
    loads.drainPermits();
    call("Page.reload", Map.of());
    awaitLoad();
  }

  /// A page that is about to go answers no question.
  private void awaitLoad() throws InterruptedException {
    if (!loads.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("the page does not load");
    }
  }

  /// Makes the window so large, in the page's own pixels.
  void resize(int width, int height) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /// Lets the system wish for `dark` or `light` pages.
  void wish(String scheme) throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /// Returns what an expression is in the page, as text.
  String ask(String expression) throws Exception {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + " -> " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value").asString("");
  }

  /// Waits until an expression is true.
  void await(String expression) throws Exception {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!ask("String(Boolean(" + expression + "))").equals("true")) {
      if (System.nanoTime() > endNs) {
        throw new AssertionError(
            "never true: " + expression + "; the page says: " + ask("document.body.innerText"));
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  /// Waits until a text is somewhere under an element.
  void awaitText(String selector, String text) throws Exception {
    await(element(selector) + "?.textContent.includes(" + quoted(text) + ")");
  }

  /// Clicks into the middle of an element, when it is there and enabled.
  void click(String selector) throws Exception {
    String element = element(selector);
    await(element + "?.getClientRects().length && !" + element + ".disabled");
    ask(element + ".scrollIntoView({block: 'center'}); ''");
    JsonNode box = MAPPER.readTree(ask("JSON.stringify(" + element + ".getBoundingClientRect())"));
    double x = box.path("x").asDouble() + box.path("width").asDouble() / 2;
    double y = box.path("y").asDouble() + box.path("height").asDouble() / 2;
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /// Writes into a field, over what is there.
  void write(String selector, String text) throws Exception {
    click(selector);
    ask(element(selector) + ".select(); ''");
    call("Input.insertText", Map.of("text", text));
  }

  /// Presses a key that makes a character.
  void press(String key) throws Exception {
    call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", key));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /// Takes a picture of the window.
  void picture(Path file) throws Exception {
    JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  private static String element(String selector) {
    return "document.querySelector(" + quoted(selector) + ")";
  }

  private static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }

  private JsonNode call(String method, Map<String, Object> params) throws Exception {
    int number = lastCall.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(number, answer);
    String frame =
        MAPPER.writeValueAsString(Map.of("id", number, "method", method, "params", params));
    socket.sendText(frame, true).get(SECONDS_MAX, TimeUnit.SECONDS);
    JsonNode told = answer.get(SECONDS_MAX, TimeUnit.SECONDS);
    if (told.has("error")) {
      throw new AssertionError(method + " -> " + told.path("error"));
    }
    return told.path("result");
  }

  private void hear(JsonNode frame) {
    JsonNode params = frame.path("params");
    switch (frame.path("method").asString("")) {
      case "" -> calls.remove(frame.path("id").asInt()).complete(frame);
      case "Page.loadEventFired" -> loads.release();
      case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(params.path("type").asString())) {
          complaints.add(params.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (params.path("entry").path("level").asString().equals("error")) {
          complaints.add(params.path("entry").toString());
        }
      }
      default -> {
        // says nothing of the page's health
      }
    }
  }

  /// The browser writes the port that it has taken into its profile.
  private String pageAddress(Path profile) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      if (System.nanoTime() > endNs || !process.isAlive()) {
        throw new AssertionError("the browser does not start");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(file).getFirst() + "/json");
    for (JsonNode target : MAPPER.readTree(read(list))) {
      if (target.path("type").asString().equals("page")) {
        return target.path("webSocketDebuggerUrl").asString();
      }
    }
    throw new AssertionError("the browser has no page");
  }

  private String read(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static List<String> command(Path profile) {
    List<String> command = new ArrayList<>(List.of(program(), "--headless", "--no-sandbox"));
    command.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank"));
    return command;
  }

  /// `./check --all` looks for a browser and says which it found.
  private static String program() {
    return Optional.ofNullable(System.getenv("PLIMSOLL_BROWSER"))
        .orElseThrow(() -> new AssertionError("no browser is named: run ./check --all"));
  }

  /// Puts the parts of a message together.
  private final class Hearer implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      begun.append(part);
      if (isLast) {
        String whole = begun.toString();
        begun.setLength(0);
        hear(MAPPER.readTree(whole));
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
