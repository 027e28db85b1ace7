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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

/// Every reason for a refusal, with its numbers, in the order of the list; [CashRefusalTest] has
/// those of cash and privileges.
class RefusalTest {
  private static final long MOST = 1_000_000_000_000_000L;
  private static final long ONE_E9 = 1_000_000_000L;

  private final Bench bench = Bench.listed(3);

  @Test
  void unknownClient() {
    Command command = new ClockCommand.ActivateRules(2);
    assertThat(bench.send(new Request(3, 1, command)))
        .endsWith(new Event.CommandRefused(RefusalReason.UNKNOWN_CLIENT, 2, 3));
    assertThat(bench.send(new Request(-1, 1, command)))
        .endsWith(new Event.CommandRefused(RefusalReason.UNKNOWN_CLIENT, 2, -1));
  }

  @Test
  void duplicateCommand() {
    Command command = new ClockCommand.AdvanceTime(5, 0);
    bench.send(new Request(1, 10, command));
    for (long number : new long[] {10, 9, 0, -1, Long.MIN_VALUE}) {
      assertThat(bench.send(new Request(1, number, command)))
          .endsWith(new Event.CommandRefused(RefusalReason.DUPLICATE_COMMAND, 10, number));
    }
    assertThat(bench.send(new Request(1, Long.MAX_VALUE, command)))
        .endsWith(new Event.CommandApplied((DeskCommand) command));
    assertThat(bench.send(new Request(1, 11, command)))
        .endsWith(new Event.CommandRefused(RefusalReason.DUPLICATE_COMMAND, Long.MAX_VALUE, 11));
  }

  @Test
  void unknownRules() {
    for (int version : new int[] {-1, 0, 4}) {
      bench.refused(
          new ClockCommand.ActivateRules(version), RefusalReason.UNKNOWN_RULES, 3, version);
    }
  }

  @Test
  void rulesNotNewer() {
    bench.refused(new ClockCommand.ActivateRules(1), RefusalReason.RULES_NOT_NEWER, 2, 1);
    bench.lending();
    bench.refused(new ClockCommand.ActivateRules(2), RefusalReason.RULES_NOT_NEWER, 3, 2);
    bench.refused(new ClockCommand.ActivateRules(1), RefusalReason.RULES_NOT_NEWER, 3, 1);
  }

  @Test
  void timeBackward() {
    bench.applied(new ClockCommand.AdvanceTime(7, 0));
    bench.applied(new ClockCommand.AdvanceTime(7, 0));
    bench.refused(new ClockCommand.AdvanceTime(6, 0), RefusalReason.TIME_BACKWARD, 7, 6);
  }

  @Test
  void numberNotNext() {
    RefusalReason reason = RefusalReason.NUMBER_NOT_NEXT;
    bench.refused(new ListingCommand.DefineAsset(4, "X", 0, 1), reason, 3, 4);
    bench.refused(new AccountCommand.OpenAccount(0, "X"), reason, 3, 0);
    bench.refused(new CashCommand.OpenCustody(-1, CustodyKind.BANK, "X"), reason, 2, -1);
    bench.refused(new ListingCommand.ListMarket(0, "X", BTC, USD, 1, 1), reason, 2, 0);
  }

  @Test
  void capacityReached() {
    RefusalReason reason = RefusalReason.CAPACITY_REACHED;
    bench.applied(new ListingCommand.DefineAsset(3, "X", 0, 1));
    bench.refused(new ListingCommand.DefineAsset(4, "X", 0, 1), reason, 5, 4);
    bench.refused(new CashCommand.OpenCustody(2, CustodyKind.BANK, "X"), reason, 3, 2);
    bench.refused(new ListingCommand.ListMarket(2, "X", BTC, USD, 1, 1), reason, 3, 2);
    Bench full = Bench.listed(8);
    full.refused(new AccountCommand.OpenAccount(8, "X"), reason, 9, 8);
  }

