package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// History that goes on another way: the trader is long 80 BTC-PERP at 60,000 and worth some two
/// millions, and the price falls.
class BranchTest {
  @TempDir private Path directory;
  private Sandbox sandbox;
  private long bought;

  @BeforeEach
  void start() throws Exception {
    sandbox = new Sandbox(directory);
    MarketListing perpetual =
        sandbox.server().exchange().ask(view -> Named.market(view, "BTC-PERP"));
    sandbox.take(
        new PlaceLimitOrder(Sandbox.MAKER, perpetual.market(), Side.SELL, 60_000, 800_000));
    sandbox.take(new PlaceMarketOrder(Sandbox.TRADER, perpetual.market(), Side.BUY, 800_000));
    sandbox.advance();
    bought = sequence();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void beforeAnybodyActsNobodyIsLiquidatedAndTheBooksAreThoseOfThePrice() throws Exception {
    JsonNode answer = branch(bought, "0.3", "0");
    assertThat(answer.path("to").asString()).isEqualTo("18000");
    assertThat(mark(answer.path("before"))).isEqualTo("60000");
    assertThat(mark(answer.path("after"))).isEqualTo("18000");
    assertThat(answer.path("liquidated").asInt()).isZero();
    assertThat(answer.path("loss").asString()).isEqualTo("0");
    assertThat(equity(answer.path("after"))).isLessThan(equity(answer.path("before")));
    assertThat(answer.path("before").path("state_hash"))
        .isEqualTo(sandbox.get("-", "/v1/replay?sequence=" + bought).path("state_hash"));
  }

  @Test
  void aMinuteLaterTheBankruptAreLiquidatedAndTheVenueItselfKnowsNothingOfIt() throws Exception {
    JsonNode answer = branch(bought, "0.3", "60");
    assertThat(answer.path("liquidated").asInt()).isEqualTo(1);
    assertThat(new BigDecimal(answer.path("loss").asString())).isPositive();
    assertThat(insurance(answer.path("after"))).isLessThan(insurance(answer.path("before")));
    assertThat(sandbox.get("trader", "/v1/account").path("standing").path("stage").asString())
        .isEqualTo("healthy");
    JsonNode now = sandbox.get("-", "/v1/replay?sequence=" + sequence());
    assertThat(mark(now)).isEqualTo("60000");
    assertThat(insurance(now)).isEqualTo(insurance(answer.path("before")));
    assertThat(answer.toString()).doesNotContain("trader", "maker-1");
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws Exception {
    JsonNode first = branch(bought, "0.5", "30");
    JsonNode second = branch(bought, "0.5", "30");
    assertThat(second.path("after").path("state_hash"))
        .isEqualTo(first.path("after").path("state_hash"));
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000, BTC, 0.5, 0, 404",
    "0, BTC, 0.5, 0, 400",
    "1, BTC, 0.5, 0, 404",
    "200, DOGE, 0.5, 0, 404",
    "200, USD, 0.5, 0, 400",
    "200, BTC, 0, 0, 400",
    "200, BTC, 0.5, 601, 400",
    "200, BTC, 0.5, -1, 400"
  })
  void whatCannotBeAskedIsRefused(
      String sequence, String asset, String factor, String seconds, int status) throws Exception {
    String at = sequence.equals("200") ? "" + bought : sequence;
    Sandbox.Answered answered =
        sandbox.call("-", "POST", "/v1/branch", body(at, asset, factor, seconds));
    assertThat(answered.status()).as("%s", answered).isEqualTo(status);
    assertThat(answered.json().path("error").asString()).isNotEmpty();
  }

  private JsonNode branch(long sequence, String factor, String seconds) throws Exception {
    Sandbox.Answered answered =
        sandbox.call("-", "POST", "/v1/branch", body("" + sequence, "BTC", factor, seconds));
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    return answered.json();
  }

  private static String body(String sequence, String asset, String factor, String seconds) {
    return "{\"sequence\":\"%s\",\"asset\":\"%s\",\"factor\":\"%s\",\"seconds\":\"%s\"}"
        .formatted(sequence, asset, factor, seconds);
  }

  private long sequence() {
    return sandbox.server().exchange().ask(VenueView::sequence);
  }

  private static String mark(JsonNode sheet) {
    return NativeApiTest.find(sheet.path("marks"), "name", "BTC").path("mark").asString();
  }

  private static BigDecimal insurance(JsonNode sheet) {
    JsonNode dollars = NativeApiTest.find(sheet.path("fund"), "asset", "USD");
    return new BigDecimal(dollars.path("insurance").asString());
  }

  private static BigDecimal equity(JsonNode sheet) {
    JsonNode figure = sheet.path("solvency").path("equity");
    return new BigDecimal(figure.isObject() ? figure.path("low").asString() : figure.asString());
  }
}
