package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.ftx.FtxException;
import org.knowm.xchange.ftx.FtxExchange;
import org.knowm.xchange.ftx.dto.account.FtxSubAccountTransferPOJO;
import org.knowm.xchange.ftx.dto.trade.CancelAllFtxOrdersParams;
import org.knowm.xchange.ftx.dto.trade.FtxConditionalOrderRequestPayload;
import org.knowm.xchange.ftx.dto.trade.FtxConditionalOrderType;
import org.knowm.xchange.ftx.dto.trade.FtxModifyOrderRequestPayload;
import org.knowm.xchange.ftx.dto.trade.FtxOrderDto;
import org.knowm.xchange.ftx.dto.trade.FtxOrderSide;
import org.knowm.xchange.ftx.dto.trade.FtxOrderStatus;
import org.knowm.xchange.ftx.service.FtxAccountService;
import org.knowm.xchange.ftx.service.FtxBorrowingServiceRaw;
import org.knowm.xchange.ftx.service.FtxLendingServiceRaw;
import org.knowm.xchange.ftx.service.FtxMarketDataService;
import org.knowm.xchange.ftx.service.FtxTradeService;

/// XChange 5.1.1, as it was published, trades on the sandbox.
@Tag("clients")
class XChangeClientTest {
  private static final BigDecimal FAR = new BigDecimal("58000");
  private static final BigDecimal SIZE = new BigDecimal("0.01");

  @TempDir private Path directory;
  private SandboxServer server;
  private FtxExchange exchange;
  private FtxMarketDataService markets;
  private FtxTradeService trades;
  private FtxAccountService account;

