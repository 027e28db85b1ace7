package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.RefusalReason;

class RefusalTextTest {
  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_FREE_COLLATERAL, 400, Account does not have enough margin for order.",
    "INSUFFICIENT_BALANCE, 400, Not enough balances",
    "NOT_BORROWABLE, 400, Account does not have enough balances",
    "INSUFFICIENT_OFFERS, 400, Account does not have enough balances",
    "BORROW_CAP_REACHED, 400, Account does not have enough balances",
    "UNKNOWN_ORDER, 404, Order not found",
    "NOT_THE_OWNER, 404, Order not found",
    "DUPLICATE_CLIENT_ORDER_ID, 400, Duplicate client order ID",
    "PRICE_OUT_OF_RANGE, 400, Invalid price",
    "PRICE_OUTSIDE_BAND, 400, Invalid price",
    "PREMIUM_OUTSIDE_BAND, 400, Invalid price",
    "WOULD_NOT_REDUCE, 400, Invalid reduce-only order",
    "SPOT_CANNOT_REDUCE, 400, Spot orders cannot be reduce-only",
    "MARKET_STATE_FORBIDS, 403, Not approved to trade this product",
    "TOO_LARGE_FOR_LEVERAGE, 400, Reduce leverage to place orders",
    "CATCHING_UP, 503, Please retry request",
    "DIFFERENT_OWNER, 404, No such subaccount",
    "UNKNOWN_MARKET, 404, No such market",
    "UNKNOWN_ASSET, 404, No such coin"
  })
  void shouldUseTheWordsThatClientsMatchOn(RefusalReason reason, int status, String text) {
    FtxError error = RefusalText.error(new CommandRefused(reason, 0, 0));
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.text()).isEqualTo(text);
  }

  @Test
  void shouldSayWhichWayASizeOrATriggerIsWrong() {
    assertThat(text(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0)).isEqualTo("Size too small");
    assertThat(text(RefusalReason.QUANTITY_OUT_OF_RANGE, 100, 101)).isEqualTo("Size too large");
    assertThat(text(RefusalReason.TRIGGER_REACHED_ALREADY, 19_999, 20_000))
        .isEqualTo("Trigger price too high");
    assertThat(text(RefusalReason.TRIGGER_REACHED_ALREADY, 20_001, 20_000))
        .isEqualTo("Trigger price too low");
  }

  /// What a customer cannot bring about is a mistake of the server's; all else has a status that is
  /// the customer's or says to try again.
  @ParameterizedTest
  @EnumSource
  void shouldHaveAStatusForEveryReason(RefusalReason reason) {
    FtxError error = RefusalText.error(new CommandRefused(reason, 0, 0));
    assertThat(error.status()).isIn(400, 403, 404, 429, 500, 503);
    assertThat(error.text()).isNotBlank();
  }

  private static String text(RefusalReason reason, long required, long available) {
    return RefusalText.error(new CommandRefused(reason, required, available)).text();
  }
}
