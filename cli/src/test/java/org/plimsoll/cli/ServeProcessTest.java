package org.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `plimsoll serve` as a process: what it prints is true, what it is told it does, and it ends when
/// it is asked to.
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ServeProcessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int READINGS = 5;

  @TempDir private Path directory;

  @Test
  void anEmptyFolderBecomesAnExchangeWhoseKeyAndCurlLineWork() throws Exception {
    assumeThat(Stream.of(System.getenv("PATH").split(":", -1)))
        .as("there is curl")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    try (Serving serving = serve()) {
      String[] line = ("curl " + serving.told("try:   curl ")).split(" ", -1);
      Process curl = new ProcessBuilder(line).start();
      JsonNode markets = JSON.readTree(curl.getInputStream());
      assertThat(curl.waitFor()).isZero();
      assertThat(texts(markets.path("result"), "name")).contains("BTC-PERP");

      assertThat(balances(serving, serving.key())).containsEntry("USD", "1000000");
      assertThat(serving.told("trade: "))
          .isEqualTo(
              serving.url()
                  + "/#key="
                  + serving.key().text()
                  + "&secret="
                  + serving.key().secret());
    }
  }

  @Test
  void aSignalEndsItAndTheNextStartGoesOnWithTheSameBalances() throws Exception {
    Serving.Key key;
    Serving.Key operator;
    Map<String, String> before;
    try (Serving first = serve("--admin-port", "0")) {
      key = first.key();
      operator = first.operator(1);
      give(first, operator, "6", 200);
      before = balances(first, key);
      assertThat(before).containsEntry("BTC", "16");
      assertThat(first.terminate()).isEqualTo(ExitCode.SOUND.number());
      assertThat(first.said().getLast()).startsWith("Stopped. ").contains("all on the disk");
    }
    try (Serving second = serve("--admin-port", "0")) {
      assertThat(second.told("It goes on where it was, with ")).endsWith(" commands.");
      assertThat(String.join("\n", second.said())).doesNotContain("secret");
      assertThat(balances(second, key)).isEqualTo(before);
      give(second, operator, "5", 400);
      give(second, operator, "4", 200);
    }
  }

  @Test
  void aSecondServerOnADirectoryIsTurnedAwayInOneLine() throws Exception {
    try (Serving first = serve()) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String data = directory.resolve("venue").toString();
      int code =
          Plimsoll.run(
              new String[] {"serve", "--data", data, "--port", "0"},
              new PrintWriter(out),
              new PrintWriter(err));
      assertThat(code).isEqualTo(ExitCode.INVALID_INPUT.number());
      assertThat(err.toString())
          .startsWith("plimsoll serve: another server runs on " + data)
          .hasLineCount(1);
      assertThat(out.toString()).isEmpty();
      assertThat(first.get(first.url() + "/health").status()).isEqualTo(200);
    }
  }

  @Test
  void aStartThatFoundItsPortTakenCostsNobodyHisKey() throws Exception {
    try (Serving other = serve()) {
      String port = other.url().substring(other.url().lastIndexOf(':') + 1);
      String data = directory.resolve("later").toString();
      StringWriter err = new StringWriter();
      int code =
          Plimsoll.run(
              new String[] {"serve", "--data", data, "--port", port},
              new PrintWriter(new StringWriter()),
              new PrintWriter(err));
      assertThat(code).isEqualTo(ExitCode.INVALID_INPUT.number());
    }
    try (Serving later = new Serving(directory.resolve("later"))) {
      assertThat(balances(later, later.key())).containsEntry("USD", "1000000");
    }
  }

  @Test
  void itsClockIsMovedByHandAndNotOtherwise() throws Exception {
    try (Serving serving = serve("--clock", "manual", "--admin-port", "0")) {
      Instant before = time(serving);
      Serving.Answered moved =
          serving.call(
              serving.operator(2),
              "POST",
              serving.adminUrl(),
              "/admin/clock",
              "{\"seconds\":\"3600\"}");
      assertThat(moved.status()).as("%s", moved).isEqualTo(200);
      while (time(serving).equals(before)) {
        Thread.sleep(20);
      }
      assertThat(time(serving)).isEqualTo(before.plusSeconds(3600));
    }
  }

  @Test
  void faultsReachClients() throws Exception {
    try (Serving serving = serve("--fault", "status=503@100%")) {
      assertThat(serving.get(serving.url() + "/api/markets").status()).isEqualTo(503);
      assertThat(serving.get(serving.url() + "/health").status()).isEqualTo(200);
    }
  }

  @Test
  void aFreshSandboxCanPayAndRaisesNoAlarm() throws Exception {
    try (Serving serving = serve()) {
      requireSoundReadings(serving);
      assertThat(serving.errors()).contains(" commands=").doesNotContain("WARN", "ERROR");
    }
  }

  @Test
  void whoeverFindsItOpenFindsItsBooksRead() throws Exception {
    try (Serving serving = serve("--clock", "manual")) {
      assertThat(serving.get(serving.url() + "/v1/solvency").status()).isEqualTo(200);
    }
  }

  @Test
  void aPopulatedSandboxCanPayAndRaisesNoAlarm() throws Exception {
    try (Serving serving = serve("--populate")) {
      while (!everyMarketIsQuoted(serving)) {
        Thread.sleep(100);
      }
      requireSoundReadings(serving);
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
      assertThat(serving.errors()).doesNotContain("WARN", "ERROR");
    }
  }

  @Test
  void alarmsReachWhoeverReadsItsErrorStreamAndSecretsDoNot() throws Exception {
    Path file = venueOfItsOwnToken();
    String address = "http://127.0.0.1:1/a-secret-of-whoever-listens";
    String errors;
    Serving.Key key;
    try (Serving serving = serve("--venue", file.toString(), "--webhook", address)) {
      key = serving.key();
      while (!serving.errors().contains("alarm=own-tokens")) {
        Thread.sleep(50);
      }
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
      errors = serving.errors();
    }
    String line = "20[0-9T:.-]+(Z|[+-][0-9:]+) ";
    assertThat(errors.lines())
        .allMatch(each -> each.matches(line + "(INFO|WARN|ERROR) [A-Za-z]+ - .*"))
        .anyMatch(each -> each.matches(line + "INFO Server - port=[0-9]+ commands=[0-9]+ open"))
        .anyMatch(each ->
            each.matches(
                line
                    + "WARN AlarmLog - alarm=own-tokens subject= raised=true figure=.* sequence=.*"))
        .last()
        .asString()
        .endsWith("INFO Server - closed");
    assertThat(errors).doesNotContain(key.secret()).doesNotContain(key.text(), "a-secret-of");
  }

  private Path venueOfItsOwnToken() throws IOException {
    return Files.writeString(
        directory.resolve("own.yaml"),
        """
        venue: 1
        title: An exchange whose customers have little but its own token
        approval: {reason: test, granter: one, second-granter: two}
        locations: [{name: bank, kind: bank}]
        assets:
          - {name: USD, decimals: 6, location: bank}
          - {name: OWN, decimals: 6, location: bank, balance-max: 1m}
        markets: [{name: OWN/USD, base: OWN, tick: 0.01, lot: 1}]
        prices: {OWN: {start: 10}}
        token:
          asset: OWN
          market: OWN/USD
          treasury: treasury
          supply: 1m
          fee-share: 0.3
          slices: 1
          interval-seconds: 3600
          limit: 0.05
        custody: segregated
        accounts:
          - {name: treasury}
          - {name: trader, deposits: {USD: 100, OWN: 1000}}
        """);
  }

  @Test
  void aHistoryIsLookedAtUntilItIsAskedToEnd() throws Exception {
    Path history = directory.resolve("history");
    assertThat(
            Plimsoll.run(
                new String[] {
                  "simulate", "docs/how-to/small-market.yaml", "--journal", history.toString()
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter())))
        .isZero();
    try (Serving serving = serve("--replay", history.toString())) {
      String url = serving.told("A history is open at ").split(" ", -1)[0];
      assertThat(serving.told("It has ")).matches("[1-9][0-9]* commands; nobody trades on it\\.");
      assertThat(serving.get(url + "/v1/replay?sequence=1").status()).isEqualTo(200);
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
      assertThat(directory.resolve("venue")).doesNotExist();
    }
  }

  private static boolean everyMarketIsQuoted(Serving serving) throws Exception {
    JsonNode markets = JSON.readTree(serving.get(serving.url() + "/api/markets").body());
    return markets
        .path("result")
        .valueStream()
        .allMatch(market -> market.path("bid").isNumber() && market.path("ask").isNumber());
  }

  /// So many readings, each after other commands, say that all is well.
  private static void requireSoundReadings(Serving serving) throws Exception {
    TreeSet<Long> read = new TreeSet<>();
    while (read.size() < READINGS) {
      Serving.Answered answered = serving.get(serving.url() + "/v1/solvency");
      if (answered.status() == 200) {
        JsonNode solvency = JSON.readTree(answered.body());
        assertThat(solvency.path("headline").asString()).contains("is sound");
        assertThat(texts(solvency.path("findings"), "answer"))
            .as(answered.body())
            .containsOnly("no");
        assertThat(serving.get(serving.url() + "/v1/alarms").body()).isEqualTo("[]");
        read.add(solvency.path("sequence").asLong());
      }
      Thread.sleep(100);
    }
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.findValues(member).stream().map(JsonNode::asString).toList();
  }

  private static void give(Serving serving, Serving.Key operator, String coins, int status)
      throws Exception {
    Serving.Answered given =
        serving.call(
            operator,
            "POST",
            serving.adminUrl(),
            "/admin/faucet",
            "{\"account\":\"trader\",\"asset\":\"BTC\",\"amount\":\"" + coins + "\"}");
    assertThat(given.status()).as("%s", given).isEqualTo(status);
  }

  private static Instant time(Serving serving) throws Exception {
    String status = serving.get(serving.url() + "/v1/status").body();
    return Instant.parse(JSON.readTree(status.getBytes(UTF_8)).path("time").asString());
  }

  private static Map<String, String> balances(Serving serving, Serving.Key key) throws Exception {
    Serving.Answered answered = serving.call(key, "GET", serving.url(), "/v1/account", "");
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    Map<String, String> balances = new TreeMap<>();
    JSON.readTree(answered.body())
        .path("balances")
        .forEach(row -> balances.put(row.path("asset").asString(), row.path("balance").asString()));
    return balances;
  }

  private Serving serve(String... options) throws Exception {
    return new Serving(directory.resolve("venue"), options);
  }
}