  @BeforeEach
  void connect() throws Exception {
    server = new SandboxServer(directory);
    ExchangeSpecification specification = new ExchangeSpecification(FtxExchange.class);
    specification.setSslUri(server.base());
    specification.setApiKey(server.key().key());
    specification.setSecretKey(server.key().secret());
    specification.setShouldLoadRemoteMetaData(false);
    exchange = (FtxExchange) ExchangeFactory.INSTANCE.createExchange(specification);
    exchange.remoteInit();
    markets = (FtxMarketDataService) exchange.getMarketDataService();
    trades = (FtxTradeService) exchange.getTradeService();
    account = (FtxAccountService) exchange.getAccountService();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void shouldSeeMarketsOnBothKindsOfPath() throws Exception {
    assertThat(exchange.getExchangeMetaData().getInstruments()).containsKey(CurrencyPair.BTC_USD);
    assertThat(markets.getFtxMarket("BTC/USD").getResult().getBid()).isEqualByComparingTo("59990");
    assertThat(markets.getTicker(CurrencyPair.BTC_USD).getLast()).isEqualByComparingTo("60010");
    var book = markets.getOrderBook(CurrencyPair.BTC_USD);
    assertThat(book.getBids()).hasSize(5);
    assertThat(book.getAsks().getFirst().getLimitPrice()).isEqualByComparingTo("60010");
    assertThat(markets.getTrades(CurrencyPair.BTC_USD).getTrades()).hasSize(1);
    assertThat(markets.getFtxOrderbook("BTC-PERP").getResult().getBids()).hasSize(5);
    assertThat(markets.getFtxCandles("BTC-PERP", "60", null, null, null).getResult()).isNotEmpty();
  }

  @Test
  void shouldSeeItsAccount() throws Exception {
    assertThat(account.getFtxAccountInformation(null).getResult().getUsername())
        .isEqualTo("trader");
    assertThat(account.getAccountInfo().getWallets()).isNotEmpty();
    assertThat(account.getFtxWalletBalances(null).getResult())
        .filteredOn(each -> each.getCoin().equals(Currency.BTC))
        .singleElement()
        .satisfies(each -> assertThat(each.getTotal()).isEqualByComparingTo("10"));
    assertThat(account.changeLeverage(5).isSuccess()).isTrue();
    assertThat(account.getFtxAccountInformation(null).getResult().getLeverage())
        .isEqualByComparingTo("5");
  }

  @Test
  void shouldPlaceModifyAndCancelOrders() throws Exception {
    String id = trades.placeLimitOrder(bid());
    FtxOrderDto order = trades.getFtxOrderStatus(null, id).getResult();
    assertThat(order.getStatus()).isEqualTo(FtxOrderStatus.OPEN);
    assertThat(order.getPrice()).isEqualByComparingTo(FAR);
    assertThat(trades.getFtxOpenOrders(null, "BTC/USD").getResult()).hasSize(1);
    assertThat(trades.getOpenOrders().getOpenOrders()).hasSize(1);
    BigDecimal nearer = FAR.add(BigDecimal.TEN);
    FtxOrderDto modified =
        trades
            .modifyFtxOrder(null, id, new FtxModifyOrderRequestPayload(nearer, SIZE, null))
            .getResult();
    assertThat(modified.getId()).isNotEqualTo(id);
    assertThat(modified.getPrice()).isEqualByComparingTo(nearer);
    assertThat(trades.cancelOrder(modified.getId())).isTrue();
    FtxOrderDto canceled = trades.getFtxOrderStatus(null, modified.getId()).getResult();
    assertThat(canceled.getStatus()).isEqualTo(FtxOrderStatus.CLOSED);
    assertThat(canceled.getFilledSize()).isZero();
    assertThatThrownBy(() -> trades.cancelOrder(modified.getId()))
        .isInstanceOf(FtxException.class)
        .hasMessageContaining("Order already closed");
    trades.placeLimitOrder(bid());
    assertThat(trades.cancelAllFtxOrders(null, new CancelAllFtxOrdersParams("BTC/USD"))).isTrue();
    assertThat(trades.getFtxOpenOrders(null, "BTC/USD").getResult()).isEmpty();
    assertThat(trades.getFtxOrderHistory(null, "BTC/USD", null, null).getResult()).hasSize(3);
  }

  private static LimitOrder bid() {
    return new LimitOrder(OrderType.BID, SIZE, CurrencyPair.BTC_USD, null, null, FAR);
  }

  @Test
  void shouldTradeAndSeeItsFillsAndPositions() throws Exception {
    trades.placeMarketOrder(new MarketOrder(OrderType.BID, SIZE, CurrencyPair.BTC_USD));
    var fills = trades.getFtxFills(null, "BTC/USD", null, null).getResult();
    assertThat(fills).hasSize(1);
    assertThat(fills.getFirst().getPrice()).isEqualByComparingTo("60010");
    CurrencyPair future = new CurrencyPair("BTC-PERP");
    trades.placeMarketOrder(new MarketOrder(OrderType.BID, SIZE, future));
    var positions = trades.getFtxPositions(null).getResult();
    assertThat(positions).hasSize(1);
    assertThat(positions.getFirst().getNetSize()).isEqualByComparingTo(SIZE);
    assertThat(positions.getFirst().getRecentAverageOpenPrice()).isEqualByComparingTo("60010");
    assertThat(account.getFtxFundingPayments(null, null, null, "BTC-PERP").getResult()).isEmpty();
  }

  @Test
  void shouldLetOrdersWaitForTheMark() throws Exception {
    trades.placeMarketOrder(new MarketOrder(OrderType.BID, SIZE, new CurrencyPair("BTC-PERP")));
    for (FtxConditionalOrderType type : FtxConditionalOrderType.values()) {
      BigDecimal price =
          switch (type) {
            case stop -> FAR;
            case take_profit -> new BigDecimal("65000");
            case trailing_stop -> null;
          };
      BigDecimal trail =
          type == FtxConditionalOrderType.trailing_stop ? new BigDecimal("-1000") : null;
      var placed =
          trades.placeNewFtxConditionalOrderForSubAccount(
              null,
              new FtxConditionalOrderRequestPayload(
                  "BTC-PERP", FtxOrderSide.sell, SIZE, type, true, false, null, price, trail));
      assertThat(placed.getResult().getType()).isEqualTo(type);
    }
    var open = trades.getFtxOpenConditionalOrdersForSubAccount(null, "BTC-PERP").getResult();
    assertThat(open).hasSize(3);
    assertThat(trades.getFtxTriggers(open.getFirst().getId())).isEmpty();
    assertThat(trades.cancelStopOrder(open.getFirst().getId())).isTrue();
    assertThat(trades.cancelAllFtxOrders(null, new CancelAllFtxOrdersParams("BTC-PERP"))).isTrue();
    assertThat(trades.getFtxOpenConditionalOrdersForSubAccount(null, "BTC-PERP").getResult())
        .isEmpty();
    assertThat(trades.getFtxConditionalOrderHistory(null, "BTC-PERP").getResult())
        .hasSize(3)
        .allMatch(order -> order.getStatus() == FtxOrderStatus.CANCELLED);
  }

  @Test
  void shouldBorrowAndLend() {
    var borrowing = new FtxBorrowingServiceRaw(exchange);
    var lending = new FtxLendingServiceRaw(exchange);
    assertThat(borrowing.rates()).isNotEmpty();
    assertThat(borrowing.histories(null)).isEmpty();
    assertThat(lending.rates()).isNotEmpty();
    assertThat(lending.infos(null)).anyMatch(each -> each.getCoin().equals("BTC"));
  }

  @Test
  void shouldMoveMoneyToASubaccount() throws Exception {
    assertThat(account.createFtxSubAccount("desk").getResult().getNickname()).isEqualTo("desk");
    assertThat(account.getFtxAllSubAccounts().getResult()).hasSize(1);
    var moved =
        account.transferBetweenFtxSubAccount(
            new FtxSubAccountTransferPOJO("USD", new BigDecimal("1000"), null, "desk"));
    assertThat(moved.getResult().getStatus()).isEqualTo("complete");
    assertThat(account.getFtxWalletBalances("desk").getResult())
        .singleElement()
        .satisfies(each -> assertThat(each.getTotal()).isEqualByComparingTo("1000"));
  }

  @Test
  void shouldReadTheWordsOfARefusal() {
    LimitOrder tooMuch =
        new LimitOrder(OrderType.BID, new BigDecimal("900"), CurrencyPair.BTC_USD, null, null, FAR);
    assertThatThrownBy(() -> trades.placeLimitOrder(tooMuch))
        .hasMessageContaining("Account does not have enough margin for order.");
    assertThatThrownBy(() -> markets.getFtxMarket("DOGE/USD"))
        .hasMessageContaining("No such market: DOGE/USD");
    assertThat(List.of(server.counts().failed())).containsExactly(0L);
  }
}
