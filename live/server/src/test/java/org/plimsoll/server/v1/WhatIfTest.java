package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.server.keys.ApiKeys;
import org.plimsoll.server.keys.Grant;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// Who may ask what would be of whom, and what may change.
class WhatIfTest {
  private static final String DEPOSIT = change("balance", "'asset': 'USD', 'amount': '7'");

  @TempDir private Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("keys"));
    ApiKeys keys = ApiKeys.open(folder, new SecureRandom());
    Issued bound = keys.create(Grant.bound(Sandbox.TRADER, Sandbox.TRADER, EnumSet.of(Scope.READ)));
    Issued blind = keys.create(Grant.toAll(Sandbox.TRADER, EnumSet.of(Scope.TRADE)));
    sandbox = new Sandbox(directory);
    sandbox.know("bound", bound);
    sandbox.know("blind", blind);
    int next = sandbox.server().exchange().ask(view -> view.accounts().size());
    sandbox.take(new OpenSubaccount(next, Sandbox.TRADER, "bot"));
    sandbox.take(new OpenSubaccount(next + 1, Sandbox.MAKER, "hidden"));
    sandbox.take(new MoveAsset(Sandbox.TRADER, next, 0, 1_000_000_000));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anOwnerAsksOfEachOfItsAccounts() throws Exception {
    JsonNode bot = asked("trader", "'account': 'bot', ", DEPOSIT);
    assertThat(bot.get("before").get("account").asString()).isEqualTo("bot");
    assertThat(balance(bot.get("before"), "USD")).isEqualTo("1000");
    assertThat(balance(bot.get("after"), "USD")).isEqualTo("1007");
    JsonNode main = asked("trader", "'account': 'trader', ", DEPOSIT);
    assertThat(main.get("after").get("account").asString()).isEqualTo("trader");
  }

  @Test
  void whoeverMayNotIsToldNothingNotEvenWhetherThereIsSuchAnAccount() throws Exception {
    Sandbox.Answered other = call("trader", "'account': 'maker-1', ", DEPOSIT);
    Sandbox.Answered none = call("trader", "'account': 'nobody', ", DEPOSIT);
    Sandbox.Answered hidden = call("trader", "'account': 'hidden', ", DEPOSIT);
    assertThat(other.status()).isEqualTo(403);
    assertThat(none).isEqualTo(other);
    assertThat(hidden).isEqualTo(other);
    assertThat(other.json().toString())
        .isEqualTo("{\"error\":\"Not authorized for that account\"}");
    assertThat(call("bound", "'account': 'bot', ", DEPOSIT)).isEqualTo(other);
    assertThat(call("bound", "'account': 'trader', ", DEPOSIT).status()).isEqualTo(200);
    assertThat(call("blind", "'account': 'bot', ", DEPOSIT).status()).isEqualTo(403);
    assertThat(call("blind", "", DEPOSIT).json().get("error").asString())
        .isEqualTo("Not authorized to read");
    assertThat(call("-", "'account': 'bot', ", DEPOSIT).status()).isEqualTo(401);
  }

  @Test
  void anOperatorAsksOfAnybody() throws Exception {
    JsonNode maker = operator("'account': 'maker-1', ", 200).get("after");
    assertThat(maker.get("account").asString()).isEqualTo("maker-1");
    JsonNode bot = operator("'account': 'trader', 'subaccount': 'bot', ", 200).get("after");
    assertThat(balance(bot, "USD")).isEqualTo("1007");
    operator("'account': 'trader', 'subaccount': 'hidden', ", 404);
    operator("'account': 'nobody', ", 404);
    operator("", 400);
    int port = sandbox.server().adminPort().orElseThrow();
    String body = body("'account': 'maker-1', ", DEPOSIT);
    assertThat(sandbox.callAt(port, "trader", "POST", "/admin/margin/what-if", body).status())
        .isEqualTo(401);
    assertThat(sandbox.call("admin-1", "POST", "/v1/margin/what-if", body).status()).isEqualTo(401);
  }

  @Test
  void aTradeFindsItsOtherSideInAnEmptyBook() throws Exception {
    String buy =
        change("trade", "'market': 'BTC-PERP', 'side': 'buy', 'size': '2', 'price': '61000'");
    JsonNode bought = asked("trader", "", buy);
    assertThat(bought.get("refused")).isEmpty();
    JsonNode position =
        NativeApiTest.find(bought.get("after").get("positions"), "market", "BTC-PERP");
    assertThat(position.get("size").asString()).isEqualTo("2");
    assertThat(position.get("cost").asString())
        .as("with a fee of 7 basis points")
        .isEqualTo("122085.4");
    String sell =
        change("trade", "'market': 'BTC/USD', 'side': 'sell', 'size': '3', 'price': '59000'");
    JsonNode sold = asked("trader", "", sell);
    assertThat(sold.get("refused")).isEmpty();
    assertThat(balance(sold.get("after"), "BTC")).isEqualTo("7");
    String spot =
        change("trade", "'market': 'BTC/USD', 'side': 'buy', 'size': '1', 'price': '59000'");
    assertThat(balance(asked("trader", "", spot).get("after"), "BTC")).isEqualTo("11");
    int accounts = sandbox.server().exchange().ask(view -> view.accounts().size());
    asked("trader", "", buy);
    assertThat(sandbox.server().exchange().<Integer>ask(view -> view.accounts().size()))
        .as("it was a copy")
        .isEqualTo(accounts);
  }

  @Test
  void aTradeObeysTheBandAndDoesNotComeBeforeOthers() throws Exception {
    String far =
        change("trade", "'market': 'BTC-PERP', 'side': 'buy', 'size': '2', 'price': '70000'");
    assertThat(asked("trader", "", far).get("refused").get(0).get("reason").asString())
        .isEqualTo("PRICE_OUTSIDE_BAND");
    int market = sandbox.server().exchange().ask(view -> Named.market(view, "BTC/USD").market());
    sandbox.take(new PlaceLimitOrder(Sandbox.MAKER, market, Side.BUY, 59_500, 10_000));
    String low =
        change("trade", "'market': 'BTC/USD', 'side': 'buy', 'size': '1', 'price': '59000'");
    assertThat(call("trader", "", low).status()).isEqualTo(400);
  }

  @Test
  void canceledOrdersGiveBackWhatTheyHold() throws Exception {
    int market = sandbox.server().exchange().ask(view -> Named.market(view, "BTC-PERP").market());
    sandbox.take(new PlaceLimitOrder(Sandbox.TRADER, market, Side.BUY, 59_000, 100_000));
    JsonNode answer = asked("trader", "", change("cancel", "'market': 'BTC-PERP'"));
    assertThat(standing(answer.get("before"), "open_notional")).isNotEqualTo("0");
    assertThat(standing(answer.get("after"), "open_notional")).isEqualTo("0");
    JsonNode others = asked("trader", "", change("cancel", "'market': 'ETH-PERP'"));
    assertThat(others.get("after").get("standing")).isEqualTo(others.get("before").get("standing"));
    JsonNode all = asked("trader", "", "{'kind': 'cancel'}");
    assertThat(standing(all.get("after"), "open_notional")).isEqualTo("0");
  }

  @Test
  void anotherLeverageAsksForMore() throws Exception {
    String buy =
        change("trade", "'market': 'BTC-PERP', 'side': 'buy', 'size': '2', 'price': '60000'");
    JsonNode usual = asked("trader", "", buy);
    JsonNode two = asked("trader", "", change("leverage", "'leverage': '2'") + ", " + buy);
    assertThat(two.get("refused")).isEmpty();
    assertThat(two.get("after").get("leverage").asInt()).isEqualTo(2);
    assertThat(Double.parseDouble(standing(two.get("after"), "initial_requirement")))
        .isGreaterThan(Double.parseDouble(standing(usual.get("after"), "initial_requirement")));
    assertThat(asked("trader", "", change("leverage", "'leverage': '1000'")).get("refused"))
        .hasSize(1);
  }

  @Test
  void otherTermsOfCollateralTakeFromWhatIsFreeAndLiquidateNobody() throws Exception {
    JsonNode lighter =
        asked("trader", "", change("weight", "'asset': 'BTC', 'initial_weight': '0.5'"));
    assertThat(lighter.get("refused")).isEmpty();
    assertThat(free(lighter.get("after"))).isLessThan(free(lighter.get("before")));
    assertThat(standing(lighter.get("after"), "value"))
        .isEqualTo(standing(lighter.get("before"), "value"));
    JsonNode capped = asked("trader", "", change("cap", "'asset': 'BTC', 'account_max': '1'"));
    assertThat(capped.get("refused")).isEmpty();
    assertThat(free(capped.get("after"))).isLessThan(free(lighter.get("after")));
    assertThat(standing(capped.get("after"), "stage")).isEqualTo("healthy");
  }

  @Test
  void aChangeHasNoMemberOfAnother() throws Exception {
    assertThat(call("trader", "", change("cancel", "'size': '1'")).status()).isEqualTo(400);
    assertThat(call("trader", "", change("leverage", "'leverage': '1.5'")).status()).isEqualTo(400);
    assertThat(call("trader", "", change("cap", "'asset': 'BTC', 'amount': '1'")).status())
        .isEqualTo(400);
  }

  private static String change(String kind, String members) {
    return "{'kind': '" + kind + "', " + members + "}";
  }

  private static String body(String account, String changes) {
    return ("{" + account + "'changes': [" + changes + "]}").replace('\'', '"');
  }

  private Sandbox.Answered call(String who, String account, String changes) throws Exception {
    return sandbox.call(who, "POST", "/v1/margin/what-if", body(account, changes));
  }

  private JsonNode asked(String who, String account, String changes) throws Exception {
    long before = sandbox.server().exchange().ask(VenueView::sequence);
    Sandbox.Answered answered = call(who, account, changes);
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    assertThat(answered.json().get("sequence").asLong()).isGreaterThanOrEqualTo(before);
    return answered.json();
  }

  private JsonNode operator(String account, int status) throws Exception {
    int port = sandbox.server().adminPort().orElseThrow();
    String body = body(account, DEPOSIT);
    Sandbox.Answered answered =
        sandbox.callAt(port, "admin-2", "POST", "/admin/margin/what-if", body);
    assertThat(answered.status()).as("%s", answered).isEqualTo(status);
    return answered.json();
  }

  private static String balance(JsonNode account, String asset) {
    return NativeApiTest.find(account.get("balances"), "asset", asset).get("balance").asString();
  }

  private static String standing(JsonNode account, String figure) {
    return account.get("standing").get(figure).asString();
  }

  private static double free(JsonNode account) {
    return Double.parseDouble(standing(account, "free_collateral"));
  }
}
