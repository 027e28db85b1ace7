package org.plimsoll.server.ftx;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.http.Reply;

/// A dialect whose lines a test can end, or spoil.
final class ShakyLines implements LineDialect {
  private static final int RESTART = 1012;
  private static final Pattern CHECKSUM = Pattern.compile("\"checksum\":");

  private final LineDialect dialect;
  private final Set<Line> open = ConcurrentHashMap.newKeySet();

  ShakyLines(LineDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Hearer open(Line line) {
    open.add(line);
    return dialect.open(line);
  }

  /// Ends every line, as a server does that is started again.
  Reply hangUp(Call call) {
    open.forEach(line -> line.close(RESTART, "restart"));
    open.clear();
    return Reply.text(200, call.path());
  }

  /// The same dialect, whose checksums are all wrong.
  Hearer openSpoiled(Line line) {
    return dialect.open(
        new Line() {
          @Override
          public void send(String message) {
            line.send(CHECKSUM.matcher(message).replaceAll("$01"));
          }

          @Override
          public void close(int code, String reason) {
            line.close(code, reason);
          }

          @Override
          public String address() {
            return line.address();
          }
        });
  }
}
