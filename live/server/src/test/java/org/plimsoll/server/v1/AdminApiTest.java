package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// The operator's side of a sandbox.
class AdminApiTest {
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
  void aNewAccountTradesWithWhatTheFaucetGivesWithinItsBounds() throws Exception {
    Sandbox.Answered made = admin(1, "accounts", "{\"name\":\"newcomer\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(200);
    sandbox.know("newcomer", made.json());
    String gift = "{\"account\":\"newcomer\",\"asset\":\"BTC\",\"amount\":\"6\"}";
    assertThat(admin(1, "faucet", gift).status()).isEqualTo(200);
    Sandbox.Answered tooMuch = admin(2, "faucet", gift);
    assertThat(tooMuch.status()).isEqualTo(400);
    assertThat(tooMuch.json().get("error").asString()).contains("has 4 BTC left");
    JsonNode account = sandbox.get("newcomer", "/v1/account");
    assertThat(
            NativeApiTest.find(account.get("balances"), "asset", "BTC").get("balance").asString())
        .isEqualTo("6");
    assertThat(admin(1, "accounts", "{\"name\":\"newcomer\"}").status()).isEqualTo(409);
    String id = made.json().get("key_id").asString();
    assertThat(admin(1, "keys/revoke", "{\"key_id\":\"" + id + "\"}").status()).isEqualTo(200);
    assertThat(sandbox.call("newcomer", "GET", "/v1/account", "").status()).isEqualTo(401);
    assertThat(admin(1, "keys/revoke", "{\"key_id\":\"" + id + "\"}").status()).isEqualTo(404);
  }

  @Test
  void aHaltTakesTwoPeople() throws Exception {
    String halt = "{\"market\":\"BTC/USD\",\"state\":\"halted\",\"reason\":\"drill\"}";
    Sandbox.Answered proposed = admin(1, "markets/state", halt);
    assertThat(proposed.status()).as("%s", proposed).isEqualTo(200);
    String confirm = "{\"proposal\":\"" + proposed.json().get("proposal").asString() + "\"}";
    assertThat(admin(1, "confirm", confirm).status()).isEqualTo(403);
    assertThat(state()).isEqualTo(MarketState.OPEN);
    assertThat(admin(2, "confirm", confirm).status()).isEqualTo(200);
    assertThat(state()).isEqualTo(MarketState.HALTED);
    assertThat(admin(2, "confirm", confirm).status()).isEqualTo(404);
  }

  @Test
  void aShockReachesTheIndexAndTheClockIsMovedByHand() throws Exception {
    assertThat(admin(1, "shock", "{\"asset\":\"ETH\",\"factor\":\"0.9\"}").status()).isEqualTo(200);
    assertThat(sandbox.server().exchange().<Long>ask(view -> view.indexE9(3)))
        .isBetween(2_690_000_000_000L, 2_710_000_000_000L);
    long before = sandbox.server().exchange().ask(VenueView::clockNs);
    assertThat(admin(1, "clock", "{\"seconds\":\"3600\"}").status()).isEqualTo(200);
    assertThat(sandbox.server().exchange().nowNs() - before)
        .isGreaterThanOrEqualTo(3_600_000_000_000L);
    assertThat(admin(1, "clock", "{\"seconds\":\"-1\"}").status()).isEqualTo(400);
  }

  @Test
  void marketsAreListed() throws Exception {
    String spot = "{\"name\":\"WBTC/USD\",\"base\":\"BTC\",\"tick\":\"1\",\"lot\":\"0.0001\"}";
    assertThat(admin(1, "markets", spot).status()).isEqualTo(200);
    String perpetual =
        """
        {"name":"B-PERP","base":"BTC","tick":"1","lot":"0.0001",
         "imf_factor":"0.002","position_max":"100"}
        """;
    assertThat(admin(1, "markets", perpetual).status()).isEqualTo(200);
    String listed =
        sandbox.server().exchange().ask(view -> Named.market(view, "B-PERP").toString());
    assertThat(listed).contains("positionMaxLots=1000000");
    assertThat(admin(1, "markets", spot.replace("0.0001", "0.000000001")).status()).isEqualTo(400);
  }

  @Test
  void aCustomersKeyAdministersNothingAndAnOperatorsNoAccount() throws Exception {
    int port = sandbox.server().adminPort().orElseThrow();
    assertThat(sandbox.callAt(port, "trader", "POST", "/admin/clock", "{}").status())
        .isEqualTo(401);
    assertThat(sandbox.callAt(port, "-", "POST", "/admin/clock", "{}").status()).isEqualTo(401);
    assertThat(sandbox.call("admin-1", "GET", "/v1/account", "").status()).isEqualTo(401);
    assertThat(sandbox.call("admin-1", "POST", "/admin/clock", "{}").status()).isNotEqualTo(200);
  }

  private MarketState state() {
    return sandbox.server().exchange().ask(view -> view.marketState(0));
  }

  private Sandbox.Answered admin(int operator, String path, String body) throws Exception {
    int port = sandbox.server().adminPort().orElseThrow();
    return sandbox.callAt(port, "admin-" + operator, "POST", "/admin/" + path, body);
  }
}
