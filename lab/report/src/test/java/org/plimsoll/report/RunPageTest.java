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
}
