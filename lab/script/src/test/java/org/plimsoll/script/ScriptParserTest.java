package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.text.Problem;

class ScriptParserTest {
  private static final String WORLD =
      """
      party alice customer
      asset USD decimals 6 max 1,000,000 kind fiat tier liquid
      asset BTC decimals 8 max 100,000 kind coin tier liquid
      custody vault wallet
      market BTC/USD tick 0.5 lot 0.001
      account alice of alice
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "depsit alice 1 BTC into vault; 7:1; expected title, venue, party",
        "deposit bob 1 BTC into vault; 7:9; there is no account 'bob' above this line",
        "deposit alice one BTC into vault; 7:15; 'one' is not a decimal number",
        "deposit alice 1 BTX into vault; 7:17; there is no asset 'BTX' above this line",
        "deposit alice 0.123456789 BTC into vault; 7:15; more than the 8 decimals",
        "deposit alice 1 BTC from vault; 7:21; expected 'into' instead of 'from'",
        "deposit alice 1 BTC into; 7:25; expected a custody location here",
        "deposit alice 1 BTC into vault please; 7:32; expected the end of the line",
        "deposit alice 1 BTC into vault refused NONSENSE; 7:40; expected one of [UNKNOWN_CLIENT",
        "deposit alice 99999999999999 BTC into vault; 7:15; is too large",
        "buy alice 0.0005 BTC/USD; 7:11; expected a whole number of lots",
        "buy alice 1 BTC/USD at 20,000.25; 7:24; expected a whole number of ticks",
        "buy alice 1 BTC/EUR; 7:13; there is no market 'BTC/EUR' above this line",
        "market BTC/EUR tick 1 lot 1; 7:8; expected two known assets",
        "market USD/BTC tick 0 lot 1; 7:27; expected a tick and a lot above 0",
        "account alice of alice; 7:18; the account 'alice' is there already",
        "party alice fund; 7:7; the party 'alice' is there already",
        "venue alice; 7:7; the party 'alice' is there already",
        "asset USD decimals 2 max 1 kind fiat tier liquid; 7:7; the asset 'USD' is there already",
        "custody vault bank; 7:9; the custody location 'vault' is there already",
        "market BTC/USD tick 1 lot 1; 7:8; the market 'BTC/USD' is there already",
        "accounts x 0 of alice; 7:12; expected 1 to 1000000 accounts",
        "asset EUR decimals 40 max 1 kind fiat tier liquid; 7:20; expected 0 to 9 decimals",
        "asset EUR decimals 2 max 1 kind money tier liquid; 7:33; expected one of fiat, stable",
        "account b@d of alice; 7:9; expected a name of 1 to 32 characters",
        "account .bob of alice; 7:9; begins with a letter or a digit and has no / or :",
        "party a/b fund; 7:7; begins with a letter or a digit and has no / or :",
        "accounts a23456789012345678901234567890 99 of alice; 7:41; at most 32 characters",
        "time yesterday; 7:6; expected a time such as 2022-11-02T00:00:00Z",
        "cancel alice nr 1 BTC/USD; 7:14; expected 'order' instead of 'nr'",
        "expect nonsense; 7:8; expected sums, balances, custody",
        "expect sums; 7:1; expected a table below this statement",
        "rules 99999999999; 7:7; expected a smaller number"
      })
  void shouldSayWhereAStatementMakesNoSense(String line, String place, String sentence) {
    Problem problem = problems(WORLD + line + "\n").getFirst();
    assertThat(problem.toString()).startsWith("test.script:" + place + ": ").contains(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "withdrawals BTC slow; 7:17; expected one of immediate, queued, gated",
        "withdrawals BTC queued 2 an hour; 7:26; expected 'a' instead of 'an'",
        "grant alice allow-all; 7:13; expected one of allow-negative, liquidation-exempt",
        "grant alice interest-exempt because x by a; 7:43; expected 'and' here",
        "quote 1 by alice to alice 1 BTC for 2 USD until noon; 7:49; expected a time such as",
        "accept alice order 1; 7:14; expected 'quote' instead of 'order'",
        "policy lent; 7:8; expected one of segregated, opt-in, commingled",
        "offer alice 1 BTC; 7:18; expected 'at' here",
        "lending fee 0.1; 7:9; expected 'taker-fee' instead of 'fee'",
        "recall alice BTX; 7:14; there is no asset 'BTX' above this line"
      })
  void shouldSayWhereAStatementAboutCashOrLendingMakesNoSense(
      String line, String place, String sentence) {
    Problem problem = problems(WORLD + line + "\n").getFirst();
    assertThat(problem.toString()).startsWith("test.script:" + place + ": ").contains(sentence);
  }

  @Test
  void shouldSayEverythingAtOnce() {
    assertThat(problems("nonsense\n" + WORLD + "more\nrules\n"))
        .extracting(Problem::line)
        .containsExactly(1, 8, 9);
  }

  @Test
  void shouldRefuseAnEmptyScript() {
    assertThat(problems("# nothing but a comment\n").getFirst().message()).contains("is empty");
  }

  @Test
  void shouldNotRepeatControlCharactersToTheTerminal() {
    assertThat(problems(WORLD + "depo\u001b[2Jsit alice\n").getFirst().toString())
        .isEqualTo(
            "test.script:7:5: expected text, not a control character; this file may be a binary"
                + " one");
  }

  @Test
  void shouldReadTheFilesOfEveryEditor() {
    String script = "\ufeff" + WORLD.replace("\n", "\r\n");
    assertThat(ScriptParser.parse("test.script", script)).isInstanceOf(ParsedScript.Ready.class);
  }

  @Test
  void shouldMeanTheAccountsThatBeginAlikeInTheOrderOfOpening() {
    String script = "account b2 of alice\naccount a of alice\naccount b1 of alice\n";
    assertThat(ScriptParser.parse("test.script", WORLD + script + "deposit b* 1 BTC into vault\n"))
        .isInstanceOfSatisfying(
            ParsedScript.Ready.class,
            ready ->
                assertThat(ready.script().steps())
                    .filteredOn(step -> step instanceof Step.Ask ask && ask.line() == 10)
                    .map(step -> ((Step.Ask) step).command())
                    .containsExactly(
                        new CashCommand.DepositAsset(1, 1, 100_000_000, 0),
                        new CashCommand.DepositAsset(3, 1, 100_000_000, 0)));
  }

  @Test
  void shouldRefuseATableBelowNothing() {
    assertThat(problems("| a | b |\n").getFirst().message())
        .contains("expected an 'expect' line above this table");
  }

  @Test
  void shouldRefuseARowThatIsTooShort() {
    String table = "expect sums\n| asset | owed to | owed by | on hand |\n| BTC | 1 |\n";
    assertThat(problems(WORLD + table).getFirst().toString())
        .isEqualTo("test.script:9:1: expected 4 cells instead of 2");
  }

  @Test
  void shouldRefuseATableWithOtherColumns() {
    assertThat(
            problems(WORLD + "expect sums\n| asset | owed |\n| BTC | 1 |\n").getFirst().message())
        .contains("asset | owed to | owed by | pending | issued | on hand");
  }

  @Test
  void shouldRefuseATableBelowACommand() {
    assertThat(problems(WORLD + "rules 2\n| a |\n").getFirst().message())
        .contains("expected no table");
  }

  private static List<Problem> problems(String text) {
    ParsedScript parsed = ScriptParser.parse("test.script", text);
    assertThat(parsed).isInstanceOf(ParsedScript.Refused.class);
    return ((ParsedScript.Refused) parsed).problems();
  }
}
