package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
  private static final String WORLD =
      """
      party alice customer
      asset USD decimals 6 max 1,000,000 kind fiat tier liquid
      asset BTC decimals 8 max 100,000 kind coin tier liquid
      custody vault wallet
      market BTC/USD tick 0.5 lot 0.001
      account alice of alice
      account bob of alice
      deposit alice 1 BTC into vault
      deposit bob 1,000 USD into vault
      sell alice 1 BTC/USD at 500
      """;

  @Test
  void shouldShowWhatItFoundInsteadOfAnExpectedTable() {
    Finding finding =
        findings(
                "expect orders BTC/USD\n| side | price | quantity | account |\n| buy | 1 | 1 | bob |")
            .getFirst();
    assertThat(finding.holds()).isFalse();
    assertThat(finding.line()).isEqualTo(11);
    assertThat(finding.detail())
        .containsExactly(
            "found: | side | price | quantity | account |", "       | sell | 500 | 1 | alice |");
  }

  @Test
  void shouldFindARefusalThatNobodyExpected() {
    Finding finding = findings("withdraw bob 1,001 USD from vault").getFirst();
    assertThat(finding.holds()).isFalse();
    assertThat(finding.detail().getLast())
        .isEqualTo(
            "found:    refused INSUFFICIENT_BALANCE (required 1001000000, available 1000000000)");
  }

  @Test
  void shouldFindThatAnExpectedRefusalDidNotCome() {
    Finding finding = findings("withdraw bob 1 USD from vault refused NO_MARK_PRICE").getFirst();
    assertThat(finding.detail()).contains("expected: refused NO_MARK_PRICE", "found:    applied");
  }

  @Test
  void shouldListOnlyTheTradesSinceTheLastTableOfTrades() {
    assertThat(
            findings(
                """
                buy bob 0.25 BTC/USD
                expect trades BTC/USD
                | buyer | seller | price | quantity |
                | bob   | alice  | 500   | 0.25     |
                buy bob 0.5 BTC/USD at 600
                expect trades BTC/USD
                | buyer | seller | price | quantity |
                | bob   | alice  | 500   | 0.5      |
                """))
        .allMatch(Finding::holds)
        .hasSize(2);
  }

  @Test
  void shouldCallAccountsThatAreNotAlikeDifferent() {
    Finding finding = findings("expect balances\n| account | BTC |\n| * | 1 |").getFirst();
    assertThat(finding.holds()).isFalse();
    assertThat(finding.detail().getLast()).contains("differ");
  }

  @Test
  void shouldTakeARestingOrderOutAgain() {
    assertThat(
            findings(
                """
                cancel alice order 1 BTC/USD
                expect orders BTC/USD
                | side | price | quantity | account |
                cancel alice order 1 BTC/USD refused UNKNOWN_ORDER
                """))
        .allMatch(Finding::holds);
  }

  @Test
  void shouldWriteWhatWaitsIntoTheBookAsAnAccountOfItsOwn() {
    ScriptRun run =
        run(
            "withdrawals USD gated because run by operations and risk\nwithdraw bob 400 USD from vault\ncancel bob withdrawal 2 USD"
                + " refused UNKNOWN_WITHDRAWAL");
    assertThat(run.findings()).isEmpty();
    assertThat(run.book().accounts())
        .filteredOn(account -> account.id().startsWith("bob"))
        .map(account -> account.id() + " " + account.owner() + " " + account.balances().keySet())
        .containsExactly("bob alice [USD]", "bob+pending alice [USD]");
  }

  @Test
  void shouldNotTakeAMissingBookForAnEqualOne() {
    assertThat(findings("expect book nowhere").getFirst().holds()).isFalse();
  }

  private static List<Finding> findings(String lines) {
    return run(lines).findings();
  }

  private static ScriptRun run(String lines) {
    ParsedScript parsed = ScriptParser.parse("test.script", WORLD + lines + "\n");
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    return ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
  }
}
