package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPageTest {
  private static JsonNode page(String name) {
    return JsonMapper.shared().readTree(JsonPage.of(Pages.shipped(name), Pages.PROVENANCE));
  }

  @Test
  void shouldKeepItsNames() {
    assertThat(page("levine-8").propertyNames())
        .containsExactly(
            "plimsoll_version",
            "book",
            "headline",
            "books_balance",
            "questions",
            "equity_at_mark",
            "equity_without_own_token",
            "own_tokens",
            "related_parties",
            "own_token_share_of_assets",
            "own_token_part_of_equity",
            "assets",
            "recoveries",
            "liquidity",
            "liquidation",
            "breaking_haircut",
            "breaking_haircut_beyond_liquid",
            "sections",
            "assumptions",
            "sources",
            "command");
  }

  @Test
  void shouldGiveFiguresAsStringsAndFractions() {
    JsonNode page = page("levine-8");
    JsonNode ownToken = page.get("questions").get(1);
    assertThat(ownToken.get("question").stringValue()).isEqualTo("own-token");
    assertThat(ownToken.get("answer").stringValue()).isEqualTo("yes");
    assertThat(ownToken.get("figure").get("low").stringValue()).isEqualTo("-2000000");
    JsonNode recovery = page.get("recoveries").get("commingled").get("low");
    assertThat(recovery.get("fraction").stringValue()).isEqualTo("3/7");
    assertThat(recovery.get("rounded").stringValue()).isEqualTo("0.428571");
    assertThat(page.get("own_token_part_of_equity").isNull()).isTrue();
  }

  @Test
  void shouldGiveARangeByItsEnds() {
    JsonNode figure = page("ftx-2022-11-10").get("questions").get(0).get("figure");
    assertThat(figure.get("low").stringValue()).isEqualTo("-7259000000");
    assertThat(figure.get("high").stringValue()).isEqualTo("741000000");
  }

  @Test
  void shouldNotListTheFiguresOfEveryAccount() {
    JsonNode source = page("healthy-exchange").get("sources").get(0);
    assertThat(source.get("text").stringValue()).isEqualTo("invented");
    assertThat(source.get("figure_count").intValue()).isGreaterThan(30_000);
    assertThat(source.get("first_figures").size()).isEqualTo(3);
  }

  @Test
  void shouldGiveTheSameBytesTwice() {
    assertThat(JsonPage.of(Pages.shipped("levine-8"), Pages.PROVENANCE))
        .isEqualTo(JsonPage.of(Pages.shipped("levine-8"), Pages.PROVENANCE))
        .endsWith("}\n");
  }
}
