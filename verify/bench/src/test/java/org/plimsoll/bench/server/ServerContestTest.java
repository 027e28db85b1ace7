package org.plimsoll.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Path;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must be right before a figure is printed; no time is looked at.
class ServerContestTest {
  @TempDir private Path directory;

  @Test
  void everyCallIsACommandAndEverySubscriberHasTheSameOrderBook() throws Exception {
    try (Measured server = new Measured(directory, 3);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Crowd crowd = Crowd.overRest(http, server);
      Measured.Used before = server.used();
      Histogram took = new ConcurrentHistogram(600_000_000_000L, 3);
      try (Crowd overLines = Crowd.overLines(http, server);
          Subscribers all = new Subscribers(http, server.host(), 4)) {
        crowd.send(100, 100, took::recordValue);
        overLines.send(100, 100, took::recordValue);
        all.awaitSame();
      }
      Measured.Used used = server.used().since(before);
      assertThat(used.sequence()).isGreaterThanOrEqualTo(200);
      assertThat(used.messages()).isGreaterThan(4);
      assertThat(used.processNs()).isGreaterThan(used.deciderNs()).isPositive();
      assertThat(used.deciderNs()).isPositive();
      assertThat(took.getTotalCount()).isEqualTo(200);
      assertThat(server.memory().live()).isPositive();
      assertThat(server.memory().resident()).isGreaterThan(server.memory().live());
    }
  }

  @Test
  void aCallThatIsRefusedLeavesNoFigure() throws Exception {
    try (Measured server = new Measured(directory, 1);
        HttpClient http = HttpClient.newHttpClient()) {
      String[] wrong = {server.keys().getFirst()[0], "another secret"};
      Sender sender = new Sender(http, server.host(), wrong, 1);
      assertThatThrownBy(() -> sender.send().join()).hasMessageContaining("401");
    }
  }

  @Test
  void aReadingIsHeldAgainstWhatTheVenueWasGiven() {
    BookReading.measure(200, 1);
  }
}
