package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldGoAgainAsItWentWhenWrittenDown(long seed) {
    Trial.Outcome first = Trial.ofSeed(seed, new NoPlant());
    Script read = Script.read(first.script().text());
    assertThat(read).isEqualTo(first.script());
    Trial.Outcome again = Trial.of(read, new NoPlant());
    assertThat(again.commands()).isEqualTo(first.commands());
    assertThat(again.crashes()).isEqualTo(first.crashes());
    assertThat(again.starts()).isEqualTo(first.starts());
    assertThat(again.marks().venue().counts()).isEqualTo(first.marks().venue().counts());
  }

  @Test
  void shouldNotTakeALineThatSaysNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActText.read("explode 5"))
        .withMessageContaining("explode 5");
  }
}