  @Test
  void unknownAsset() {
    RefusalReason reason = RefusalReason.UNKNOWN_ASSET;
    bench.refused(new ListingCommand.SetCollateral(3, 0, 0, 0), reason, 3, 3);
    bench.refused(new ClockCommand.PublishIndexPrice(-1, 1), reason, 3, -1);
    bench.refused(new CashCommand.DepositAsset(0, 9, 1, WALLET), reason, 3, 9);
    bench.refused(new CashCommand.WithdrawAsset(0, 9, 1, WALLET), reason, 3, 9);
    Bench roomy = new Bench(Bench.LIMITS);
    roomy.refused(new ListingCommand.ListMarket(0, "X", 1, 0, 1, 1), reason, 0, 1);
  }

  @Test
  void unknownAccount() {
    RefusalReason reason = RefusalReason.UNKNOWN_ACCOUNT;
    bench.refused(new CashCommand.DepositAsset(3, USD, 1, BANK), reason, 3, 3);
    bench.refused(new CashCommand.WithdrawAsset(-1, USD, 1, BANK), reason, 3, -1);
    bench.refused(Bench.bitcoin(3, Side.BUY, 1, 1), reason, 3, 3);
    bench.refused(new OrderCommand.PlaceMarketOrder(3, 0, Side.BUY, 1), reason, 3, 3);
    bench.refused(new OrderCommand.CancelOrder(3, 0, 1), reason, 3, 3);
  }

  @Test
  void unknownCustody() {
    RefusalReason reason = RefusalReason.UNKNOWN_CUSTODY;
    bench.refused(new CashCommand.DepositAsset(0, USD, 1, 2), reason, 2, 2);
    bench.refused(new CashCommand.WithdrawAsset(0, USD, 1, -1), reason, 2, -1);
  }

  @Test
  void unknownMarket() {
    RefusalReason reason = RefusalReason.UNKNOWN_MARKET;
    bench.refused(new OrderCommand.PlaceLimitOrder(0, 2, Side.BUY, 1, 1), reason, 2, 2);
    bench.refused(new OrderCommand.PlaceMarketOrder(0, -1, Side.BUY, 1), reason, 2, -1);
    bench.refused(new OrderCommand.CancelOrder(0, 2, 1), reason, 2, 2);
  }

  @Test
  void unknownOrder() {
    for (long order : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      bench.refused(
          new OrderCommand.CancelOrder(0, 0, order), RefusalReason.UNKNOWN_ORDER, 0, order);
    }
  }

  @Test
  void notTheOwner() {
    bench.deposit(1, USD, 100 * DOLLAR);
    bench.applied(Bench.tokens(1, Side.BUY, 10, 1));
    bench.refused(new OrderCommand.CancelOrder(2, 1, 1), RefusalReason.NOT_THE_OWNER, 1, 2);
    bench.refused(new OrderCommand.CancelOrder(1, 0, 1), RefusalReason.UNKNOWN_ORDER, 0, 1);
  }

