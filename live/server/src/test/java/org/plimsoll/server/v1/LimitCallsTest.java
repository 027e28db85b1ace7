package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// What is told of limits is what binds.
class LimitCallsTest {
  private static final int BTC = 2;

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
  void anybodyIsToldWhatBindsAMarket() throws Exception {
    JsonNode limits = sandbox.get("-", "/v1/limits");
    JsonNode future = NativeApiTest.find(limits.get("markets"), "market", "BTC-PERP");
    assertThat(future.get("state").asString()).isEqualTo("open");
    assertThat(future.get("tick").asString()).isEqualTo("1");
    assertThat(future.get("size_min").asString()).isEqualTo("0.001");
    assertThat(future.get("price_band").asString()).isEqualTo("0.1");
    assertThat(future.get("book_cap").asString()).isEqualTo("0.02");
    assertThat(future.get("premium_band").asString()).isEqualTo("0.05");
    assertThat(future.get("resting_max").asString()).isEqualTo("50000000");
    JsonNode spot = NativeApiTest.find(limits.get("markets"), "market", "BTC/USD");
    assertThat(spot.get("position_max").isNull()).isTrue();
    assertThat(spot.get("resting_max").isNull()).isTrue();
    assertThat(spot.get("size_min")).isEqualTo(spot.get("lot"));
    assertThat(limits.has("account")).isFalse();
    assertThat(limits.has("rates_used")).isFalse();
    assertThat(refusal(future.get("size_min").asString())).isEmpty();
    assertThat(refusal("0.0009")).contains("QUANTITY_OUT_OF_RANGE");
  }

  @Test
  void capsAndGatesAreToldAsTheyAreSet() throws Exception {
    JsonNode before = asset("BTC");
    assertThat(before.get("collateral").get("venue_max").isNull()).isTrue();
    assertThat(before.get("withdrawals").get("mode").asString()).isEqualTo("immediate");
    long most = sandbox.server().exchange().ask(view -> view.caps(BTC).borrowMax());
    sandbox.take(new CapCollateral(BTC, 500_000_000, 700_000_000, most, "test", "one", "two"));
    sandbox.take(new SetWithdrawalPolicy(BTC, WithdrawalMode.QUEUED, 3, "test", "one", "two"));
    sandbox.take(new WithdrawAsset(Sandbox.TRADER, BTC, 1_000, custody()));
    JsonNode after = asset("BTC");
    assertThat(after.get("collateral").get("account_max").asString()).isEqualTo("5");
    assertThat(after.get("collateral").get("venue_max").asString()).isEqualTo("7");
    assertThat(after.get("withdrawals").get("per_minute").asInt()).isEqualTo(3);
    assertThat(after.get("withdrawals").get("waiting").asInt()).isEqualTo(1);
    JsonNode account = sandbox.get("trader", "/v1/limits").get("account");
    assertThat(account.get("withdrawals_waiting").get("used").asInt()).isEqualTo(1);
    assertThat(account.get("withdrawals_waiting").get("max").asInt()).isEqualTo(10);
    JsonNode coins = NativeApiTest.find(account.get("assets"), "asset", "BTC");
    assertThat(coins.get("counted").get("max").asString()).isEqualTo("5");
    assertThat(Double.parseDouble(coins.get("counted").get("used").asString()))
        .isPositive()
        .isLessThan(5);
  }

  @Test
  void anAccountIsToldWhatItHasUsed() throws Exception {
    int market = market("BTC-PERP");
    sandbox.take(new PlaceLimitOrder(Sandbox.TRADER, market, Side.BUY, 59_000, 10_000));
    sandbox.take(new PlaceLimitOrder(Sandbox.TRADER, market, Side.BUY, 58_000, 10_000));
    JsonNode account = sandbox.get("trader", "/v1/limits").get("account");
    assertThat(account.get("account").asString()).isEqualTo("trader");
    assertThat(account.get("open_orders").get("used").asInt()).isEqualTo(2);
    assertThat(account.get("open_orders").get("max").asInt())
        .isEqualTo(
            sandbox.get("-", "/v1/limits").get("venue").get("open_orders_of_account").asInt());
    JsonNode used = NativeApiTest.find(account.get("markets"), "market", "BTC-PERP");
    assertThat(used.get("resting_buys").get("used").asString()).isEqualTo("117000");
    assertThat(used.get("resting_sells").get("used").asString()).isEqualTo("0");
    assertThat(used.get("resting_buys").get("max").asString()).isEqualTo("50000000");
    assertThat(used.get("position").get("used").asString()).isEqualTo("2");
    JsonNode other = sandbox.get("maker-1", "/v1/limits").get("account");
    assertThat(other.get("open_orders").get("used").asInt()).isZero();
    assertThat(other.get("markets")).isEmpty();
  }

  @Test
  void callsAreCountedByTheKeyThatSignsThem() throws Exception {
    JsonNode first = sandbox.get("trader", "/v1/limits").get("rates_used");
    JsonNode second = sandbox.get("trader", "/v1/limits").get("rates_used");
    assertThat(first.get("requests_of_key_in_a_minute").asInt()).isPositive();
    assertThat(second.get("requests_of_key_in_a_minute").asInt()).isBetween(1, 1_500);
    assertThat(
            sandbox.get("-", "/v1/limits").get("rates").get("requests_of_key_in_a_minute").asInt())
        .isEqualTo(1_500);
  }

  @Test
  void theBoundsOfTheApiBind() throws Exception {
    JsonNode api = sandbox.get("-", "/v1/limits").get("api");
    int changes = api.get("what_if_changes").asInt();
    assertThat(whatIf(changes)).isEqualTo(200);
    assertThat(whatIf(changes + 1)).isEqualTo(400);
    int body = api.get("body_bytes").asInt();
    assertThat(sandbox.call("trader", "POST", "/v1/orders", " ".repeat(body + 1)).status())
        .isEqualTo(413);
    assertThat(sandbox.call("trader", "POST", "/v1/orders", " ".repeat(body)).status())
        .isEqualTo(400);
    String query = "?x=" + "y".repeat(api.get("first_line_bytes").asInt());
    assertThat(sandbox.call("-", "GET", "/v1/limits" + query, "").status()).isNotEqualTo(200);
  }

  private int whatIf(int changes) throws Exception {
    String each = "{\"kind\":\"balance\",\"asset\":\"USD\",\"amount\":\"1\"}";
    String list = (each + ",").repeat(changes - 1) + each;
    return sandbox
        .call("trader", "POST", "/v1/margin/what-if", "{\"changes\":[" + list + "]}")
        .status();
  }

  /// Returns what an order of a size is refused with, or nothing.
  private String refusal(String size) throws Exception {
    String order =
        "{\"market\":\"BTC-PERP\",\"side\":\"buy\",\"price\":\"59000\",\"size\":\"" + size + "\"}";
    return sandbox.call("trader", "POST", "/v1/orders", order).json().path("reason").asString("");
  }

  private JsonNode asset(String code) throws Exception {
    return NativeApiTest.find(sandbox.get("-", "/v1/limits").get("assets"), "asset", code);
  }

  private int market(String name) {
    return sandbox.server().exchange().ask(view -> Named.market(view, name).market());
  }

  private int custody() {
    return sandbox.server().exchange().ask(LimitCallsTest::fullest);
  }

  private static int fullest(VenueView view) {
    int fullest = 0;
    for (int custody = 1; custody < view.custody().size(); custody++) {
      if (view.onHand(custody, BTC) > view.onHand(fullest, BTC)) {
        fullest = custody;
      }
    }
    return fullest;
  }
}
