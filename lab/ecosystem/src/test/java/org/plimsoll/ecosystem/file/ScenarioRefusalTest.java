package org.plimsoll.ecosystem.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.ecosystem.file.SampleScenario.GOOD;
import static org.plimsoll.ecosystem.file.SampleScenario.problems;
import static org.plimsoll.ecosystem.file.SampleScenario.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenario files with one mistake: the sentence says where it is and what was expected.
class ScenarioRefusalTest {
  @Test
  void shouldAcceptTheGoodOne() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "title: A sample|titel: A sample|x.yaml:2:1: the key `titel` is not known in a scenario; did you mean `title`?",
        "title: A sample|notes: 1|x.yaml:1:1: the key `title` is missing; a scenario needs it: One line",
        "step: 6h|step: 6 hours|`step` is `6 hours`, which is not a length of time such as 30s, 10m, 6h or 7d; expected for example 6h",
        "start: 2022-01-01|start: 2022-13-01|x.yaml:3:8: `2022-13-01` is no date of the calendar",
        "until: 2022-01-05|until: 2021-01-05|x.yaml:4:8: `until` is not after `start`",
        "rules: exchange-fees|rules: exchange-fee|`rules` is `exchange-fee`, which is not one of its words; expected one of cash, commingled-margin, exchange-fees; did you mean `exchange-fees`?",
        "decimals: 8|decimals: 10|`decimals` is 10; expected 0 to 9",
        ", balance-max: 10k||the key `balance-max` is missing; the venue lists `BTC`",
        ", position-max: 1k||the key `position-max` is missing; `BTC-PERP` is a perpetual",
        "base: BTC, tick: 0.01, lot: 0.0001}|base: BTX, tick: 0.01, lot: 0.0001}|x.yaml:19:29: there is no asset of the venue `BTX` in this scenario; did you mean `BTC`?",
        "holds: {USD: 20m|holds: {UDS: 20m|there is no asset `UDS` in this scenario; did you mean `USD`?",
        "amount: 300, at: wallet|amount: 300, at: walet|there is no custody location `walet` in this scenario; did you mean `wallet`?",
        "account: maker, amount: 5m|account: makr, amount: 5m|x.yaml:27:19: there is no account `makr` in this scenario; did you mean `maker`?",
        "{constant: 100}|{constant: 100, generated: {start: 1, volatility: 1}}|must say one of `path`, `generated`, `constant`, and only one",
        "2022-01-04, price: 44000|2022-01-01, price: 44000|the figures of `path` are not in order of time",
        "price: 46000|price: 46e3|`price` is `46e3`, which is not a number; expected for example 0.5, 14.6bn; write it without an exponent",
        "from: maker, to: outside|from: makr, to: outside|there is no party `makr` in this scenario; did you mean `maker`?",
        "at: 2022-01-03T12:00:00Z|at: 2023-01-03T12:00:00Z|this is not between `start` and `until` of the scenario",
        "cause: venture|cause: ventures|expected one of",
        "of: BTC, every: 6h|of: BTX, every: 6h|there is no asset of the venue `BTX` in this scenario",
        "{series: claims-value, every|{series: claims-value, of: BTC, every|`claims-value` is of the venue as a whole; leave `of` out",
        "of: index-BTC|of: index-BTX|`record` has no series `index-BTX`; did you mean `index-BTC`?",
        "{series: index, of: BTC, every|{series: open-interest, of: BTC/USD, every|`open-interest` is of perpetuals; this is a spot market",
      })
  void shouldNameTheMistakeWithItsPlace(String good, String bad, String sentence) {
    String text = with(good, bad == null ? "" : bad);
    assertThat(problems(text)).anySatisfy(problem -> assertThat(problem).contains(sentence));
    assertThat(problems(text)).allMatch(problem -> problem.matches("x\\.yaml:\\d+:\\d+: .*"));
  }

  @Test
  void shouldReadTheTermsOfEachKindOfAgent() {
    assertThat(problems(with("aversion: 0.01", "aversions: 0.01")))
        .anySatisfy(each ->
            assertThat(each)
                .contains(
                    "the key `aversions` is not known in a `market-maker`; did you mean `aversion`?"))
        .anySatisfy(each -> assertThat(each).contains("the key `aversion` is missing"));
    assertThat(problems(with("levels: 3", "levels: three")))
        .singleElement()
        .asString()
        .contains("`levels` is `three`, which is not a whole number");
    assertThat(problems(with("agent: noise-trader", "agent: noise-tradr")))
        .singleElement()
        .asString()
        .contains("did you mean `noise-trader`?");
  }

  @Test
  void shouldPutTheRefusalOfATermAtItsPlace() {
    String text = with("aversion: 0.01", "aversion: 7");
    int line = SampleScenario.line(text, "aversion: 7");
    assertThat(problems(text)).singleElement().asString().startsWith("x.yaml:" + line + ":15: ");
    assertThat(problems(text)).singleElement().asString().contains("aversion");
  }

  @Test
  void shouldNameTheNearestNameThatATermCouldMean() {
    String text =
        with("account: maker\n    market: BTC/USD", "account: maker\n    market: BTC/UDS");
    int line = SampleScenario.line(text, "market: BTC/UDS");
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:"
                + line
                + ":13: there is no market `BTC/UDS` in this scenario; did you mean"
                + " `BTC/USD`?");
  }

  @Test
  void shouldRefuseADepositOfWhatThePartyDoesNotHave() {
    assertThat(
            problems(
                with(
                    "asset: USD, amount: 10m, at: bank}\n          - {asset: BTC, amount: 300",
                    "asset: USD, amount: 30m, at: bank}\n          - {asset: BTC, amount: 300")))
        .singleElement()
        .asString()
        .contains("`maker` brings 30000000 USD to the venue, and has less");
  }

  @Test
  void shouldRefuseAFigureOfCalibrationThatCameTooLate() {
    String parameter = with("on: 2022-06-30", "on: 2022-07-01");
    assertThat(problems(parameter))
        .containsExactly(
            "x.yaml:"
                + SampleScenario.line(parameter, "on: 2022-07-01")
                + ":39: `agents.maker.aversion` was calibrated on figures of 2022-07-01; nothing"
                + " after 2022-06-30 (`calibrated-to`) may be used");
    String row =
        with("calibrated-to: 2022-06-30", "calibrated-to: 2022-01-04")
            .replace("on: 2022-06-30", "on: 2022-01-01");
    assertThat(problems(row))
        .containsExactly(
            "x.yaml:"
                + SampleScenario.line(row, "kind: fit")
                + ":11: a row that was used in calibration is dated 2022-01-05; nothing after"
                + " 2022-01-04 (`calibrated-to`) may be used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agents.maker.aversion|0.001|0.1|",
        "agents.maker.ladder.step|0.001|0.1|",
        "agents.maker.aversions|0.001|0.1|the path `agents.maker.aversions` leads nowhere",
        "agents.maker.aversion|0.1|0.2|what stands there is no number from 0.1 to 0.2",
        "agents.maker.market|0.1|0.2|what stands there is no number from 0.1 to 0.2",
        "agents.maker.aversion|-0.1|0.1|`low` is below `high`, and both have the same sign",
      })
  void shouldRefuseAnAssumptionThatTheFileItselfDoesNotKeep(
      String path, String low, String high, String sentence) {
    String entry = "{what: a, paths: [" + path + "], low: " + low + ", high: " + high + ", why: b}";
    String text =
        with("calibrated-to: 2022-06-30", "calibrated-to: 2022-06-30\nassumptions:\n  - " + entry);
    if (sentence == null) {
      assertThat(problems(text)).isEmpty();
    } else {
      assertThat(problems(text)).singleElement().asString().contains(sentence);
    }
  }

  @Test
  void shouldRefuseASwitchThatLeadsNowhereOrMakesNoScenario() {
    assertThat(problems(with("set: {venue.custody:", "set: {venue.custodi.x:")))
        .singleElement()
        .asString()
        .contains(
            "the path `venue.custodi` leads nowhere in this scenario; did you mean `custody`?");
    String text = with("set: {venue.custody: segregated}", "set: {venue.custody: segregatd}");
    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("x.yaml:" + SampleScenario.line(text, "segregatd") + ":")
        .contains("did you mean `segregated`?");
    assertThat(problems(with("agents.maker.latency-ms", "agents.marker.latency-ms")))
        .singleElement()
        .asString()
        .contains("the path `agents.marker` leads nowhere in this scenario; did you mean `maker`?");
  }

  @Test
  void shouldRefuseWhatIsDeclaredTwice() {
    assertThat(problems(with("- name: crowd\n    kind", "- name: maker\n    kind")))
        .anySatisfy(
            each -> assertThat(each).contains("the party `maker` is already declared in line"));
    assertThat(problems(with("name: \"noise-#\"", "name: maker")))
        .noneMatch(each -> each.contains("already declared"));
    assertThat(problems(with("name: \"noise-#\"\n    count: 3", "name: maker")))
        .singleElement()
        .asString()
        .contains("the agent `maker` is already declared in line");
  }

  @Test
  void shouldSpeakOfScenarios() {
    assertThat(problems(""))
        .containsExactly("x.yaml: the file is empty; a scenario begins with `scenario: 1`");
    assertThat(problems("- 1\n"))
        .containsExactly(
            "x.yaml:1:1: this is not a scenario; a scenario begins with `scenario: 1`");
    assertThat(problems(with("scenario: 1", "scenario: 2")))
        .containsExactly(
            "x.yaml:1:11: `scenario` is `2`, which is not 1, the version of this format");
  }
}
