package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderPairsTest {
  @Test
  void shouldLoseNothingAndAddNoPlaceOverAMillionOrdersThatComeAndGo() {
    OrderPairs orders = new OrderPairs();
    int before = orders.slots();
    orders.run(1_000_000);
    orders.check();
    assertThat(orders.slots()).isEqualTo(before);
    assertThat(orders.pairs()).isEqualTo(1_000_001);
  }
}
