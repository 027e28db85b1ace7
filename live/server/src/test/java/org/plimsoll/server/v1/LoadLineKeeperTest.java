package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.venue.CollateralCaps;
import tools.jackson.databind.JsonNode;

/// The trader of the sandbox owes 300,000 dollars, some of it against 10 BTC at 60,000; two of them
/// can be sold into the order book at once.
class LoadLineKeeperTest {
  private static final int BTC = 2;
  private static final String MORE =
      "{\"changes\":[{\"kind\":\"balance\",\"asset\":\"USD\",\"amount\":\"-700000\"}]}";

  @TempDir private Path directory;

  @Test
  void newDebtBeyondTheLineIsRefusedAndWhatIsOwedStays() throws Exception {
    try (Sandbox sandbox = new Sandbox(directory, true)) {
      sandbox.take(new PlaceLimitOrder(Sandbox.MAKER, 0, Side.BUY, 59_000, 20_000));
      assertThat(refusals(sandbox)).isEmpty();
      sandbox.take(new WithdrawAsset(Sandbox.TRADER, 0, 1_300_000_000_000L, 0));
      sandbox.advance();
      CollateralCaps caps = caps(sandbox);
      for (int i = 0; i < 1_000 && caps.venueMax() == Long.MAX_VALUE; i++) {
        Thread.sleep(20);
        caps = caps(sandbox);
      }
      // The line is 147,500 dollars; at about 60,000 and a weight of 0.95 that is 2.59 coins.
      assertThat(caps.venueMax()).isBetween(250_000_000L, 270_000_000L);
      JsonNode refused = refusals(sandbox);
      assertThat(refused).hasSize(1);
      assertThat(refused.get(0).get("reason").asString()).isEqualTo("INSUFFICIENT_FREE_COLLATERAL");
      MarginStage stage = sandbox.server().exchange().ask(view -> view.marginStage(Sandbox.TRADER));
      assertThat(stage).isEqualTo(MarginStage.HEALTHY);
      assertThat(sandbox.server().exchange().<Long>ask(view -> view.balance(Sandbox.TRADER, 0)))
          .isEqualTo(-300_000_000_000L);
    }
  }

  /// What would stand in the way of 700,000 dollars more.
  private static JsonNode refusals(Sandbox sandbox) throws Exception {
    Sandbox.Answered answered = sandbox.call("trader", "POST", "/v1/margin/what-if", MORE);
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    return answered.json().get("refused");
  }

  private static CollateralCaps caps(Sandbox sandbox) {
    return sandbox.server().exchange().ask(view -> view.caps(BTC));
  }
}
