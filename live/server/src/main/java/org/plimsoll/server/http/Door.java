package org.plimsoll.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The web server: requests and WebSockets in, one virtual thread each.
public final class Door implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  /// As many bytes as a character takes at most.
  private static final int UTF8_MAX = 3;

  /// What every answer carries: nothing but this server may run in a page of it, nobody may frame
  /// it, and no answer is kept.
  private static final Map<String, String> ALWAYS =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy",
              "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "Cache-Control",
              "no-store"));

  private final WebServer server;
  private final SortedMap<String, Dialect> dialects =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(each -> each));
  private final DoorCounts counts;
  private final Arrivals arrivals;

  /// Opens the door.
  ///
  /// @throws IOException if the files of its proof cannot be read, or nobody can listen there; then
  ///   it says why
  /// @param dialects who answers, by the beginning of the path; the longest that fits answers
  /// @param lines who speaks over WebSockets, by the whole path
  public Door(
      DoorSettings settings,
      Map<String, Dialect> dialects,
      Map<String, LineDialect> lines,
      DoorCounts counts)
      throws IOException {
    this.dialects.putAll(dialects);
    this.counts = counts;
    arrivals = new Arrivals(settings.quiet(), counts);
    LinesOfAddresses open = new LinesOfAddresses(settings.linesOfAddressMax());
    WsRouting.Builder sockets = WsRouting.builder();
    lines.forEach((path, dialect) ->
        sockets.endpoint(path, () -> new OpenLine(settings, dialect, counts, open, arrivals)));
    WebServerConfig.Builder builder =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .maxPayloadSize(settings.bodyMax())
            .maxTcpConnections(settings.connectionsMax())
            .idleConnectionTimeout(settings.quiet())
            .idleConnectionPeriod(settings.quiet().dividedBy(4))
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(DoorSettings.FIRST_LINE_MAX)
                    .maxHeadersSize(DoorSettings.HEADERS_MAX)
                    .addReceiveListener(arrivals)
                    .build())
            .addProtocol(
                WsConfig.builder().maxFrameLength(UTF8_MAX * settings.messageMax()).build())
            .directHandlers(new Unread(counts, arrivals).handlers())
            .shutdownHook(false)
            .addRouting(HttpRouting.builder().any(this::answer))
            .addRouting(sockets);
    if (settings.tls().isPresent()) {
      PemFiles proof = settings.tls().get();
      List<X509Certificate> chain = proof.chain();
      PrivateKey key = proof.privateKey();
      builder.tls(tls -> tls.privateKey(key).privateKeyCertChain(chain));
    }
    server = start(builder.build(), settings);
    arrivals.start();
  }

  private static WebServer start(WebServer server, DoorSettings settings) throws IOException {
    requireFree(settings);
    WebServer started = server.start();
    // Where it cannot listen, it does not throw but has no port.
    if (!started.isRunning() || started.port() < 0) {
      throw taken(settings);
    }
    return started;
  }

  /// Asks before the web server does, which would write a stack trace.
  private static void requireFree(DoorSettings settings) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException cannot) {
      throw taken(settings);
    }
  }

  private static IOException taken(DoorSettings settings) {
    return new IOException(
        "cannot listen at %s:%d; is it taken?".formatted(settings.host(), settings.port()));
  }

  /// Returns the port that it listens at.
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    arrivals.close();
  }

  private void answer(ServerRequest request, ServerResponse response) {
    Reply reply = reply(request);
    counts.calls.increment();
    if (reply.status() >= 400 && reply.status() < 500) {
      counts.refused.increment();
    }
    ALWAYS.forEach((name, value) -> response.header(HeaderNames.create(name), value));
    reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response.header(HeaderNames.CONTENT_TYPE, reply.type());
    response.status(Status.create(reply.status())).send(reply.body());
  }

  private Reply reply(ServerRequest request) {
    Call call = whole(request);
    try {
      return dialect(call.path())
          .map(dialect -> dialect.answer(call))
          .orElse(Reply.text(404, "Nothing is here.\n"));
    } catch (Dropped _) {
      throw new CloseConnectionException("dropped");
    } catch (RuntimeException wrong) {
      counts.failed.increment();
      LOG.log(System.Logger.Level.ERROR, call.method() + " " + call.path(), wrong);
      return Reply.text(500, "Internal Error\n");
    }
  }

  private Optional<Dialect> dialect(String path) {
    return dialects.entrySet().stream()
        .filter(each -> path.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Call whole(ServerRequest request) {
    Call call;
    boolean isInTime;
    try {
      call = call(request);
    } finally {
      isInTime = arrivals.end();
    }
    if (!isInTime) {
      throw new CloseConnectionException("too slow");
    }
    return call;
  }

  private static Call call(ServerRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.get()));
    byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
    return new Call(
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        headers,
        body,
        request.remotePeer().host());
  }
}