  @Test
  void parameterOutOfRange() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(new ListingCommand.DefineAsset(3, "X", -1, 1), reason, 0, -1);
    bench.refused(new ListingCommand.DefineAsset(3, "X", 10, 1), reason, 9, 10);
    bench.refused(new ListingCommand.DefineAsset(3, "X", 0, 0), reason, 1, 0);
    long balanceMax = Limits.BALANCE_MAX;
    bench.refused(
        new ListingCommand.DefineAsset(3, "X", 0, balanceMax + 1),
        reason,
        balanceMax,
        balanceMax + 1);
    long valueMax = Limits.VALUE_MAX;
    new Bench(Bench.LIMITS)
        .refused(
            new ListingCommand.DefineAsset(0, "USD", 6, valueMax + 1),
            reason,
            valueMax,
            valueMax + 1);
    bench.refused(new ListingCommand.SetCollateral(1, -1, 0, 0), reason, 0, -1);
    bench.refused(
        new ListingCommand.SetCollateral(1, ONE_E9 + 1, ONE_E9, 0), reason, ONE_E9, ONE_E9 + 1);
    bench.refused(new ListingCommand.SetCollateral(1, 500, 499, 0), reason, 500, 499);
    bench.refused(
        new ListingCommand.SetCollateral(1, 0, ONE_E9 + 1, 0), reason, ONE_E9, ONE_E9 + 1);
    bench.refused(new ListingCommand.SetCollateral(1, 0, 0, -1), reason, 0, -1);
    bench.refused(
        new ListingCommand.SetCollateral(1, 0, 0, ONE_E9 + 1), reason, ONE_E9, ONE_E9 + 1);
  }

  @Test
  void parameterOfAMarketOutOfRange() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    Bench roomy = Bench.listed(new Limits(4, 8, 2, 3, 3, 3, 100), 0);
    roomy.refused(new ListingCommand.ListMarket(2, "X", USD, USD, 1, 1), reason, 1, 0);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, FTT, 1, 1), reason, 0, 2);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, -1, 1, 1), reason, 0, -1);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, USD, 1, 0), reason, 1, 0);
    roomy.refused(
        new ListingCommand.ListMarket(2, "X", FTT, USD, 1, MOST + 1), reason, MOST, MOST + 1);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, USD, 0, 1), reason, 1, 0);
    roomy.refused(
        new ListingCommand.ListMarket(2, "X", FTT, USD, Long.MAX_VALUE, MOST),
        reason,
        50 * MOST,
        Long.MAX_VALUE);
  }

  @Test
  void tickTimesLotNotWhole() {
    RefusalReason reason = RefusalReason.TICK_TIMES_LOT_NOT_WHOLE;
    Bench roomy = Bench.listed(new Limits(4, 8, 2, 3, 3, 3, 100), 0);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, USD, ONE_E9, 1), reason, 1, 0);
    roomy.refused(new ListingCommand.ListMarket(2, "X", BTC, USD, ONE_E9, 250), reason, 3, 2);
    roomy.applied(new ListingCommand.ListMarket(2, "X", BTC, USD, ONE_E9, 100));
  }

  @Test
  void quantityOutOfRange() {
    RefusalReason reason = RefusalReason.QUANTITY_OUT_OF_RANGE;
    bench.refused(new CashCommand.DepositAsset(0, FTT, 0, WALLET), reason, 1, 0);
    bench.refused(new CashCommand.DepositAsset(0, FTT, MOST + 1, WALLET), reason, MOST, MOST + 1);
    bench.refused(new CashCommand.WithdrawAsset(0, BTC, -5, WALLET), reason, 1, -5);
    long lots = MOST / TOKEN;
    bench.refused(Bench.tokens(0, Side.BUY, 1, 0), reason, 1, 0);
    bench.refused(Bench.tokens(0, Side.BUY, 1, lots + 1), reason, lots, lots + 1);
    bench.refused(Bench.tokens(0, Side.BUY, 100, lots), reason, lots / 2, lots);
    bench.refused(new OrderCommand.PlaceMarketOrder(0, 1, Side.SELL, -1), reason, 1, -1);
  }

  @Test
  void priceOutOfRange() {
    RefusalReason reason = RefusalReason.PRICE_OUT_OF_RANGE;
    long ticks = 50 * MOST / DOLLAR;
    bench.refused(Bench.tokens(0, Side.BUY, 0, 1), reason, 1, 0);
    bench.refused(Bench.tokens(0, Side.SELL, ticks + 1, 1), reason, ticks, ticks + 1);
    bench.refused(new ClockCommand.PublishIndexPrice(FTT, 0), reason, 1, 0);
    bench.refused(new ClockCommand.PublishIndexPrice(USD, ONE_E9 - 1), reason, ONE_E9, ONE_E9 - 1);
    bench.refused(new ClockCommand.PublishIndexPrice(USD, ONE_E9 + 1), reason, ONE_E9, ONE_E9 + 1);
    long highest = 50 * ONE_E9;
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, highest));
    long valueMax = Limits.VALUE_MAX;
    bench.refused(
        new ClockCommand.PublishIndexPrice(FTT, highest + 1),
        reason,
        valueMax,
        valueMax + MOST / ONE_E9);
    bench.refused(
        new ClockCommand.PublishIndexPrice(FTT, Long.MAX_VALUE), reason, valueMax, Long.MAX_VALUE);
  }

  @Test
  void aPriceThatOverflowsOnlyWhenRoundedUpIsRefusedLikeAnyOther() {
    Bench odd = new Bench(Bench.LIMITS);
    odd.applied(new ListingCommand.DefineAsset(0, "USD", 0, 1));
    odd.applied(new ListingCommand.DefineAsset(1, "X", 6, 1_000_000_000_000_000_000L - 563));
    odd.refused(
        new ClockCommand.PublishIndexPrice(1, 9_223_372_036_854_781L),
        RefusalReason.PRICE_OUT_OF_RANGE,
        Limits.VALUE_MAX,
        Long.MAX_VALUE);
  }

  @Test
  void tooManyOpenOrders() {
    bench.deposit(0, USD, 100 * DOLLAR);
    for (int order = 0; order < 3; order++) {
      bench.applied(Bench.tokens(0, Side.BUY, 10, 1));
    }
    bench.refused(Bench.tokens(0, Side.BUY, 10, 1), RefusalReason.TOO_MANY_OPEN_ORDERS, 4, 3);
    bench.applied(new OrderCommand.PlaceMarketOrder(0, 1, Side.BUY, 1));
    bench.applied(new OrderCommand.CancelOrder(0, 1, 2));
    bench.applied(Bench.tokens(0, Side.BUY, 10, 1));
  }

  @Test
  void balanceOutOfRange() {
    RefusalReason reason = RefusalReason.BALANCE_OUT_OF_RANGE;
    bench.deposit(0, FTT, MOST - TOKEN);
    bench.deposit(0, USD, 20 * DOLLAR);
    bench.refused(new CashCommand.DepositAsset(0, FTT, TOKEN + 1, WALLET), reason, MOST + 1, MOST);
    bench.applied(Bench.tokens(0, Side.BUY, 10, 1));
    bench.refused(Bench.tokens(0, Side.BUY, 10, 1), reason, MOST + TOKEN, MOST);
    bench.refused(new CashCommand.DepositAsset(0, FTT, 1, WALLET), reason, MOST + 1, MOST);
  }

  @Test
  void debtBeyondItsBound() {
    bench.lending();
    bench.deposit(0, USD, 1_000 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.SELL, 20, 1));
    bench.refused(
        bench.withdrawal(0, FTT, MOST), RefusalReason.BALANCE_OUT_OF_RANGE, MOST + TOKEN, MOST);
  }

  @Test
  void custodyBeyondItsBound() {
    Bench fullPlace = new Bench(new Limits(2, 8, 1, 1, 1, 1, 100));
    fullPlace.applied(new ListingCommand.DefineAsset(0, "USD", 0, 1));
    fullPlace.applied(new ListingCommand.DefineAsset(1, "X", 0, Limits.BALANCE_MAX));
    fullPlace.applied(new CashCommand.OpenCustody(0, CustodyKind.BANK, "bank"));
    for (int account = 0; account < 5; account++) {
      fullPlace.applied(new AccountCommand.OpenAccount(account, "account-" + account));
    }
    for (int account = 0; account < 4; account++) {
      fullPlace.applied(new CashCommand.DepositAsset(account, 1, Limits.BALANCE_MAX, 0));
    }
    fullPlace.refused(
        new CashCommand.DepositAsset(4, 1, Limits.BALANCE_MAX, 0),
        RefusalReason.BALANCE_OUT_OF_RANGE,
        5 * Limits.BALANCE_MAX,
        Limits.CUSTODY_MAX);
  }

  @Test
  void insufficientBalance() {
    RefusalReason reason = RefusalReason.INSUFFICIENT_BALANCE;
    bench.deposit(0, USD, 100 * DOLLAR);
    bench.refused(bench.withdrawal(0, USD, 101 * DOLLAR), reason, 101 * DOLLAR, 100 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.BUY, 30, 2));
    bench.refused(bench.withdrawal(0, USD, 41 * DOLLAR), reason, 41 * DOLLAR, 40 * DOLLAR);
    bench.refused(Bench.tokens(0, Side.BUY, 41, 1), reason, 41 * DOLLAR, 40 * DOLLAR);
    bench.refused(Bench.tokens(0, Side.SELL, 41, 1), reason, TOKEN, 0);
    bench.applied(bench.withdrawal(0, USD, 40 * DOLLAR));
  }

  @Test
  void notBorrowableAndNoMarkPrice() {
    bench.applied(new ListingCommand.DefineAsset(3, "X", 0, 1_000));
    bench.lending();
    bench.deposit(0, USD, 1_000 * DOLLAR);
    bench.refused(bench.withdrawal(0, 3, 1), RefusalReason.NOT_BORROWABLE, 1, 0);
    bench.applied(new ListingCommand.SetCollateral(3, 900_000_000, 950_000_000, 0));
    bench.refused(bench.withdrawal(0, 3, 1), RefusalReason.NO_MARK_PRICE, 1, 0);
    bench.applied(new ClockCommand.PublishIndexPrice(3, ONE_E9));
    bench.refused(bench.withdrawal(0, 3, 1), RefusalReason.NO_MARK_PRICE, 1, 0);
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.refused(bench.withdrawal(0, 3, 1), RefusalReason.INSUFFICIENT_CUSTODY, 1, 0);
  }

  @Test
  void insufficientFreeCollateral() {
    bench.lending();
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(1, USD, 100_000 * DOLLAR);
    long most = 19_000 * DOLLAR * 10 / 11;
    bench.refused(
        bench.withdrawal(0, USD, most + 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -1);
    bench.applied(bench.withdrawal(0, USD, most));
  }

  @Test
  void insufficientCustody() {
    bench.deposit(0, USD, 100 * DOLLAR);
    bench.refused(
        new CashCommand.WithdrawAsset(0, USD, 100 * DOLLAR, WALLET),
        RefusalReason.INSUFFICIENT_CUSTODY,
        100 * DOLLAR,
        0);
    bench.lending();
    bench.deposit(1, BTC, BITCOIN);
    bench.refused(
        bench.withdrawal(1, USD, 101 * DOLLAR),
        RefusalReason.INSUFFICIENT_CUSTODY,
        101 * DOLLAR,
        100 * DOLLAR);
  }

  @Test
  void theFirstInTheListIsGivenWhereSeveralApply() {
    Command everything = new CashCommand.DepositAsset(9, 9, -1, 9);
    bench.refused(everything, RefusalReason.UNKNOWN_ASSET, 3, 9);
    bench.refused(new CashCommand.WithdrawAsset(9, 9, -1, 9), RefusalReason.UNKNOWN_ASSET, 3, 9);
    bench.refused(new CashCommand.DepositAsset(9, 0, -1, 9), RefusalReason.UNKNOWN_ACCOUNT, 3, 9);
    bench.refused(new CashCommand.DepositAsset(0, 0, -1, 9), RefusalReason.UNKNOWN_CUSTODY, 2, 9);
    bench.refused(
        new OrderCommand.PlaceLimitOrder(9, 9, Side.BUY, 0, 0),
        RefusalReason.UNKNOWN_ACCOUNT,
        3,
        9);
    bench.refused(
        new OrderCommand.PlaceLimitOrder(0, 9, Side.BUY, 0, 0), RefusalReason.UNKNOWN_MARKET, 2, 9);
    bench.refused(
        new OrderCommand.PlaceLimitOrder(0, 0, Side.BUY, 0, 0),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        0);
    bench.refused(
        new OrderCommand.PlaceLimitOrder(0, 0, Side.BUY, 0, 1),
        RefusalReason.PRICE_OUT_OF_RANGE,
        1,
        0);
    bench.refused(
        new ListingCommand.DefineAsset(7, "X", 99, 0), RefusalReason.NUMBER_NOT_NEXT, 3, 7);
    bench.refused(
        new ListingCommand.ListMarket(2, "X", 9, 9, 0, 0), RefusalReason.CAPACITY_REACHED, 3, 2);
  }

  @Test
  void aClientThatIsUnknownHasNoSequenceToRepeat() {
    assertThat(bench.send(new Request(7, 0, new ClockCommand.ActivateRules(9))))
        .endsWith(new Event.CommandRefused(RefusalReason.UNKNOWN_CLIENT, 2, 7));
    assertThat(List.of(RefusalReason.values()).subList(0, 2))
        .containsExactly(RefusalReason.UNKNOWN_CLIENT, RefusalReason.DUPLICATE_COMMAND);
  }
}
