package org.plimsoll.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// Trades in the page as people do, and looks at every part of it.
@Tag("browser")
class DashboardBrowserTest {
  private static final int USD = 0;
  private static final int BTC = 2;
  private static final int MAKER = 3;
  private static final int OTHER_MAKER = 4;
  private static final long DOLLARS = 1_000_000;
  private static final long E9 = 1_000_000_000L;

  /// 10,000 lots are one BTC.
  private static final long COIN = 10_000;

  @TempDir private Path directory;
  private Server server;
  private Browser browser;
  private int perpetual;

  @BeforeEach
  void openTheLink() throws Exception {
    server = new Server(ServerSettings.sandbox(directory.resolve("venue")).onPort(0));
    perpetual =
        server
            .exchange()
            .ask(view ->
                view.markets().stream()
                    .filter(each -> each.name().equals("BTC-PERP"))
                    .map(MarketListing::market)
                    .findFirst()
                    .orElseThrow());
    makeMarket();
    Issued key = server.issueKey("trader").orElseThrow();
    browser = new Browser(Files.createDirectories(directory.resolve("browser")));
    browser.resize(1280, 800);
    browser.open(address() + "/#key=" + key.key() + "&secret=" + key.secret());
    browser.awaitText("#link", "live");
    browser.awaitText(".ladder .note", "checked");
  }

  @AfterEach
  void closeAll() {
    browser.close();
    server.close();
  }

