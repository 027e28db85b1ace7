package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;

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
    assertThat(List.copyOf(codes.values()))
        .as("declared in the order of their numbers")
        .isEqualTo(codes.values().stream().sorted().toList());
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
        .isEqualTo("[BY_OWNER, BOOK_EXHAUSTED, SELF_TRADE]");
    assertThat(Arrays.toString(CustodyKind.values()))
        .isEqualTo("[WALLET, BANK, AFFILIATE, LENDER]");
    assertThat(Arrays.toString(CustodyPolicy.values()))
        .isEqualTo("[SEGREGATED, OPT_IN, COMMINGLED]");
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
