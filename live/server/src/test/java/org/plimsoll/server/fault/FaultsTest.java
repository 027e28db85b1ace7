package org.plimsoll.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.server.fault.Faults.Fate;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Door;
import org.plimsoll.server.http.DoorCounts;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.http.Dropped;
import org.plimsoll.server.http.Reply;

class FaultsTest {
  private static final int CALLS = 100_000;
  private static final Call CALL = new Call("GET", "/api/x", "", Map.of(), new byte[0], "");

  private final AtomicInteger done = new AtomicInteger();

  private Reply count(Call call) {
    return Reply.text(200, "" + done.incrementAndGet());
  }

  @Test
  void shouldHappenAtTheStatedRatesAndTheSameForTheSameSeed() {
    String plan = "drop-before=1%,drop-after=2%,status=503@5%,seed=7";
    Faults faults = called(plan);
    assertThat(faults.count(Fate.DROPPED_BEFORE)).isBetween(900L, 1_100L);
    assertThat(faults.count(Fate.DROPPED_AFTER)).isBetween(1_850L, 2_150L);
    assertThat(faults.count(Fate.REFUSED)).isBetween(4_750L, 5_250L);
    long undone = faults.count(Fate.DROPPED_BEFORE) + faults.count(Fate.REFUSED);
    assertThat(done).hasValue(CALLS - (int) undone);
    Faults again = called(plan);
    for (Fate fate : Fate.values()) {
      assertThat(again.count(fate)).as(fate.name()).isEqualTo(faults.count(fate));
    }
  }

  private Faults called(String plan) {
    Faults faults = new Faults(FaultPlan.of(plan));
    Dialect dialect = faults.before(this::count);
    for (int i = 0; i < CALLS; i++) {
      try {
        Reply _ = dialect.answer(CALL);
      } catch (Dropped expected) {
        // It is counted.
      }
    }
    return faults;
  }

  @ParameterizedTest
  @CsvSource({
    "429, Slow down",
    "500, Internal Error",
    "503, Please retry request",
  })
  void shouldRefuseInTheWordsThatClientsKnow(int status, String text) {
    Faults faults = new Faults(FaultPlan.of("status=" + status + "@100%"));
    Reply reply = faults.before(this::count).answer(CALL);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"success\":false,\"error\":\"" + text + "\"}");
    assertThat(done).hasValue(0);
  }

  @Test
  void shouldLoseTheAnswerOfWhatWasDone() throws Exception {
    assertThatThrownBy(() -> overASocket("drop-after=100%")).isInstanceOf(IOException.class);
    assertThat(done.get()).isPositive();
  }

  @Test
  void shouldDoNothingOfWhatWasDroppedBefore() throws Exception {
    assertThatThrownBy(() -> overASocket("drop-before=100%")).isInstanceOf(IOException.class);
    assertThat(done).hasValue(0);
  }

  @Test
  void shouldComeLate() throws Exception {
    long beganNs = System.nanoTime();
    assertThat(overASocket("lag=60ms..70ms").body()).isEqualTo("1");
    assertThat(System.nanoTime() - beganNs).isGreaterThanOrEqualTo(60_000_000);
  }

  private HttpResponse<String> overASocket(String plan) throws Exception {
    DoorSettings settings = DoorSettings.DEFAULT.onPort(0).at("127.0.0.1", Optional.empty());
    Dialect dialect = new Faults(FaultPlan.of(plan)).before(this::count);
    DoorCounts counts = new DoorCounts();
    try (Door door = new Door(settings, Map.of("/api/", dialect), Map.of(), counts);
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + door.port() + "/api/x");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lag=fast | lag: 'fast' makes no sense here",
        "lag=5s..1s | the smaller first",
        "drop=1 | drop: '1' makes no sense here",
        "status=404@1% | there are 429, 500, 503",
        "slow=1% | 'slow' is no fault",
        "drop=1%,drop=2% | drop is said twice",
        "drop=1%,drop-after=2% | half of drop-before",
        "drop=60%,status=503@50% | more than all calls",
        "lag=50ms, | '' is no fault",
      })
  void shouldNameWhatMakesNoSense(String plan, String why) {
    assertThatThrownBy(() -> FaultPlan.of(plan)).hasMessageContaining(why);
  }
}
