package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.cli.Plimsoll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command line of `plimsoll calc` ended with.
record Calculated(int exitCode, String out, String err) {
  private static final double RELATIVE = 1e-6;

  /// Runs a command line, split at spaces.
  static Calculated calc(String commandLine) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("calc"));
    words.addAll(List.of(commandLine.strip().split("\\s+")));
    int exitCode =
        Plimsoll.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Calculated(exitCode, out.toString(), err.toString());
  }

  /// Runs a command line for its JSON, which must succeed.
  static Calculated json(String commandLine) {
    Calculated calculated = calc(commandLine + " --json");
    assertThat(calculated.err()).isEmpty();
    assertThat(calculated.exitCode()).isZero();
    return calculated;
  }

  JsonNode tree() {
    return JsonMapper.builder().build().readTree(out);
  }

  /// Asks that figures have values to a millionth: `kelly_fraction 0.2`; in a case, of which the
  /// first is 0: `1: growth_per_bet 0.2`. A value that ends in `~` is rounded as printed.
  Calculated has(String... figures) {
    for (String each : figures) {
      String[] words = each.split("[: ]+");
      boolean isCase = each.contains(":");
      String name = words[isCase ? 1 : 0];
      String printed = words[words.length - 1];
      double wanted = Double.parseDouble(printed.replace("~", ""));
      JsonNode figure = figures(isCase ? words[0] : "").path(name).path("value");
      assertThat(figure.isMissingNode()).as(name).isFalse();
      double tolerance =
          printed.endsWith("~") ? lastDigit(printed) : Math.abs(wanted) * RELATIVE + 1e-12;
      assertThat(figure.asDouble()).as(each).isCloseTo(wanted, within(tolerance));
    }
    return this;
  }

  private JsonNode figures(String place) {
    return place.isEmpty()
        ? tree().path("figures")
        : tree().path("tables").path(0).path("cases").path(Integer.parseInt(place)).path("figures");
  }

  /// Half of the last printed digit, and a hair.
  private static double lastDigit(String rounded) {
    int decimals = rounded.length() - 2 - rounded.indexOf('.');
    return 0.51 * StrictMath.pow(10, -decimals);
  }
}
