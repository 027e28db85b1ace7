package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

class VenueTest {
  private final Bench bench = Bench.listed(4);

  @Test
  void shouldMoveADepositFromItsPlaceToTheAccount() {
    CashCommand.DepositAsset deposit = new CashCommand.DepositAsset(2, BTC, BITCOIN, WALLET);
    assertThat(bench.applied(deposit))
        .containsExactly(
            new Event.CommandApplied(deposit),
            new Event.TransferPosted(
                Cause.DEPOSIT,
                BTC,
                LedgerAccount.custody(WALLET),
                LedgerAccount.customer(2),
                BITCOIN));
    assertThat(bench.view().balance(2, BTC)).isEqualTo(BITCOIN);
    assertThat(bench.view().onHand(WALLET, BTC)).isEqualTo(BITCOIN);
    assertThat(bench.view().onHand(BANK, BTC)).isZero();
  }

  @Test
  void shouldTradeAtTheMakersPriceAndPayToTheUnit() {
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(1, USD, 30_000 * DOLLAR);
    assertThat(bench.applied(Bench.bitcoin(0, Side.SELL, 19_999, 100)))
        .containsExactly(new OrderEvent.LimitOrderAccepted(1, 0, 0, Side.SELL, 19_999, 100));
    assertThat(bench.applied(Bench.bitcoin(1, Side.BUY, 20_001, 40)))
        .containsExactly(
            new OrderEvent.LimitOrderAccepted(2, 1, 0, Side.BUY, 20_001, 40),
            new OrderEvent.TradeExecuted(0, 1, 2, 0, 1, Side.BUY, 19_999, 40),
            new Event.TransferPosted(Cause.TRADE, BTC, 0, 1, 40_000_000),
            new Event.TransferPosted(Cause.TRADE, USD, 1, 0, 7_999_600_000L));
    assertThat(bench.view().ordersWouldTake(0, BTC)).isEqualTo(60_000_000);
    assertThat(bench.view().ordersWouldBring(0, USD)).isEqualTo(11_999_400_000L);
    assertThat(bench.view().openOrderCount(0)).isEqualTo(1);
    assertThat(bench.view().openOrderCount(1)).isZero();
  }