  @Test
  void shouldTakeTheKeyOutOfTheAddress() throws Exception {
    assertThat(browser.ask("location.href")).isEqualTo(address() + "/#/trade");
    browser.awaitText("#who", "Key ");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldTradeAndCancel() throws Exception {
    order("buy", "59000", "0.5");
    browser.awaitText(".own tbody", "59,000");
    browser.await("document.querySelector('.half.bids').textContent.includes('59,000')");
    browser.click(".own .cancel");
    browser.awaitText(".own", "No order of yours is open.");

    order("buy", "60100", "0.25");
    browser.awaitText("#notices", "Filled: buy 0.25 BTC-PERP at 60,030");
    browser.click("#tab-fills");
    browser.awaitText(".own [role=tabpanel]:not([hidden]) tbody", "60,030");
    browser.awaitText(".tape tbody", "60,030");
    browser.click("#tab-positions");
    browser.awaitText(".own [role=tabpanel]:not([hidden]) tbody", "0.25");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldSayBeforeSendingWhatAnOrderWouldDo() throws Exception {
    browser.write("#ticket-price", "60100");
    browser.write("#ticket-size", "4");
    browser.awaitText(".ticket .facts", "240,400 USD");
    browser.awaitText(".preview", "→");
    browser.write("#ticket-size", "2000");
    browser.awaitText(".preview", "Would be refused: ");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldShowALiquidationAsItHappens() throws Exception {
    browser.press("3");
    browser.awaitText(".feed", "Nobody has been liquidated.");
    int poor = openPoorAccount();
    browser.awaitText(".pending", "BTC-PERP");
    fallByATenth();
    awaitVenue(view -> view.marginStage(poor) != MarginStage.HEALTHY);
    browser.awaitText(".feed tbody", "stage");
    browser.awaitText(".feed tbody", "another");
    picture("liquidation-as-it-happens");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldShowEveryPageByItsKeyAtEverySize() throws Exception {
    order("buy", "60100", "20");
    browser.awaitText("#notices", "Filled");
    List<String> pages = List.of("trade", "account", "liquidations", "solvency", "replay");
    List<String> signs =
        List.of(
            ".readout:not(:empty)",
            ".balances tbody tr",
            ".pending .heat",
            ".findings article",
            ".replay .findings article");
    for (String scheme : List.of("dark", "light")) {
      browser.wish(scheme);
      for (int width : List.of(390, 1280, 2560)) {
        browser.resize(width, width < 500 ? 844 : width * 10 / 16);
        for (int page = 0; page < pages.size(); page++) {
          browser.ask("document.activeElement.blur(); ''");
          browser.press("" + (page + 1));
          browser.await("document.body.dataset.page === '" + pages.get(page) + "'");
          browser.await("document.querySelector('" + signs.get(page) + "')?.clientHeight > 0");
          browser.await("document.fonts.status === 'loaded'");
          assertThat(browser.ask("String(document.documentElement.scrollWidth)"))
              .as("%s at %d is as wide as its window", pages.get(page), width)
              .satisfies(wide -> assertThat(Integer.parseInt(wide)).isLessThanOrEqualTo(width));
          picture(pages.get(page) + "-" + width + "-" + scheme);
        }
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldTryAMoveOfAPriceOnACopyOfThePast() throws Exception {
    order("buy", "60100", "20");
    browser.awaitText("#notices", "Filled");
    browser.press("5");
    browser.await("document.querySelector('#branch-go')?.disabled === false");
    browser.ask(
        "document.querySelector('#branch-asset').value = 'BTC';"
            + "document.querySelector('#branch-move').value = -60; ''");
    browser.click("#branch-go");
    browser.awaitText(".branch [role=status]", "; accounts that came into liquidation: ");
    browser.awaitText(".branch tbody", "Equity at mark");
    assertThat(server.exchange().ask(view -> view.indexE9(BTC)).longValue())
        .isGreaterThan(50_000 * E9);
    picture("branch");
    browser.ask(
        "document.querySelector('#replay-number').value = 5;"
            + "document.querySelector('#replay-number').dispatchEvent(new Event('change')); ''");
    browser.awaitText(".branch", "Move a price and branch.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldFindMarketsByTheKeyboard() throws Exception {
    browser.press("/");
    browser.await("document.activeElement.id === 'market-search'");
    browser.write("#market-search", "eth/");
    browser.await("document.querySelectorAll('.markets tbody tr').length === 1");
    browser.click(".markets tbody tr");
    browser.awaitText(".strip h1", "ETH/USD");
    browser.ask("document.activeElement.blur(); ''");
    browser.press("?");
    browser.await("document.getElementById('help-box').open");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldBeOfUseWithoutAKey() throws Exception {
    browser.ask("sessionStorage.clear(); ''");
    browser.reload();
    browser.awaitText("#who", "Give a key");
    browser.awaitText(".ladder .note", "checked");
    assertThat(browser.ask("String(document.querySelector('.send').disabled)")).isEqualTo("true");
    browser.press("2");
    browser.awaitText("main", "Give a key (top right) to see an account.");
    browser.press("4");
    browser.awaitText(".headline", "The books balance");
    assertThat(browser.complaints()).isEmpty();
  }

  private String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private void picture(String name) throws Exception {
    browser.picture(Path.of("target", "pictures", name + ".png"));
  }

  private void order(String side, String price, String size) throws Exception {
    browser.click(".ticket ." + side);
    browser.write("#ticket-price", price);
    browser.write("#ticket-size", size);
    browser.click(".ticket .send");
  }

  /// Ten levels a side with 3 BTC at each, from 60,030 and 59,970 on.
  private void makeMarket() throws Exception {
    awaitVenue(view -> view.futureMarkTicks(perpetual) != 0);
    for (int level = 0; level < 10; level++) {
      long away = 30 + 20L * level;
      take(new PlaceLimitOrder(MAKER, perpetual, Side.BUY, 60_000 - away, 3 * COIN));
      take(new PlaceLimitOrder(MAKER, perpetual, Side.SELL, 60_000 + away, 3 * COIN));
    }
  }

  /// Takes all bids, and makes a market lower down, which the mark follows.
  private void fallByATenth() throws Exception {
    take(new PlaceMarketOrder(OTHER_MAKER, perpetual, Side.SELL, 30 * COIN));
    take(new SetPriceClamp(BTC, false));
    take(new PublishIndexPrice(BTC, 54_600 * E9));
    awaitVenue(view -> view.markE9(BTC) < 55_000 * E9);
    take(new PlaceLimitOrder(OTHER_MAKER, perpetual, Side.BUY, 54_500, COIN));
    take(new PlaceLimitOrder(OTHER_MAKER, perpetual, Side.SELL, 54_600, COIN));
  }

  private void awaitVenue(Predicate<VenueView> isSo) throws Exception {
    long endNs = System.nanoTime() + 60 * E9;
    while (!server.exchange().ask(isSo::test)) {
      assertThat(System.nanoTime()).as("the venue gets there in time").isLessThan(endNs);
      Thread.sleep(20);
    }
  }

  /// One that is long 1.5 BTC with 10,000 dollars, which a fall of a tenth is too much for.
  private int openPoorAccount() {
    int account = server.exchange().ask(view -> view.accounts().size());
    take(new OpenAccount(account, "poor"));
    take(new DepositAsset(account, USD, 10_000 * DOLLARS, 0));
    take(new PlaceLimitOrder(account, perpetual, Side.BUY, 60_030, 3 * COIN / 2));
    return account;
  }

  private void take(Command command) {
    assertThat(server.exchange().send(command)).isInstanceOf(Answer.Done.class);
  }
}
