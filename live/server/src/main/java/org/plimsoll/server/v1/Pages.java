package org.plimsoll.server.v1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;

/// The dashboard's files, which lie beside this class.
public final class Pages implements Dialect {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z0-9]+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  @Override
  public Reply answer(Call call) {
    String name = call.path().equals("/") ? "index.html" : call.path().substring(1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (!call.method().equals("GET")) {
      return Reply.text(405, "Pages are read, and nothing else.\n");
    }
    if (type == null || !NAME.matcher(name).matches()) {
      return Reply.text(404, "Nothing is here.\n");
    }
    try (InputStream file = Pages.class.getResourceAsStream("page/" + name)) {
      return file == null
          ? Reply.text(404, "Nothing is here.\n")
          : new Reply(200, type, file.readAllBytes(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
