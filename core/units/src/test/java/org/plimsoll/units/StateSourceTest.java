package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StateSourceTest {
  @Test
  void shouldGiveBackEveryNumber() {
    long[] numbers = new long[20_000];
    SplittableRandom random = new SplittableRandom(1);
    StateWriter writer = new StateWriter(0);
    StateHash hash = new StateHash();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextLong() >> random.nextInt(64);
      writer.add(numbers[i]);
      hash.add(numbers[i]);
    }
    writer.add(Long.MIN_VALUE).add(Long.MAX_VALUE);
    hash.add(Long.MIN_VALUE).add(Long.MAX_VALUE);
    StateSource source = source(writer);
    for (long number : numbers) {
      assertThat(source.number()).isEqualTo(number);
    }
    assertThat(source.number()).isEqualTo(Long.MIN_VALUE);
    assertThat(source.number()).isEqualTo(Long.MAX_VALUE);
    assertThat(source.isAtEnd()).isTrue();
    assertThat(source(writer).hashOfRest()).isEqualTo(hash.value()).isEqualTo(writer.hash());
  }

  @Test
  void shouldWriteSmallNumbersOfEitherSignInOneByte() {
    assertThat(bytes(0, -1, 1, -64, 63)).containsExactly(0, 1, 2, 127, 126);
    assertThat(bytes(64)).containsExactly(0x80, 0x01);
    assertThat(bytes(Long.MAX_VALUE)).hasSize(10);
  }

  @Test
  void shouldGiveBackTextsFlagsAndTables() {
    StateWriter writer = new StateWriter(3);
    long[] table = {0, 7, 0, 0, -9, 0};
    writer.add("BTC/USD").add("").add(1).add(0);
    writer.addSparse(table, 6).addSparse(table, 5).addSparse(table, 1).addSparse(table, 0);
    StateSource source = new StateSource(writer.toBytes(), 3);
    assertThat(source.text(7)).isEqualTo("BTC/USD");
    assertThat(source.text(7)).isEmpty();
    assertThat(source.flag()).isTrue();
    assertThat(source.flag()).isFalse();
    assertThat(sparse(source, 6)).containsExactly(table);
    assertThat(sparse(source, 5)).containsExactly(0, 7, 0, 0, -9);
    assertThat(sparse(source, 1)).containsExactly(0);
    assertThat(sparse(source, 0)).isEmpty();
    assertThat(source.isAtEnd()).isTrue();
  }

  @Test
  void shouldRefuseANumberThatIsCutOffOrLongerThanItNeedBe() {
    refuses(new byte[] {});
    refuses(new byte[] {-1});
    refuses(new byte[] {-128, 0});
    refuses(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 2});
    refuses(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1});
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> source(5).within(6, 9)).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(5).within(0L, 4L)).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(5).index(5)).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(2).flag()).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(-1).oneOf(Side.values())).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(2, 65, 65).text(1)).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(1, -1).text(9)).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(1, 0, 0).sparse(new long[9], 9))
        .isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(5, 1, 5, 1, 0).sparse(new long[9], 9))
        .isInstanceOf(MalformedState.class);
  }

  @Test
  void shouldRefuseACountOfMoreThanIsLeft() {
    assertThat(source(2, 0, 0).count()).isEqualTo(2);
    assertThatThrownBy(() -> source(3, 0, 0).count()).isInstanceOf(MalformedState.class);
    assertThatThrownBy(() -> source(2, 0, 0).count(1)).isInstanceOf(MalformedState.class);
  }

  private static void refuses(byte[] bytes) {
    assertThatThrownBy(() -> new StateSource(bytes, 0).number()).isInstanceOf(MalformedState.class);
  }

  private static long[] sparse(StateSource source, int length) {
    long[] table = new long[length];
    source.sparse(table, length);
    return table;
  }

  private static byte[] bytes(long... numbers) {
    StateWriter writer = new StateWriter(0);
    for (long number : numbers) {
      writer.add(number);
    }
    return writer.toBytes();
  }

  private static StateSource source(StateWriter writer) {
    return new StateSource(writer.toBytes(), 0);
  }

  private static StateSource source(long... numbers) {
    return new StateSource(bytes(numbers), 0);
  }
}
