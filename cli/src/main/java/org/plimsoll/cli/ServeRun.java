package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.server.Past;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerRefusal;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.ServerSettings.Operation;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.ExchangeState;
import org.plimsoll.server.keys.Issued;

/// Runs a server until it is asked to end, and opens it again where its operators reset it.
///
/// @param account for which a key is made if it never had one
/// @param isPopulated whether agents trade on it
record ServeRun(
    ListenOptions listen, String account, boolean isPopulated, PrintWriter out, PrintWriter err) {
  private static final long LOOK_EVERY_MS = 20;

  /// Runs it.
  ///
  /// @throws ServerRefusal if it does not start
  /// @throws IOException if its directory cannot be read or written
  ExitCode until(EarlyEnd end, ServerSettings settings) throws Exception {
    ServerSettings next = settings;
    Exchange exchange;
    boolean isReset;
    do {
      boolean isNew = !Files.exists(next.directory().resolve("journal"));
      try (Server server = new Server(next)) {
        exchange = server.exchange();
        greet(server, next.directory(), isNew);
        run(server, end);
        isReset = server.isResetAsked();
        next = next.onPort(server.port()).with(atPortOf(server, next.operation()));
      }
      if (isReset) {
        out.println("It begins again; what was is in " + Past.putAway(next));
      }
    } while (isReset);
    if (exchange.state() == ExchangeState.HALTED) {
      exchange.trouble().ifPresent(why -> err.println("plimsoll serve: " + why));
      return ExitCode.INTERNAL_ERROR;
    }
    out.println(
        "Stopped. %s has %d commands, all on the disk."
            .formatted(next.directory(), exchange.sequence()));
    return ExitCode.SOUND;
  }

  private void run(Server server, EarlyEnd end) throws Exception {
    try (AutoCloseable _ =
        isPopulated ? Population.enter(server, listen.local(server.port())) : () -> {}) {
      while (!end.isAsked()
          && !server.isResetAsked()
          && server.exchange().state() != ExchangeState.HALTED) {
        Thread.sleep(LOOK_EVERY_MS);
      }
    }
  }

  /// Whoever knows where it is finds it there again.
  private static Operation atPortOf(Server server, Operation operation) {
    return new Operation(server.adminPort(), operation.webhook(), operation.enforcesLoadLines());
  }

  private void greet(Server server, Path data, boolean isNew) throws IOException, ServerRefusal {
    String url = listen.url(server.port());
    out.println("An exchange is open at " + url + " (data in " + data + ")");
    out.println("  try:   curl " + url + "/api/markets");
    if (!isNew) {
      long commands = server.exchange().sequence();
      out.println("  It goes on where it was, with " + commands + " commands.");
    }
    if (!server.hasKey(account)) {
      tellKey(server, url);
    }
    server.adminPort().ifPresent(port -> tellOperators(server, port));
    out.println("  Ctrl-C stops it.");
    out.flush();
  }

  private void tellKey(Server server, String url) throws IOException, ServerRefusal {
    Optional<Issued> issued = server.issueKey(account);
    if (issued.isEmpty()) {
      out.println("  There is no account '" + account + "', so no key was made.");
      return;
    }
    String key = issued.get().key();
    String secret = issued.get().secret();
    out.println("  A key for the account '" + account + "', shown this once:");
    out.println("    key    " + key);
    out.println("    secret " + secret);
    out.println("  trade: " + url + "/#key=" + key + "&secret=" + secret);
  }

  private void tellOperators(Server server, int port) {
    out.println("  Its operators' API is at http://127.0.0.1:" + port);
    server
        .adminKeys()
        .forEach(each ->
            out.println(
                "    operator %d, shown this once: key %s secret %s"
                    .formatted(each.id(), each.key(), each.secret())));
  }
}
