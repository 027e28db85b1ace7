package org.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Histories that are looked at, of runs and of servers.
class ReplayServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theHistoryOfARunIsScrubbedAndBranchedFrom() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("run"));
    long commands = SimulatedHistory.write("ftx-2022", 1, folder);
    List<String> before = files(folder);
    try (ReplayServer server = open(folder)) {
      assertThat(server.commands()).isEqualTo(commands);
      JsonNode status = get(server, "/v1/status", 200);
      assertThat(status.get("state").asString()).isEqualTo("REPLAY");
      assertThat(status.get("sequence").asLong()).isEqualTo(commands);
      JsonNode end = get(server, "/v1/replay?sequence=" + commands, 200);
      JsonNode middle = get(server, "/v1/replay?sequence=" + commands / 2, 200);
      assertThat(end.get("state_hash")).isNotEqualTo(middle.get("state_hash"));
      assertThat(Double.parseDouble(share(end)))
          .as("its facts say that FTT is its own token")
          .isPositive();
      String body =
          "{\"sequence\":\"%d\",\"asset\":\"FTT\",\"factor\":\"0.5\",\"seconds\":\"0\"}"
              .formatted(commands);
      HttpResponse<String> branch = post(server, "/v1/branch", body);
      assertThat(branch.statusCode()).as(branch.body()).isEqualTo(200);
      assertThat(JSON.readTree(branch.body()).get("before").get("state_hash"))
          .isEqualTo(end.get("state_hash"));
      get(server, "/v1/replay?sequence=" + (commands + 1), 404);
    }
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void nobodyTradesOnAHistory() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("run"));
    long _ = SimulatedHistory.write("first-market", 1, folder);
    try (ReplayServer server = open(folder)) {
      assertThat(post(server, "/v1/orders", "{}").statusCode()).isEqualTo(404);
      assertThat(post(server, "/v1/status", "{}").statusCode()).isEqualTo(405);
      get(server, "/v1/account", 404);
      get(server, "/api/markets", 404);
      get(server, "/health", 404);
      HttpRequest signed =
          HttpRequest.newBuilder(address(server, "/v1/status")).header("FTX-KEY", "any").build();
      assertThat(http.send(signed, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void theDataOfAServerIsLookedAtWhenItHasEnded() throws Exception {
    Path data = directory.resolve("venue");
    String hash;
    long last;
    try (Server server = new Server(ServerSettings.sandbox(data).onPort(0))) {
      last = server.exchange().sequence();
    }
    try (ReplayServer server = open(data)) {
      assertThat(server.commands()).isGreaterThanOrEqualTo(last);
      JsonNode sheet = get(server, "/v1/replay?sequence=" + last, 200);
      hash = sheet.get("state_hash").asString();
      assertThat(sheet.get("solvency").get("headline").asString()).contains("is sound");
    }
    try (ReplayServer again = open(data)) {
      assertThat(get(again, "/v1/replay?sequence=" + last, 200).get("state_hash").asString())
          .isEqualTo(hash);
    }
  }

  @Test
  void whatIsNoHistoryIsRefusedWithAReason() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("run"));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(ServerRefusal.class)
        .hasMessageContaining("neither the data of a server nor the history of a run");
    long _ = SimulatedHistory.write("first-market", 1, folder);
    Path facts = folder.resolve("facts.json");
    String good = Files.readString(facts);
    Files.writeString(facts, good.replace("\"coin\"", "\"rock\""));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(ServerRefusal.class)
        .hasMessageContaining("'rock' is not known");
    Files.writeString(facts, "{");
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("it is no JSON");
    Files.writeString(facts, good);
    Path journal = folder.resolve("00000000000000000001.journal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[5_000] ^= 1;
    Files.write(journal, bytes);
    assertThatThrownBy(() -> open(folder)).isInstanceOf(ServerRefusal.class);
  }

  private static ReplayServer open(Path folder) throws Exception {
    return new ReplayServer(folder, ServerSettings.sandbox(folder).onPort(0));
  }

  private JsonNode get(ReplayServer server, String path, int status) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address(server, path)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    return answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
  }

  private HttpResponse<String> post(ReplayServer server, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(server, path)).POST(BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static URI address(ReplayServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String share(JsonNode sheet) {
    return sheet.get("solvency").get("own_token_share").get("high").asString();
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        files.add(
            file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }
}
