package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.TimeInForce;

/// The bytes of every sample are on file. A difference is a change of format: it needs a new schema
/// version, not a new file.
class WireLayoutTest {
  private static final String FILE = "wire-layout-1.txt";

  @Test
  void shouldWriteTheBytesOnFile() throws IOException {
    try (InputStream in = WireLayoutTest.class.getResourceAsStream(FILE)) {
      String onFile =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(layout()).isEqualTo(onFile);
    }
  }

  @Test
  void shouldGiveEveryReasonAPermanentNumberOfItsOwn() {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (RefusalReason reason : RefusalReason.values()) {
      codes.put(reason.name(), reason.code());
    }
    assertThat(codes.values()).doesNotHaveDuplicates().allMatch(code -> code > 0 && code < 256);
  }

  @Test
  void shouldGiveEveryCommandAndEventATemplateOfItsOwn() {
    long templates =
        layout()
            .lines()
            .map(line -> line.substring(line.indexOf(' ') + 3, line.indexOf(' ') + 5))
            .distinct()
            .count();
    long records =
        Stream.concat(Samples.commands().stream(), Samples.events().stream())
            .map(Object::getClass)
            .distinct()
            .count();
    assertThat(templates).isEqualTo(records);
  }

  @Test
  void shouldNeverMoveAConstantWhosePlaceIsWritten() {
    assertThat(Arrays.toString(CancelCause.values()))
        .isEqualTo(
            "[BY_OWNER, BOOK_EXHAUSTED, SELF_TRADE, POST_ONLY_WOULD_TAKE, NOT_FILLED_AT_ONCE,"
                + " AMENDED, MARKET_DELISTED, LIQUIDATION, DELEVERAGED]");
    assertThat(Arrays.toString(MarketState.values()))
        .isEqualTo("[OPEN, CLOSE_ONLY, POST_ONLY, HALTED, DELISTED]");
    assertThat(Arrays.toString(TriggerKind.values()))
        .isEqualTo("[STOP, TAKE_PROFIT, TRAILING_STOP]");
    assertThat(Arrays.toString(Sides.values())).isEqualTo("[BOTH, BUYS, SELLS]");
    assertThat(Arrays.toString(TimeInForce.values()))
        .isEqualTo("[GOOD_TILL_CANCELED, IMMEDIATE_OR_CANCEL, FILL_OR_KILL, POST_ONLY]");
    assertThat(Arrays.toString(CustodyKind.values()))
        .isEqualTo("[WALLET, BANK, AFFILIATE, LENDER]");
    assertThat(Arrays.toString(CustodyPolicy.values()))
        .isEqualTo("[SEGREGATED, OPT_IN, COMMINGLED]");
    assertThat(Arrays.toString(LiquidationProfile.values()))
        .isEqualTo("[OFF, FTX_2019, FTX_2022, DELEVERAGE_BY_PNL]");
    assertThat(Arrays.toString(MarginProfile.values())).isEqualTo("[FTX_2019, FTX_2022]");
    assertThat(Arrays.toString(LossBearer.values())).isEqualTo("[INSURANCE, CAPITAL]");
    assertThat(Arrays.toString(MarginStage.values()))
        .isEqualTo("[HEALTHY, LIQUIDATING, AUTO_CLOSE, BANKRUPT]");
    assertThat(Cause.TRADE.code()).isEqualTo(3);
  }

  private static String layout() {
    StringBuilder text = new StringBuilder();
    for (Command command : Samples.commands()) {
      line(text, command, Samples.encode(new Request(0x0A0B0C0D, 0x1112131415161718L, command)));
    }
    for (Event event : Samples.events()) {
      EventEncoder encoder = new EventEncoder();
      Samples.tell(encoder, event);
      line(text, event, Arrays.copyOf(encoder.bytes(), encoder.length()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Object what, byte[] bytes) {
    text.append(what.getClass().getSimpleName())
        .append(' ')
        .append(HexFormat.of().formatHex(bytes))
        .append('\n');
  }
}
