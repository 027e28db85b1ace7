package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunPageTest {
  /// What an office's mail takes, and a phone opens.
  private static final int BYTES_MAX = 3_000_000;

  private static final String PAGE = RunPage.of(InventedRun.outcome(), "0.1");

  @Test
  void shouldSayFirstWhatCameOfIt() {
    assertThat(PAGE).contains("<h1>Harbor stops paying 43 hours after the letter");
  }

  @Test
  void shouldStaySmallHoweverManySamplesThereAre() {
    assertThat(PAGE.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(BYTES_MAX);
    String hourly = RunPage.of(InventedRun.outcome(40_000), "0.1");
    assertThat(hourly.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(BYTES_MAX);
  }

  @Test
  void shouldNeedNothingElseAndAllowItsOwnScriptOnly() {
    assertThat(PAGE)
        .contains(
            "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-")
        .doesNotContain("src=")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("url(http");
    assertThat(PAGE.split("<script", -1)).hasSize(3);
  }

  @Test
  void shouldShowHitsAndMissesByWord() {
    assertThat(PAGE)
        .contains("<strong class=\"verdict-hit\">hit</strong>")
        .contains("<strong class=\"verdict-miss\">miss</strong>")
        .contains("<strong class=\"verdict-no_value\">no value</strong>");
  }

  @Test
  void shouldMergeSmallFlowsAndSayHowMany() {
    assertThat(PAGE)
        .contains("<strong>others (26 pairs)</strong>")
        .doesNotContain("<strong>brand 26");
  }

  @Test
  void shouldSayFirstWhatTheModelCannotExplain() {
    int honesty = PAGE.indexOf("<section id=\"honesty\">");
    assertThat(PAGE.substring(honesty))
        .containsSubsequence(
            "The daily split of the withdrawals",
            "What it gets wrong",
            "Loans of keel, 30 June 2022: recorded 7.4 bn USD, simulated 6.1 bn USD.",
            "Events that were put in");
  }

  @Test
  void shouldEscapeWhateverAScenarioSays() {
    String page = RunPage.of(InventedRun.hostile(), "0.1");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("</script>alert")
        .doesNotContain("<img");
    assertThat(page.split("<script", -1)).hasSize(3);
  }

  @Test
  void shouldTakeARunThatLeftNothing() {
    assertThat(RunPage.of(InventedRun.empty(), "0.1")).contains("<h1>Nothing</h1>");
  }
}
