package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalPageTest {
  private static String page(String name) {
    return TerminalPage.of(Pages.shipped(name), Pages.PROVENANCE, false);
  }

  @Test
  void shouldBeginWithTheVerdict() {
    assertThat(page("levine-8"))
        .startsWith(
            "The books balance, and without its own token (FTT) venue lacks 2,000,000 USD.");
    assertThat(page("ftx-2022-11-10"))
        .startsWith(
            "The book cannot tell whether ftx is solvent: at mark its equity is -7,259,000,000 to"
                + " 741,000,000\nUSD.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "levine-1",
        "levine-8",
        "alameda-2022-06-30",
        "ftx-2022-11-10",
        "healthy-exchange"
      })
  void shouldFitAHundredColumnsWithoutTrailingSpace(String name) {
    assertThat(page(name).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
        .noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void shouldAlignFiguresPerAsset() {
    assertThat(page("levine-8"))
        .contains("Asset        Owed to    Owed by  On hand  Gap  Custody gap  Custody")
        .contains("BTC              100        100        0    0         -100       0%");
  }

  @Test
  void shouldShowWhatIsBorrowedOnlyWhereSomethingIs() {
    assertThat(page("alameda-2022-06-30")).contains("Borrowed");
    assertThat(page("levine-8")).doesNotContain("Borrowed");
  }

  @Test
  void shouldColorTheAnswersOnlyWhenAsked() {
    assertThat(page("levine-8")).doesNotContain("\u001b");
    String colored = TerminalPage.of(Pages.shipped("levine-8"), Pages.PROVENANCE, true);
    assertThat(colored).contains("\u001b[1;31mYES\u001b[0m").contains("\u001b[32mNO\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(page("levine-8"));
  }

  @Test
  void shouldSayHowToSeeItAgain() {
    assertThat(page("levine-8"))
        .endsWith(
            """
            To see it again
              plimsoll assess 'a <book>'
              Book a <book>, hash ab12
              Plimsoll 0.1
            """);
  }

  @Test
  void shouldWrapWordsThatAreLongerThanALine() {
    assertThat(TextLines.wrap("x".repeat(25), 10, "  "))
        .containsExactly("xxxxxxxxxx", "  xxxxxxxx", "  xxxxxxx");
    assertThat(TextLines.wrap("one two three", 8, "  ")).containsExactly("one two", "  three");
  }

  @Test
  void shouldNotPassControlCharactersToATerminal() {
    assertThat(TextLines.wrap("a\u001b[31mb\nc", 20, "")).containsExactly("a [31mb c");
  }
}
