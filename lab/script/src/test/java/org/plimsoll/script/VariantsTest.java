package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.text.Problem;

class VariantsTest {
  private static final String WORLD =
      """
      # Comments may stand above.
      vary rules none, strict

      party ann customer
      asset USD decimals 2 max 1,000 kind fiat tier liquid
      custody till bank
      account ann of ann
      """;

  @Test
  void shouldBeAScriptForEachValueInTheirOrder() {
    assertThat(scripts("deposit ann 5 USD into till"))
        .extracting(Script::variant)
        .containsExactly("rules = none", "rules = strict");
  }

  @Test
  void shouldPutTheValueInPlaceOfTheName() {
    assertThat(
            holds(
                """
                account $rules of ann
                expect balances
                | rules  | account | USD |
                | none   | none    | 0   |
                | strict | strict  | 0   |
                """))
        .containsExactly(true, true);
  }

  @Test
  void shouldHearALineOfOtherValuesNot() {
    assertThat(
            holds(
                """
                when none: deposit ann 5 USD into till
                when none, strict: deposit ann 1 USD into till
                expect balances
                | rules  | account | USD |
                | none   | ann     | 6   |
                | strict | ann     | 1   |
                """))
        .containsExactly(true, true);
  }

  @Test
  void shouldExpectATableWithoutTheNameOfEveryValue() {
    assertThat(
            holds(
                """
                when none: deposit ann 5 USD into till
                expect balances
                | account | USD |
                | ann     | 5   |
                """))
        .containsExactly(true, false);
  }

  @Test
  void shouldLeaveOutATableWithItsExpectation() {
    assertThat(
            holds(
                """
                when none: expect balances
                | account | USD |
                | ann     | 0   |
                deposit ann 1 USD into till
                expect balances
                | account | USD |
                | ann     | 1   |
                """))
        .containsExactly(true, true);
    assertThat(scripts("when none: expect balances\n| account | USD |\n| ann | 0 |\nrules 2"))
        .extracting(script -> script.steps().size())
        .containsExactly(5, 4);
  }

  @Test
  void shouldSayAMistakeOfAllValuesOnceAndWhereItStands() {
    assertThat(problems("depsit ann 5 USD into till").toString().lines()).hasSize(1);
    assertThat(problems("when strict: depsit ann 5 USD into till"))
        .extracting(problem -> problem.line() + ":" + problem.column())
        .containsExactly("8:14");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "when never: rules 2; expected one of none, strict instead of 'never'",
        "when none rules 2; expected a colon between the values and the statement",
        "vary rules none, strict; expected title, venue, party"
      })
  void shouldRefuseWhatMakesNoSense(String line, String sentence) {
    assertThat(problems(line).getFirst().toString()).contains(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "vary rules one; expected two or more different words with commas between",
        "vary rules one, one; expected two or more different words with commas between",
        "vary rules one, two three; expected two or more different words with commas between",
        "vary rules one,; expected two or more different words with commas between",
        "vary; expected what varies here",
        "vary rules; expected the values here"
      })
  void shouldRefuseValuesThatAreNone(String line, String sentence) {
    ParsedScript parsed = ScriptParser.parse("test.script", line + "\nrules 2\n");
    assertThat(((ParsedScript.Refused) parsed).problems().toString()).contains("1:", sentence);
  }

  @Test
  void shouldRefuseARowOfNoValue() {
    assertThat(
            problems("expect balances\n| rules | account | USD |\n| nune | ann | 0 |").toString())
        .contains("10:1", "expected one of none, strict instead of 'nune'");
  }

  private static List<Boolean> holds(String lines) {
    return scripts(lines).stream()
        .map(script -> ScriptRunner.run(script, _ -> Optional.empty()).holds())
        .toList();
  }

  private static List<Script> scripts(String lines) {
    ParsedScript parsed = ScriptParser.parse("test.script", WORLD + lines + "\n");
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    return ((ParsedScript.Ready) parsed).scripts();
  }

  private static List<Problem> problems(String lines) {
    ParsedScript parsed = ScriptParser.parse("test.script", WORLD + lines + "\n");
    assertThat(parsed).isInstanceOf(ParsedScript.Refused.class);
    return ((ParsedScript.Refused) parsed).problems();
  }
}
