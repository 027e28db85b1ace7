package org.plimsoll.server.solvency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmRuleTest {
  @Test
  void aFigureThatTremblesAtItsLimitRingsOnce() {
    AlarmRule rule = AlarmRule.OVERLOADED;
    assertThat(rule.raises(1)).isTrue();
    assertThat(rule.clears(0.99)).isFalse();
    assertThat(rule.clears(0.9)).isTrue();
    assertThat(rule.raises(0.99)).isFalse();
  }

  @Test
  void aFloorIsRaisedBelowAndClearedAbove() {
    AlarmRule rule = AlarmRule.COVER_OF_AN_HOUR;
    assertThat(rule.raises(1)).isFalse();
    assertThat(rule.raises(0.99)).isTrue();
    assertThat(rule.clears(1.04)).isFalse();
    assertThat(rule.clears(1.05)).isTrue();
  }

  @Test
  void anAnswerRaisesWithYesAndClearsWithNo() {
    AlarmRule rule = AlarmRule.answered("mark", "Insolvent at mark");
    assertThat(rule.raises(1)).isTrue();
    assertThat(rule.clears(1)).isFalse();
    assertThat(rule.raises(0)).isFalse();
    assertThat(rule.clears(0)).isTrue();
  }
}
