package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.cli.calc.Calculated.calc;
import static org.plimsoll.cli.calc.Calculated.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PV-19 through the command line.
class WhereTheMoneyWentTest {
  private static final String HELD =
      "profit --opening-quantity 10 --opening-price 20000 --closing-price 21000";

  @Test
  void pv19_everyDollarIsExplained() {
    Calculated explained =
        json(HELD + " --trade 5@22000 --payment=-50@fee,-300@funding,-120@interest")
            .has("change 4530", "holding_gain 10000", "trading_gain -5000", "fee -50")
            .has("funding -300", "interest -120", "unexplained 0");
    assertThat(explained.out())
        .contains(
            "Prices made 5,000 of a change of 4,530; what came and went for a cause made -470.");
    assertThat(explained.tree().at("/inputs/payment/0").asString()).isEqualTo("-50@fee");
  }

  @Test
  void whatIsTakenWithoutMoneyHasItsCause() {
    json(HELD + " --delivery=-2@21500@theft,1@0@emission-support")
        .has("change -11000", "delivery_gain 22000", "theft -43000", "emission_support 0");
  }

  @Test
  void pv19_theStoryAddsUpToWhatItSays() {
    json("tally --list story")
        .has("uses 15.5", "use_real_estate_and_brand 2", "use_collapse_of_luna 1");
    assertThat(json("tally --list postscript").has("uses 18.5").out())
        .contains("The items add up to 18.5 billion.");
  }

  @Test
  void whatIsOpenBetweenSourcesAndUsesIsSaid() {
    assertThat(json("tally --list story --source 10@customers,6@lenders").out())
        .contains("0.5 billion that came in are in no item");
    assertThat(json("tally --use 2@brand --source 1@equity").has("sources_less_uses -1").out())
        .contains("1 billion more went out than came in");
    assertThat(calc("tally --use 2@brand --source 2@equity").out()).contains("came in went out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tally --list rumor | expected story or postscript, not 'rumor'
          tally --use 2@a,3@a | `a` is listed twice
          tally --use=-2@a | expected 0 or more and a name of small letters and hyphens
          tally --use 2 | expected an amount and its name joined by @, such as 2@ventures
          tally --json | give --source, --use or --list
          """)
  void aTallyThatIsNoneIsRefused(String commandLine, String message) {
    assertThat(calc(commandLine).err()).contains(message);
    assertThat(calc(commandLine).exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --trade 5 | expected units and their price joined by @, such as 5@22000, not '5'
          --trade 5@-1 | expected a price of 0 or more, not '-1'
          --payment 5@luck | expected one of fee, funding,
          --delivery 5@luck | expected units, their price and the cause joined by @
          --opening-price -1 --closing-price 1 | should be specified only once
          """)
  void aMovementThatIsNoneIsRefused(String options, String message) {
    assertThat(calc(HELD + " " + options).err()).contains(message);
    assertThat(calc(HELD + " " + options).exitCode()).isEqualTo(2);
  }
}
