package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.cli.calc.Calculated.calc;
import static org.plimsoll.cli.calc.Calculated.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CalcVerbTest {
  private static final int USAGE = 2;
  private static final int INVALID_INPUT = 4;

  @TempDir private Path folder;

  static List<String> calculations() {
    return List.copyOf(new CommandLine(new CalcVerb()).getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("calculations")
  void everyCalculationHasHelpAndItsPlaceInTheReference(String name) throws IOException {
    Calculated help = calc(name + " --help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: plimsoll calc " + name);
    assertThat(Files.readString(Path.of("docs/reference/calc.md")))
        .contains("$ ./plimsoll calc " + name + " ");
  }

  @ParameterizedTest
  @MethodSource("calculations")
  void noCalculationAnswersWithoutItsInputs(String name) {
    Calculated nothing = calc(name);
    assertThat(nothing.exitCode()).isEqualTo(USAGE);
    assertThat(nothing.err()).contains("Try 'plimsoll calc " + name + " --help'.");
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void shouldShowTheHelpOnTheErrorStreamWhenThereIsNoCalculation() {
    assertThat(calc("--help").out()).contains("Calculations:", "kelly-continuous");
    Calculated nothing = calc("--");
    assertThat(nothing.exitCode()).isEqualTo(USAGE);
    assertThat(nothing.err()).startsWith("Usage: plimsoll calc");
  }

  @Test
  void shouldPrintTheSentenceThenAlignedFiguresWithUnits() {
    assertThat(calc("run-gate --per-day 5% --demand 40% --extra-demand 20%").out())
        .isEqualTo(
            """
            All who ask are paid after 12 days.

            days            12  days
            days of fright   4  days
            """);
  }

  @Test
  void shouldShowManyCasesSixAbreast() {
    assertThat(calc("run-panic --yield 5% --recovery 25%").out()).endsWith("panic below  93.75%\n");
    assertThat(calc("tandem --rates 1,1 --buffer 0,1,2,3,4,5,6").out())
        .contains("buffer                   0     1    2         3         4      5\n")
        .contains("\n\nbuffer                   6\n");
  }

  @Test
  void shouldEchoTheInputsInJson() {
    var tree =
        json("load-line --daily-volume 44m --daily-volatility 1.94% --loan-to-value 50%").tree();
    assertThat(tree.at("/calculation").asString()).isEqualTo("load-line");
    assertThat(tree.at("/inputs/daily-volume").asDouble()).isEqualTo(44e6);
    assertThat(tree.at("/inputs/participation").asDouble()).isEqualTo(0.2);
    assertThat(tree.at("/inputs/days/3").asDouble()).isEqualTo(90);
    assertThat(tree.at("/inputs/debt").isMissingNode()).isTrue();
    assertThat(tree.at("/tables/0/by").asString()).isEqualTo("days");
    assertThat(tree.at("/tables/0/cases/1/case").asString()).isEqualTo("7");
    assertThat(tree.at("/tables/0/cases/1/figures/sellable/unit").asString()).isEqualTo("money");
    var waterfall = json("waterfall --loss 0.30").tree();
    assertThat(waterfall.at("/inputs/loss").asString()).isEqualTo("0.3");
    assertThat(waterfall.at("/inputs/profile").asString()).isEqualTo("socialized");
    var outcome = json("wrong-way-hazard --outcome 0@50%,60@50% --default-probability 5%").tree();
    assertThat(outcome.at("/inputs/outcome/1").asString()).isEqualTo("60.0@0.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kelly --win-probability 1.2 --odds 1 | --win-probability 1.2 must be above 0 and below 1
          kelly --win-probability 60% --odds 1 --fraction 2 | --fraction 2.0 must be from 0 to 1
          first-passage --price 1 --barrier 2 --volatility 1 --days 1 | --barrier 2.0 is out of
          first-passage --price 1 --barrier 1 --volatility 1 --days 0 | --days 0.0 is out of bounds
          spiral --depth 1 --borrower 5@150% | --borrower: loanToValue 1.5 is out of bounds
          spiral --depth 1 --borrower 5@0 --shock 5% | --borrower: loanToValue 0.0 is out of bounds
          batches --stations 4 --size 0 | --size 0 must be at least 1
          spiral --depth 1 --leveraged-token 5@0.5 | --leveraged-token: leverage 0.5 is out of
          spiral --depth 1 | give --borrower or --leveraged-token
          load-line --daily-volume 1 --daily-volatility 1 --loan-to-value 1 | --loan-to-value 1.0
          own-token --independent-value 1 --per-equity 1 --supply 1 --other-equity 1 --debt 1 | give
          run-contract --yield 2 --early 25% | give one of --promise and --risk-aversion
          leveraged-token --leverage 3 --returns=-100% | --returns: return -1.0 is out of bounds
          leveraged-token --leverage 3 | give --returns, --volatility or --excess
          alpha-beta --fund 1,2,3 --market 1,2 | --fund has 3 returns and market 2
          tandem --rates 1,1,1,1 --buffer 40 | --buffer 40 must not be negative, nor give the 4
          cross-training --work 1,1 --skills 1,3+ | expected numbers of stations joined by +
          cross-training --work 1,1 --skills 1,1 | --skills [1, 1] leave a station to nobody
          waterfall --loss 1 --profile best | expected one of none, socialized, deleveraging, backstop
          waterfall --loss 1.005 | expected an amount of 0 or more with at most two decimals
          waterfall --loss 1 --profit 0 | --profit: amount 0 of profit 1 not positive
          health-factor --collateral 9 --debt 8 --threshold 1 --repaid 8 | --repaid 8.0 leaves
          reverse-stress --exposure 1,2 --covariance 1,0/0 --loss 1 | as many rows and columns
          reverse-stress --exposure 1 --covariance 0 --loss 1 | --covariance: variance 0.0
          emission --tokens-per-day 1 --inflow-per-day 1 --money-depth 1 --peg 2 --cash 1 --debt 1 | all of
          wrong-way --value 1 --debt 1e-90 --volatility 1bp --default-probability 1e-90 | beyond what
          kelly --win-probability half --odds 1 | expected a number, such as 0.05, 5%, 1bp
          kelly --win-probability 60% --odds 1 --rounds 1.5 | expected a whole number, not '1.5'
          spiral --depth 1 --borrower 5 | expected two numbers joined by @, such as 150000@50%
          """)
  void whatIsOutOfBoundsIsToldUnderItsOption(String commandLine, String message) {
    Calculated refused = calc(commandLine);
    assertThat(refused.err()).contains(message);
    assertThat(refused.exitCode()).isEqualTo(USAGE);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void shouldTakeOptionsFromAFileUnlessTheyAreGiven() throws IOException {
    Path yaml = file("bet.yaml", "# a bet\nwin-probability: 60%\nodds: 1\nfraction: [0.5, 10%]\n");
    json("kelly --from " + yaml).has("kelly_fraction 0.2", "2: growth_per_bet 0.015041902");
    json("kelly --odds 2 --from " + yaml).has("kelly_fraction 0.4");
    Path json = file("book.json", "{\"exposure\": [100], \"covariance\": [[0.04]], \"loss\": 30}");
    json("reverse-stress --from " + json).has("distance 1.5");
    Path rows = file("rows.yaml", "exposure: [1, 1]\nloss: 1\ncovariance:\n- [4, 0]\n- [0, 5]\n");
    json("reverse-stress --from " + rows).has("distance 0.333333");
  }

  static List<String> examples() throws IOException {
    return Files.readAllLines(Path.of("docs/reference/calc.md")).stream()
        .filter(line -> line.startsWith("$ ./plimsoll calc ") && !line.contains("120%"))
        .map(line -> line.substring("$ ./plimsoll calc ".length()).replace(" --json", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfTheReferenceSaysTheSameFromAFile(String commandLine) throws IOException {
    String[] words = commandLine.split("[ =]");
    StringBuilder yaml = new StringBuilder();
    for (int i = 1; i < words.length; i += 2) {
      yaml.append(words[i].substring(2)).append(": \"").append(words[i + 1]).append("\"\n");
    }
    Path file = file("options.yaml", yaml.toString());
    assertThat(json(words[0] + " --from " + file).out()).isEqualTo(json(commandLine).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          odd: 1 | :1: there is no option `odd`; did you mean `odds`?
          xyzzy: 1 | :1: there is no option `xyzzy`; expected one of fraction, odds, own-share
          json: true | :1: there is no option `json`
          odds: 1;odds: 2 | :2: `odds` is given twice
          odds: 1;win-probability: half | :2: `win-probability`: expected a number
          odds: 1;rounds: 1.5 | :2: `rounds`: expected a whole number
          odds: {a: 1} | :1: `odds` expects a value or a list of values
          odds: [[[1]]] | :1: `odds` expects a value or a list of values
          - odds | :1: expected a mapping of option names to values
          [odds]: 1 | :1: expected a mapping of option names to values
          odds: 1;---;odds: 2 | :2: expected a mapping of option names to values
          odds: [1;odds: | this is not YAML
          '' | expected a mapping of option names to values
          """)
  void aFileIsRefusedByItsLine(String text, String message) throws IOException {
    Path file = file("bet.yaml", text.replace(';', '\n'));
    Calculated refused = calc("kelly --from " + file);
    assertThat(refused.err()).startsWith(file.toString()).contains(message);
    assertThat(refused.exitCode()).isEqualTo(INVALID_INPUT);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Path none = folder.resolve("none.yaml");
    assertThat(calc("kelly --from " + none).err()).isEqualTo(none + ": there is no such file\n");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0x00});
    assertThat(calc("kelly --from " + binary).err()).contains("this is not text in UTF-8");
    assertThat(calc("kelly --from " + folder).err()).contains("this is a folder; expected a file");
    Path large = Files.write(folder.resolve("large"), new byte[1024 * 1024 + 1]);
    assertThat(calc("kelly --from " + large).err()).contains("larger than 1048576 bytes");
    assertThat(calc("kelly --from " + large).exitCode()).isEqualTo(INVALID_INPUT);
  }

  @Test
  void returnsAreReadFromTwoColumnsOfACsvFile() throws IOException {
    Path csv =
        file("returns.csv", "month,market,fund\n1,0.1,0.2\n2,-5%,-10%\n\n3,0.02,0.05\n4,0,0.01\n");
    json("alpha-beta --csv " + csv).has("beta 1.987152034", "total_return 0.16");
    assertThat(calc("alpha-beta --csv " + csv + " --fund 1").err()).contains("give --fund and");
    assertRefused("month,fund\n", ":1: expected a first line with columns named fund and market");
    assertRefused("", ":1: expected a first line");
    assertRefused("fund,market\n1,2\n1\n", ":3: this line has too few columns");
    assertRefused("fund,market\n1,x\n", ":2: expected a number");
    assertRefused("fund,market\n1,2\n", ": fund has 1 returns");
  }

  private void assertRefused(String csv, String message) throws IOException {
    Path file = file("bad.csv", csv);
    Calculated refused = calc("alpha-beta --csv " + file);
    assertThat(refused.err()).startsWith(file + message);
    assertThat(refused.exitCode()).isEqualTo(INVALID_INPUT);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
