package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The native dialect of a sandbox whose prices stand: BTC at 60,000; the trader has 1 million
/// dollars and 10 BTC among others.
class NativeApiTest {
  @TempDir private Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = new Sandbox(directory);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anAccountIsShownWhatItsBalancesCountForAndWouldFetch() throws Exception {
    bid("BTC/USD", 59_000, 40_000);
    bid("BTC/USD", 58_000, 30_000);
    JsonNode account = sandbox.get("trader", "/v1/account");
    JsonNode coins = find(account.get("balances"), "asset", "BTC");
    assertThat(coins.get("value_at_mark").asString()).isEqualTo("600000");
    assertThat(coins.get("effective_weight").asString()).isEqualTo("0.95");
    assertThat(coins.get("sold_now").get("traded").asString()).isEqualTo("7");
    assertThat(coins.get("sold_now").get("money").asString()).isEqualTo("410000");
    assertThat(coins.get("sold_now").get("left").asString()).isEqualTo("3");
    assertThat(account.get("standing").get("margin_fraction").isNull()).isTrue();
    assertThat(account.get("standing").get("stage").asString()).isEqualTo("healthy");
  }

  @Test
  void whoHasNotSignedIsToldSo() throws Exception {
    Sandbox.Answered answered = sandbox.call("-", "GET", "/v1/account", "");
    assertThat(answered.status()).isEqualTo(401);
    assertThat(answered.json().get("error").asString()).isEqualTo("Not logged in");
    assertThat(sandbox.call("-", "GET", "/v1/nothing", "").status()).isEqualTo(404);
    assertThat(sandbox.call("-", "POST", "/v1/status", "").status()).isEqualTo(405);
  }

  @Test
  void aFallThatHasNotHappenedBringsAnAccountBelowItsMaintenance() throws Exception {
    long before = sandbox.server().exchange().ask(VenueView::sequence);
    buyPerpetual();
    String body = "{\"changes\":[{\"kind\":\"price\",\"asset\":\"BTC\",\"price\":\"20000\"}]}";
    Sandbox.Answered answered = sandbox.call("trader", "POST", "/v1/margin/what-if", body);
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    JsonNode after = answered.json().get("after");
    assertThat(answered.json().get("refused")).isEmpty();
    assertThat(find(after.get("balances"), "asset", "BTC").get("mark").asString())
        .isEqualTo("20000");
    assertThat(find(after.get("positions"), "market", "BTC-PERP").get("size").asString())
        .isEqualTo("80");
    assertThat(after.get("standing").get("stage").asString()).isEqualTo("bankrupt");
    JsonNode now = sandbox.get("trader", "/v1/account");
    assertThat(now.get("standing").get("stage").asString()).isEqualTo("healthy");
    assertThat(sandbox.server().exchange().ask(VenueView::sequence)).isGreaterThan(before);
  }

