package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedWordTest {
  private static final List<FeedWord> WORDS =
      List.of(
          new FeedWord.Greeting(2, 3, 100_000, 1 << 24),
          new FeedWord.Message(new LogMessage(32, 160, 5, 1_700_000_000_000L, new byte[] {1, 6})),
          new FeedWord.Beat(1, 4, 4_096, 99),
          new FeedWord.Refusal("the log does not go back to position 0, but to 4194304"));

  @Test
  void shouldReadWhatItWrote() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (FeedWord word : WORDS) {
      word.writeTo(out);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
    for (FeedWord word : WORDS) {
      assertThat(FeedWord.read(in)).usingRecursiveComparison().isEqualTo(word);
    }
  }

  @Test
  void shouldRefuseAWordOfAnotherLayout() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WORDS.get(2).writeTo(out);
    byte[] bytes = out.toByteArray();
    bytes[4] = 2;
    assertThatThrownBy(() -> FeedWord.read(new DataInputStream(new ByteArrayInputStream(bytes))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("layout 2");
  }
}
