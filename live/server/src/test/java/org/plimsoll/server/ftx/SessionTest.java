package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.server.http.Reply;

/// Whole sessions, byte by byte, against a venue of handmade figures.
///
/// A line that begins with `>` is a call: who, method, target, body. `@ 60` moves the clock by so
/// many seconds, `$ 1 21000` publishes an index, and `#` is a remark. What follows a call is its
/// answer: the status, unless that is 200, and the body.
class SessionTest {
  @TempDir private Path directory;

  @Test
  void shouldAnswerEachCallAsWritten() throws Exception {
    Path file = Path.of("src/test/resources/org/plimsoll/server/ftx/session.txt");
    List<String> expected = Files.readAllLines(file);
    List<String> said = new ArrayList<>();
    try (LiveVenue venue = LiveVenue.small(directory)) {
      SmallVenue.open(venue);
      for (String line : expected) {
        say(venue, line, said);
      }
    }
    if (Boolean.getBoolean("plimsoll.rewrite")) {
      Files.write(file, said);
    }
    assertThat(String.join("\n", said)).isEqualTo(String.join("\n", expected));
  }

  private static void say(LiveVenue venue, String line, List<String> said) {
    String[] words = line.split(" ", 5);
    switch (words[0]) {
      case ">" -> {
        said.add(line);
        String body = words.length > 4 ? words[4] : "";
        Reply reply = venue.call(words[1], words[2], words[3], body);
        String text = new String(reply.body(), UTF_8);
        said.add(reply.status() == 200 ? text : reply.status() + " " + text);
      }
      case "@" -> {
        said.add(line);
        venue.advance(Long.parseLong(words[1]));
      }
      case "$" -> {
        said.add(line);
        long priceE9 = Long.parseLong(words[2]) * 1_000_000_000L;
        venue.take(new PublishIndexPrice(Integer.parseInt(words[1]), priceE9));
      }
      case "#", "" -> said.add(line);
      default -> {}
    }
  }
}