  @Test
  void anOrderAndAWithdrawalAreTriedByTheRulesThatWouldMeetThem() throws Exception {
    ask("BTC/USD", 60_000, 50_000);
    String body =
        """
        {"changes": [
          {"kind": "order", "market": "BTC/USD", "side": "buy", "size": "5"},
          {"kind": "balance", "asset": "ETH", "amount": "-100"},
          {"kind": "balance", "asset": "USD", "amount": "-100000000"}]}
        """;
    Sandbox.Answered answered = sandbox.call("trader", "POST", "/v1/margin/what-if", body);
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    JsonNode after = answered.json().get("after");
    assertThat(find(after.get("balances"), "asset", "BTC").get("balance").asString())
        .isEqualTo("15");
    assertThat(find(after.get("balances"), "asset", "ETH")).isNull();
    assertThat(answered.json().get("refused")).hasSize(1);
    assertThat(answered.json().get("refused").get(0).get("change").asInt()).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsRefusedWithASentence() throws Exception {
    for (String body :
        new String[] {
          "{",
          "[]",
          "{\"changes\":{}}",
          "{\"changes\":[],\"more\":1}",
          "{\"changes\":[{\"kind\":\"theft\"}]}",
          "{\"changes\":[{\"kind\":\"price\",\"asset\":\"BTC\",\"price\":\"1e-30\"}]}",
          "{\"changes\":[{\"kind\":\"price\",\"asset\":\"BTC\",\"price\":1}]}"
        }) {
      Sandbox.Answered answered = sandbox.call("trader", "POST", "/v1/margin/what-if", body);
      assertThat(answered.status()).as(body).isEqualTo(400);
      assertThat(answered.json().get("error").asString()).isNotEmpty();
    }
  }

  @Test
  void pendingLiquidationsStandAtTheirPricesWithoutNames() throws Exception {
    buyPerpetual();
    JsonNode liquidations = sandbox.get("-", "/v1/liquidations");
    JsonNode pending = find(liquidations.get("pending"), "market", "BTC-PERP");
    String price =
        find(sandbox.get("trader", "/v1/account").get("positions"), "market", "BTC-PERP")
            .get("liquidation_price")
            .asString();
    JsonNode bucket =
        pending
            .get("buckets")
            .valueStream()
            .filter(each -> !each.get("longs").asString().equals("0"))
            .findFirst()
            .orElseThrow();
    assertThat(new BigDecimal(price))
        .isBetween(
            new BigDecimal(bucket.get("from").asString()),
            new BigDecimal(bucket.get("to").asString()));
    assertThat(bucket.get("longs").asString()).isEqualTo("4800000");
    assertThat(find(liquidations.get("fund"), "asset", "USD").get("insurance").asString())
        .isEqualTo("20000000");
    assertThat(liquidations.toString()).doesNotContain("trader").doesNotContain("maker");
  }

  @Test
  void thePastIsShownAsItWas() throws Exception {
    long before = sandbox.server().exchange().ask(VenueView::sequence);
    String hash =
        sandbox.server().exchange().ask(view -> HexFormat.of().toHexDigits(view.stateHash()));
    sandbox.take(new PublishIndexPrice(2, 30_000_000_000_000L));
    sandbox.advance();
    bid("BTC/USD", 50_000, 1); // in the band of either mark, old or new
    JsonNode past = sandbox.get("-", "/v1/replay?sequence=" + before);
    assertThat(past.get("state_hash").asString()).isEqualTo(hash);
    assertThat(find(past.get("marks"), "name", "BTC").get("mark").asString()).isEqualTo("60000");
    assertThat(past.get("solvency").has("borrowers")).isFalse();
    JsonNode journal = sandbox.get("-", "/v1/journal");
    long now = journal.get("sequence").asLong();
    JsonNode present = sandbox.get("-", "/v1/replay?sequence=" + now);
    assertThat(present.get("state_hash")).isEqualTo(journal.get("state_hash"));
    assertThat(sandbox.get("-", "/v1/replay?sequence=1").get("accounts").asInt()).isZero();
    assertThat(sandbox.get("-", "/v1/replay?sequence=" + before).get("state_hash").asString())
        .isEqualTo(hash);
    assertThat(sandbox.call("-", "GET", "/v1/replay?sequence=9999999", "").status()).isEqualTo(404);
    assertThat(sandbox.call("-", "GET", "/v1/replay?sequence=0", "").status()).isEqualTo(400);
  }

  @Test
  void aMonitorIsToldFiguresAndHealth() throws Exception {
    assertThat(sandbox.get("-", "/health").get("healthy").asBoolean()).isTrue();
    while (sandbox.call("-", "GET", "/v1/solvency", "").status() != 200) {
      Thread.sleep(1);
    }
    String metrics = sandbox.text("/metrics");
    assertThat(metrics)
        .contains("plimsoll_insurance_fund{asset=\"USD\"} 2.0E7")
        .contains("plimsoll_accounts_below_zero 0.0")
        .contains("plimsoll_accounts_in_liquidation{stage=\"bankrupt\"} 0.0")
        .contains("plimsoll_coverage{within=")
        .contains("plimsoll_alarms_raised ")
        .contains("plimsoll_door_calls ");
  }

  @Test
  @SuppressWarnings("NullAway") // what is asked of the dialect here touches no part of it
  void everyPathOfTheDocumentIsAnsweredAndNoOtherIs() throws Exception {
    JsonNode paths = sandbox.get("-", "/v1/openapi.json").get("paths");
    List<String> written = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        written.add(method.toUpperCase(Locale.ROOT) + " " + path);
        boolean isKeyed = !paths.get(path).get(method).get("security").isEmpty();
        int status = sandbox.call("-", method.toUpperCase(Locale.ROOT), path, "").status();
        assertThat(status == 401).as(path).isEqualTo(isKeyed);
        assertThat(status).as(path).isNotIn(404, 405, 500);
      }
    }
    NativeApi api =
        new NativeApi(null, sandbox.server().exchange(), null, null, null, null, null, null, null);
    assertThat(written).containsExactlyInAnyOrderElementsOf(api.calls());
  }

  @Test
  void whatTheGrafanaFileAsksForIsThere() throws Exception {
    ask("BTC/USD", 60_000, 1_000);
    bid("BTC/USD", 59_000, 40_000);
    sandbox.take(new WithdrawAsset(Sandbox.TRADER, 0, 1_500_000_000_000L, 0));
    sandbox.advance();
    long sequence = sandbox.server().exchange().ask(VenueView::sequence);
    while (sandbox.call("-", "GET", "/v1/solvency", "").json().path("sequence").asLong()
        < sequence) {
      Thread.sleep(1);
    }
    String metrics = sandbox.text("/metrics");
    List<JsonNode> asked =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Path.of("../../docs/how-to/grafana.json")))
            .findValues("expr");
    assertThat(asked).hasSize(19);
    for (JsonNode expression : asked) {
      Matcher name = Pattern.compile("plimsoll_[a-z_]+").matcher(expression.asString());
      assertThat(name.find()).isTrue();
      assertThat(metrics).contains("# TYPE " + name.group() + " gauge\n" + name.group());
    }
  }

  private void buyPerpetual() throws Exception {
    ask("BTC-PERP", 60_000, 800_000);
    sandbox.take(
        new PlaceMarketOrder(Sandbox.TRADER, market("BTC-PERP").market(), Side.BUY, 800_000));
    sandbox.advance();
  }

  private void bid(String market, long ticks, long lots) {
    sandbox.take(
        new PlaceLimitOrder(Sandbox.MAKER, market(market).market(), Side.BUY, ticks, lots));
  }

  private void ask(String market, long ticks, long lots) {
    sandbox.take(
        new PlaceLimitOrder(Sandbox.MAKER, market(market).market(), Side.SELL, ticks, lots));
  }

  private MarketListing market(String name) {
    return sandbox.server().exchange().ask(view -> Named.market(view, name));
  }

  static JsonNode find(JsonNode list, String member, String value) {
    return list.valueStream()
        .filter(each -> each.get(member).asString().equals(value))
        .findFirst()
        .orElse(null);
  }
}
