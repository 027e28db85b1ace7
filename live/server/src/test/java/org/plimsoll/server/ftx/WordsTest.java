package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.server.exchange.ClientNames;
import tools.jackson.databind.JsonNode;

/// Numbers, times, parameters and paths, as clients write and read them.
class WordsTest {
  @Test
  void shouldWriteNumbersPlainly() {
    JsonNode json =
        Json.array()
            .add(Numbers.scaled(5, 8))
            .add(Numbers.scaled(1_000_000_000_000L, 0))
            .add(Numbers.e9(20_000_000_000_000L))
            .add(Numbers.scaled(-15, 1))
            .add(Numbers.quotient(BigDecimal.ONE, BigDecimal.valueOf(3)));
    assertThat(new String(Json.write(json), UTF_8))
        .isEqualTo("[0.00000005,1000000000000,20000,-1.5,0.333333333333333]");
  }

  @Test
  void shouldCountOnlyWholeSteps() {
    BigDecimal step = new BigDecimal("0.0001");
    assertThat(Numbers.steps(new BigDecimal("0.0105"), step)).hasValue(105);
    assertThat(Numbers.steps(new BigDecimal("0.01055"), step)).isEmpty();
    assertThat(Numbers.steps(new BigDecimal("1e30"), step)).isEmpty();
  }

  @Test
  void shouldWriteTimesWithMicrosecondsAndAnOffset() {
    assertThat(Times.iso(1_551_779_815_728_933_999L)).isEqualTo("2019-03-05T09:56:55.728933+00:00");
  }

  @Test
  void shouldTakeSecondsAndMilliseconds() {
    Parameters query = Parameters.ofQuery("a=1551779815.5&b=1551779815500&c=-1");
    assertThat(query.time("a", 0)).isEqualTo(1_551_779_815_500_000_000L);
    assertThat(query.time("b", 0)).isEqualTo(1_551_779_815_500_000_000L);
    assertThat(query.time("d", 7)).isEqualTo(7);
    assertThatThrownBy(() -> query.time("c", 0)).hasMessage("Invalid parameter c");
  }

  @Test
  void shouldTakeNullForAbsent() {
    Parameters body = body("{\"price\":null,\"size\":\"0.5\",\"ioc\":true,\"n\":1e2}");
    assertThat(body.decimal("price")).isEmpty();
    assertThat(body.requiredDecimal("size")).isEqualByComparingTo("0.5");
    assertThat(body.flag("ioc")).isTrue();
    assertThat(body.flag("postOnly")).isFalse();
    assertThat(body.whole("n")).hasValue(100);
    assertThatThrownBy(() -> body.requiredDecimal("price")).hasMessage("Missing parameter price");
    assertThatThrownBy(() -> body.whole("size")).hasMessage("Invalid parameter size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"size\":1e999999999}",
        "{\"size\":\"1e999999999\"}",
        "{\"size\":[]}",
        "{\"size\":\"many\"}",
        "{\"size\":true}"
      })
  void shouldRefuseWhatIsNoNumber(String body) {
    assertThatThrownBy(() -> body(body).decimal("size"))
        .isInstanceOf(FtxError.class)
        .hasMessage("Invalid parameter size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "1", "\"text\"", "{} {}", "[[[[[[[[[[[[]]]]]]]]]]]]", "[1]", "nul"})
  void shouldRefuseABodyThatIsNoObject(String body) {
    assertThatThrownBy(() -> body(body))
        .isInstanceOf(FtxError.class)
        .hasMessage("Invalid parameter body");
  }

  @Test
  void shouldFindMarketsWithARawAndAnEscapedSlash() {
    Route route = Route.of("GET", "markets/{market*}/orderbook", _ -> Outcome.nothing());
    for (String path : List.of("markets/BTC/USD/orderbook", "markets/BTC%2FUSD/orderbook")) {
      assertThat(route.names(Route.steps(path)))
          .hasValueSatisfying(names -> assertThat(names).containsEntry("market", "BTC/USD"));
    }
    assertThat(route.names(Route.steps("markets/orderbook"))).isEmpty();
    assertThat(route.names(Route.steps("markets/BTC/USD/trades"))).isEmpty();
    assertThatThrownBy(() -> Route.steps("markets/BTC%2")).hasMessage("Invalid parameter BTC%2");
  }

  @Test
  void shouldNumberTheNamesOfOrdersByAccount() {
    long number = ClientNames.number(1, "mine");
    assertThat(number).isNotZero().isEqualTo(ClientNames.number(1, "mine"));
    assertThat(ClientNames.number(2, "mine")).isNotEqualTo(number);
    assertThat(ClientNames.number(1, "mine ")).isNotEqualTo(number);
    assertThatThrownBy(() -> OrderDesk.text("x".repeat(65)))
        .hasMessage("Invalid parameter clientId");
  }

  private static Parameters body(String text) {
    return Parameters.ofBody(text.getBytes(UTF_8));
  }
}
