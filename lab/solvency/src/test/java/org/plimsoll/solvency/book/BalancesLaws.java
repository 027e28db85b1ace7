package org.plimsoll.solvency.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BalancesLaws {
  private static final List<String> ASSETS = List.of("ADA", "BTC", "ETH", "SOL", "USD", "aUSD");
  private static final int CASES = 5_000;

  @Test
  void shouldSayOfEveryAssetWhatATreeSays() {
    for (int seed = 0; seed < CASES; seed++) {
      SortedMap<String, Figure> tree = random(new SplittableRandom(seed));
      SortedMap<String, Figure> balances = Balances.copyOf(tree);
      for (String asset : ASSETS) {
        assertThat(balances.get(asset)).as("seed %d", seed).isEqualTo(tree.get(asset));
        assertThat(balances.containsKey(asset)).isEqualTo(tree.containsKey(asset));
        assertThat(balances.headMap(asset)).isEqualTo(tree.headMap(asset));
        assertThat(balances.tailMap(asset)).isEqualTo(tree.tailMap(asset));
        assertThat(balances.subMap("ADA", asset)).isEqualTo(tree.subMap("ADA", asset));
      }
    }
  }

  @Test
  void shouldStandInTheOrderOfATree() {
    for (int seed = 0; seed < CASES; seed++) {
      SortedMap<String, Figure> tree = random(new SplittableRandom(seed));
      SortedMap<String, Figure> balances = Balances.copyOf(tree);
      List<String> told = new ArrayList<>();
      balances.forEach((asset, figure) -> told.add(asset + figure));
      List<String> expected = new ArrayList<>();
      tree.forEach((asset, figure) -> expected.add(asset + figure));
      assertThat(told).isEqualTo(expected);
      assertThat(balances).as("seed %d", seed).isEqualTo(tree).hasSameHashCodeAs(tree);
      assertThat(List.copyOf(balances.keySet())).isEqualTo(List.copyOf(tree.keySet()));
      assertThat(List.copyOf(balances.values())).isEqualTo(List.copyOf(tree.values()));
      if (!tree.isEmpty()) {
        assertThat(balances.firstKey()).isEqualTo(tree.firstKey());
        assertThat(balances.lastKey()).isEqualTo(tree.lastKey());
      }
    }
  }

  @Test
  void shouldBeACopyThatNobodyChanges() {
    SortedMap<String, Figure> given = new TreeMap<>(Map.of("BTC", figure(1, "ledger")));
    SortedMap<String, Figure> balances = Balances.copyOf(given);
    given.clear();
    assertThat(balances).hasSize(1);
    assertThatThrownBy(() -> balances.put("ETH", figure(2, "ledger")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> balances.remove("BTC"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Balances.copyOf(balances)).isSameAs(balances);
  }

  private static SortedMap<String, Figure> random(SplittableRandom random) {
    boolean isOfOneSource = random.nextBoolean();
    SortedMap<String, Figure> balances = new TreeMap<>();
    for (String asset : ASSETS) {
      if (random.nextBoolean()) {
        String source = isOfOneSource ? "ledger" : "ledger " + random.nextInt(2);
        balances.put(
            asset,
            random.nextInt(5) == 0
                ? new Figure(new Interval(BigDecimal.valueOf(random.nextInt(9)), null), source)
                : figure(random.nextInt(-1_000, 1_000), source));
      }
    }
    return balances;
  }

  private static Figure figure(int hundredths, String source) {
    return new Figure(Interval.exactly(BigDecimal.valueOf(hundredths, 2)), source);
  }
}
