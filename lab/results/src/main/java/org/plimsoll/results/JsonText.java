package org.plimsoll.results;

import java.math.BigDecimal;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// JSON text with the same bytes on every machine: two spaces, LF, members in the order given.
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private JsonText() {}

  /// Returns the text of a tree of maps, lists, strings, booleans and numbers, with LF at its end.
  /// Exact figures are to be given as strings: many readers of JSON turn numbers into binary ones.
  public static String of(Object tree) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
    return MAPPER.writer().with(printer).writeValueAsString(tree) + "\n";
  }

  /// Returns a decimal in full, without an exponent and without trailing zeros.
  public static String decimal(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
