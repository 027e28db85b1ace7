package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

class HistoryTextTest {
  @Test
  void shouldWriteOneReadableLineForEachCommand() {
    Request request =
        new Request(0, 7, new OrderCommand.PlaceLimitOrder(3, 0, Side.BUY, 20_000, 5));
    assertThat(HistoryText.write(List.of(request)))
        .isEqualTo("0 7 PlaceLimitOrder 3 0 BUY 20000 5 GOOD_TILL_CANCELED 0 false\n");
  }

  @Test
  void shouldReadBackEveryHistoryOfTheGenerator() {
    for (long seed = 0; seed < 20; seed++) {
      CommandGen gen = new CommandGen(new Seeds(seed), new NaiveVenue(VenueLaws.SIZES));
      List<Request> history = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        history.add(gen.next().request());
      }
      assertThat(HistoryText.read(HistoryText.write(history))).isEqualTo(history);
    }
  }

  @Test
  void shouldSkipRemarksAndEmptyLines() {
    assertThat(HistoryText.read("# law: x\n\n 1  2 ActivateRules 2 \n"))
        .containsExactly(new Request(1, 2, new ClockCommand.ActivateRules(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 1 Nothing 1",
        "0 1 ActivateRules",
        "0 1 ActivateRules 1 2",
        "0 x ActivateRules 1"
      })
  void shouldRefuseALineThatIsNoCommand(String line) {
    assertThatThrownBy(() -> HistoryText.read(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldDrawTheSameFromTheSameSeedAndOtherThingsFromOtherNames() {
    Seeds seeds = new Seeds(5);
    assertThat(seeds.stream("a").nextLong()).isEqualTo(seeds.stream("a").nextLong());
    assertThat(seeds.stream("a").nextLong()).isNotEqualTo(seeds.stream("b").nextLong());
    assertThat(seeds.stream("a").nextLong()).isNotEqualTo(new Seeds(6).stream("a").nextLong());
  }
}
