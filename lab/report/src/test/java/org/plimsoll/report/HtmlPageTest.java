package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
  private static final String HOSTILE =
      """
      book: 1
      title: "<script>alert(1)</script> & \\"quotes\\""
      as-of: 2026-01-31
      currency: USD
      subject: harbor
      notes: ["</style><img src=x onerror=alert(2)>"]
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1, source: "'single' <b>"}
      parties:
        - {id: harbor, kind: venue}
      accounts: []
      custody:
        - {location: here, kind: bank, asset: USD, quantity: 5, source: "<i>told</i>"}
      """;

  private static String page(String name) {
    return HtmlPage.of(Pages.shipped(name), Pages.PROVENANCE);
  }

  @Test
  void shouldSayTheVerdictInItsHeading() {
    assertThat(page("levine-8"))
        .contains(
            "<h1>The books balance, and without its own token (FTT) venue lacks 2,000,000 USD.");
  }

  @Test
  void shouldNameEachBarInWords() {
    assertThat(page("levine-8"))
        .contains("aria-label=\"BTC: 0 BTC on hand, 100 BTC owed\"")
        .contains("aria-label=\"If sold at once: 0 to 3,000,000 USD on hand, 3,000,000 USD owed\"");
  }

  @Test
  void shouldShowSourcesAndTheCommandThatMadeIt() {
    assertThat(page("ftx-2022-11-10"))
        .contains("<h3>Sources</h3>")
        .contains("bnnbloomberg.ca")
        .contains("<code>plimsoll assess &#39;a &lt;book&gt;&#39;</code>")
        .contains("hash ab12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"levine-8", "ftx-2022-11-10", "healthy-exchange"})
  void shouldNeedNothingElse(String name) {
    assertThat(page(name))
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("http://")
        .doesNotContain("src=")
        .doesNotContain("@import");
  }

  @Test
  void shouldHoldItsScriptsAndAllowNoOther() {
    String page = HtmlPage.of(Pages.shipped("levine-8"), EveryChart.sections(), Pages.PROVENANCE);
    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src")
        .doesNotContain("<script src")
        .doesNotContain("<link")
        .doesNotContain("@import");
    assertThat(page.split("<script", -1)).hasSize(EveryChart.scriptedCount() + 3);
    assertThat(page.split("</script>", -1)).hasSize(EveryChart.scriptedCount() + 3);
  }

  @Test
  void shouldLeadToEveryPart() {
    String page = HtmlPage.of(Pages.shipped("levine-8"), EveryChart.sections(), Pages.PROVENANCE);
    assertThat(page)
        .contains("<a href=\"#as-meant\">As meant</a>")
        .contains("<section id=\"as-meant\">")
        .contains("<a href=\"#to-see-it-again\">To see it again</a>");
  }

  @Test
  void shouldRefuseChartsOfTheSameId() {
    Chart chart = new Chart.Bars("twin", "", "USD", List.of());
    Section section = new Section("section", "", List.of(), List.of(), List.of(chart, chart));
    assertThatThrownBy(
            () -> HtmlPage.of(Pages.shipped("levine-8"), List.of(section), Pages.PROVENANCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("chart twin is there twice");
  }

  @Test
  void shouldEscapeWhateverABookSays() {
    String page = HtmlPage.of(Pages.read(HOSTILE), Pages.PROVENANCE);
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;")
        .contains("&lt;/style&gt;&lt;img src=x onerror=alert(2)&gt;")
        .contains("&lt;i&gt;told&lt;/i&gt;")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<i>");
  }
}