  @Test
  void shouldLetABuyerWithTheMoneyForTheBetterPriceNameAWorseOne() {
    bench.deposit(0, FTT, 10 * TOKEN);
    bench.deposit(1, USD, 100 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.SELL, 10, 10));
    assertThat(bench.applied(Bench.tokens(1, Side.BUY, 11, 10))).hasSize(4);
    assertThat(bench.view().balance(1, USD)).isZero();
  }

  @Test
  void shouldBoundWhatASellerGetsByThePricesHeGets() {
    Bench tight = new Bench(Bench.LIMITS);
    tight.applied(new ListingCommand.DefineAsset(0, "USD", 0, 100));
    tight.applied(new ListingCommand.DefineAsset(1, "X", 0, 1_000));
    tight.applied(new CashCommand.OpenCustody(0, CustodyKind.WALLET, "w"));
    tight.applied(new ListingCommand.ListMarket(0, "X/USD", 1, 0, 1_000_000_000, 1));
    for (int account = 0; account < 4; account++) {
      tight.applied(new AccountCommand.OpenAccount(account, "account-" + account));
      int asset = account == 3 ? 1 : 0;
      tight.applied(new CashCommand.DepositAsset(account, asset, 100, 0));
      if (account < 3) {
        tight.applied(new OrderCommand.PlaceLimitOrder(account, 0, Side.BUY, 50, 2));
      }
    }
    tight.refused(
        new OrderCommand.PlaceLimitOrder(3, 0, Side.SELL, 1, 3),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        100,
        150);
    tight.applied(new OrderCommand.PlaceLimitOrder(3, 0, Side.SELL, 1, 2));
    tight.refused(
        new OrderCommand.PlaceLimitOrder(3, 0, Side.SELL, 1, 2),
        RefusalReason.BALANCE_OUT_OF_RANGE,
        200,
        100);
    assertThat(tight.view().balance(3, 0)).isEqualTo(100);
  }

  @Test
  void shouldSampleMarksOnlyWhenTheClockMoves() {
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, 21_000_000_000L));
    assertThat(bench.view().markE9(FTT)).isEqualTo(20_000_000_000L);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(2, 77)))
        .containsExactly(
            new Event.CommandApplied(new ClockCommand.AdvanceTime(2, 77)),
            new PriceEvent.MarkPriceSet(FTT, 21_000_000_000L));
    assertThat(bench.view().markE9(FTT)).isEqualTo(21_000_000_000L);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(3, 78)))
        .containsExactly(new Event.CommandApplied(new ClockCommand.AdvanceTime(3, 78)));
    assertThat(bench.view().clockNs()).isEqualTo(3);
  }

  @Test
  void shouldChangeNothingButItsCountWhenACommandIsRepeated() {
    bench.deposit(0, USD, 100 * DOLLAR);
    List<Request> requests =
        List.of(
            new Request(1, 1, Bench.tokens(0, Side.BUY, 10, 1)),
            new Request(1, 2, new CashCommand.DepositAsset(0, USD, 5, BANK)),
            new Request(1, 3, new CashCommand.WithdrawAsset(0, USD, 1_000 * DOLLAR, BANK)));
    requests.forEach(bench::send);
    String before = picture();
    long sequence = bench.view().sequence();
    for (Request request : requests) {
      assertThat(bench.send(request))
          .containsExactly(
              new Event.CommandSequenced(++sequence, 1, request.clientSequence()),
              new Event.CommandRefused(
                  RefusalReason.DUPLICATE_COMMAND, 3, request.clientSequence()));
    }
    assertThat(picture()).isEqualTo(before);
  }

  @Test
  void shouldUseUpTheNumberOfARefusedCommandAndLetNumbersBeLeftOut() {
    Command tooMuch = new CashCommand.WithdrawAsset(0, USD, DOLLAR, BANK);
    bench.send(new Request(1, 5, tooMuch));
    bench.deposit(0, USD, DOLLAR);
    assertThat(bench.send(new Request(1, 5, tooMuch)))
        .endsWith(new Event.CommandRefused(RefusalReason.DUPLICATE_COMMAND, 5, 5));
    assertThat(bench.send(new Request(1, 50, tooMuch)))
        .endsWith(
            new Event.TransferPosted(
                Cause.WITHDRAWAL,
                USD,
                LedgerAccount.pending(0),
                LedgerAccount.custody(BANK),
                DOLLAR));
    assertThat(bench.send(new Request(2, 1, new ClockCommand.AdvanceTime(9, 0))))
        .endsWith(new Event.CommandApplied(new ClockCommand.AdvanceTime(9, 0)));
  }

  @Test
  void shouldCountRestingOrdersAsFilledWhenMarginIsAsked() {
    bench.lending();
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(1, USD, 100_000 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.BUY, 40, 500));
    long before = bench.view().stateHash();
    bench.refused(
        bench.withdrawal(0, USD, 8_000 * DOLLAR),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        (19_000 + 9_500 - 30_800) * DOLLAR);
    assertThat(bench.view().stateHash()).isNotEqualTo(before);
    bench.applied(new OrderCommand.CancelOrder(0, 1, 1));
    bench.applied(bench.withdrawal(0, USD, 8_000 * DOLLAR));
  }

  @Test
  void shouldCountWhatTradesAtOnceTogetherWithTheOtherSidesRestingOrders() {
    bench.lending();
    bench.deposit(0, USD, 2_000 * DOLLAR);
    bench.deposit(1, BTC, BITCOIN);
    bench.applied(Bench.bitcoin(1, Side.SELL, 20_000, 100));
    bench.applied(Bench.tokens(0, Side.SELL, 20, 600));
    bench.refused(
        new OrderCommand.PlaceMarketOrder(0, 0, Side.BUY, 60),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        bench.view().balance(0, USD) + freeOfBoth());
    bench.applied(new OrderCommand.CancelOrder(0, 1, 2));
    bench.applied(new OrderCommand.PlaceMarketOrder(0, 0, Side.BUY, 60));
  }

  /// 0.6 BTC count 11,400; 600 borrowed tokens cost 12,000 and ask 15.79 % of it; the dollars that
  /// come and go cancel out.
  private static long freeOfBoth() {
    return 11_400 * DOLLAR - 12_000 * DOLLAR - 1_894_736_844L;
  }

  @Test
  void shouldPayNothingOutToAnAccountThatIsShortOfCollateral() {
    bench.applied(new ListingCommand.DefineAsset(3, "X", 0, 100));
    bench.lending();
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.applied(new CashCommand.DepositAsset(0, 3, 50, WALLET));
    bench.deposit(1, USD, 10_000 * DOLLAR);
    bench.applied(bench.withdrawal(0, USD, 1_700 * DOLLAR));
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, 10_000_000_000L));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.refused(
        new CashCommand.WithdrawAsset(0, 3, 1, WALLET),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        (950 - 1_870) * DOLLAR);
    bench.deposit(2, USD, 10_000 * DOLLAR);
    bench.applied(Bench.tokens(2, Side.BUY, 10, 50));
    bench.applied(Bench.tokens(0, Side.SELL, 10, 50));
    bench.refused(
        Bench.tokens(0, Side.BUY, 10, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        -845 * DOLLAR,
        -846_500_000);
  }

  @Test
  void shouldReserveNothingOnceAllOrdersAreGone() {
    bench.lending();
    bench.deposit(0, BTC, 5 * BITCOIN);
    bench.deposit(1, USD, 100_000 * DOLLAR);
    bench.deposit(2, FTT, 1_000 * TOKEN);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 100));
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, 30));
    bench.applied(Bench.bitcoin(1, Side.BUY, 19_000, 30));
    bench.applied(Bench.tokens(2, Side.SELL, 21, 100));
    bench.applied(Bench.tokens(1, Side.BUY, 21, 30));
    bench.applied(Bench.tokens(0, Side.BUY, 19, 30));
    bench.applied(new OrderCommand.PlaceMarketOrder(2, 0, Side.BUY, 10));
    assertThat(picture()).contains("reserved");
    for (int market = 0; market < 2; market++) {
      List<Command> cancels = new ArrayList<>();
      int where = market;
      bench
          .view()
          .forEachOrder(
              where,
              (order, account, side, price, lots) ->
                  cancels.add(new OrderCommand.CancelOrder(account, where, order)));
      cancels.forEach(bench::applied);
    }
    assertThat(picture()).doesNotContain("reserved");
  }

  @Test
  void shouldShowTheBestPriceOfEachSide() {
    bench.deposit(0, FTT, 10 * TOKEN);
    bench.deposit(1, USD, 500 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.SELL, 22, 5));
    bench.applied(Bench.tokens(0, Side.SELL, 21, 5));
    assertThat(bench.view().bestTicks(1, Side.SELL)).isEqualTo(21);
    assertThat(bench.view().bestTicks(1, Side.BUY)).isZero();
    bench.applied(Bench.tokens(1, Side.BUY, 21, 6));
    assertThat(bench.view().bestTicks(1, Side.SELL)).isEqualTo(22);
    assertThat(bench.view().bestTicks(1, Side.BUY)).isEqualTo(21);
    assertThat(bench.view().bestTicks(0, Side.BUY)).as("another market").isZero();
  }

  @Test
  void shouldCancelWhatIsLeftAndSayWhy() {
    bench.deposit(0, FTT, 10 * TOKEN);
    bench.deposit(0, USD, 500 * DOLLAR);
    bench.deposit(1, USD, 500 * DOLLAR);
    bench.applied(Bench.tokens(1, Side.BUY, 20, 1));
    bench.applied(Bench.tokens(0, Side.BUY, 19, 1));
    assertThat(bench.applied(Bench.tokens(0, Side.SELL, 18, 5)))
        .contains(new OrderEvent.OrderCanceled(3, 0, 1, 4, CancelCause.SELF_TRADE));
    assertThat(bench.applied(new OrderCommand.PlaceMarketOrder(1, 1, Side.SELL, 1)))
        .contains(new OrderEvent.TradeExecuted(1, 2, 4, 0, 1, Side.SELL, 19, 1));
    assertThat(bench.applied(new OrderCommand.PlaceMarketOrder(1, 1, Side.SELL, 7)))
        .containsExactly(
            new OrderEvent.MarketOrderAccepted(5, 1, 1, Side.SELL, 7),
            new OrderEvent.OrderCanceled(5, 1, 1, 7, CancelCause.BOOK_EXHAUSTED));
  }

  @Test
  void shouldShowWhatItWasToldInTheView() {
    assertThat(bench.view().assetCount()).isEqualTo(3);
    assertThat(bench.view().asset(BTC).code()).isEqualTo("BTC");
    assertThat(bench.view().collateral(BTC))
        .isEqualTo(new ListingCommand.SetCollateral(BTC, 950_000_000, 975_000_000, 2_000_000));
    assertThat(bench.view().accounts()).hasSize(4);
    assertThat(bench.view().custody())
        .extracting(CashCommand.OpenCustody::name)
        .containsExactly("omnibus", "settlement-bank");
    assertThat(bench.view().markets())
        .extracting(ListingCommand.MarketListing::name)
        .contains("FTT/USD");
    assertThat(bench.view().rules()).isEqualTo(Rules.CASH);
    assertThat(bench.lending().view().rules()).isEqualTo(Rules.COMMINGLED_MARGIN);
  }

  /// Time that stands still changes nothing, so any other command must leave another fingerprint.
  @Test
  void shouldFingerprintEveryKindOfChange() {
    List<Command> changes =
        List.of(
            new ListingCommand.DefineAsset(3, "X", 0, 1),
            new ListingCommand.DefineAsset(3, "Y", 0, 1),
            new ListingCommand.DefineAsset(3, "X", 1, 1),
            new ListingCommand.DefineAsset(3, "X", 0, 2),
            new ListingCommand.SetCollateral(BTC, 940_000_000, 975_000_000, 2_000_000),
            new CollateralCommand.CapCollateral(BTC, 1, 3, 2, "r", "a", "b"),
            new CollateralCommand.CapCollateral(BTC, 2, 3, 2, "r", "a", "b"),
            new CollateralCommand.CapCollateral(BTC, 2, 3, 1, "r", "a", "b"),
            new CollateralCommand.CapCollateral(BTC, 2, 4, 1, "r", "a", "b"),
            new AccountCommand.OpenAccount(4, "x"),
            new AccountCommand.OpenAccount(4, "y"),
            new ClockCommand.PublishIndexPrice(FTT, 1),
            new ClockCommand.AdvanceTime(1, 0),
            new ClockCommand.AdvanceTime(2, 0),
            new ClockCommand.ActivateRules(2),
            new CashCommand.DepositAsset(0, USD, 1, BANK),
            new CashCommand.DepositAsset(0, USD, 1, WALLET),
            new CashCommand.DepositAsset(1, USD, 1, BANK),
            new CashCommand.WithdrawAsset(0, FTT, TOKEN, WALLET),
            Bench.tokens(0, Side.SELL, 20, 1),
            Bench.tokens(0, Side.SELL, 20, 2),
            Bench.tokens(0, Side.SELL, 21, 1),
            new OrderCommand.PlaceMarketOrder(0, 1, Side.SELL, 1));
    assertThat(changes.stream().map(VenueTest::hashAfter)).doesNotHaveDuplicates();
  }

  private static long hashAfter(Command change) {
    Bench bench = Bench.listed(4);
    bench.deposit(0, FTT, 10 * TOKEN);
    bench.applied(change);
    return bench.view().stateHash();
  }

  /// All that can be seen of the venue but its count of commands.
  private String picture() {
    StringBuilder text = new StringBuilder();
    VenueView view = bench.view();
    for (int account = 0; account < view.accounts().size(); account++) {
      for (int asset = 0; asset < view.assetCount(); asset++) {
        text.append(view.balance(account, asset)).append(' ');
        long reserved =
            view.ordersWouldBring(account, asset) + view.ordersWouldTake(account, asset);
        text.append(reserved == 0 ? "" : "reserved " + reserved + " ");
      }
      text.append(view.openOrderCount(account)).append('\n');
    }
    for (int market = 0; market < view.markets().size(); market++) {
      view.forEachOrder(
          market,
          (order, account, side, price, lots) ->
              text.append(order).append(side).append(price).append(' ').append(lots).append('\n'));
    }
    return text.append(view.onHand(WALLET, BTC)).append(view.clockNs()).toString();
  }
}
