package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.Problem;

/// What must hold of files for every book and every sequence of bytes.
class BookFileLaws {
  private static final int BOOKS = 300;
  private static final int MUTANTS = 2_000;

  @Test
  void writingAndReadingGivesTheSameBook() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = new RandomBooks(seed).next();
      String text = BookWriter.write(book);
      assertThat(read(text)).as("seed %s:%n%s", seed, text).isEqualTo(book);
    }
  }

  @Test
  void writingTwiceGivesTheSameBytes() {
    for (long seed = 0; seed < BOOKS; seed++) {
      String text = BookWriter.write(new RandomBooks(seed).next());
      assertThat(BookWriter.write(read(text))).as("seed %s", seed).isEqualTo(text);
    }
  }

  @Test
  void theBooksTriedHaveGroupsAndAccountsThatStandAlone() {
    int groups = 0;
    int alone = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      for (AccountGroup group : AccountGroup.groups(new RandomBooks(seed).next().accounts())) {
        groups += group.count() > 1 ? 1 : 0;
        alone += group.count() > 1 ? 0 : 1;
      }
    }
    assertThat(groups).isGreaterThan(BOOKS / 4);
    assertThat(alone).isGreaterThan(BOOKS);
  }

  @Test
  void theOrderOfEntriesDoesNotChangeTheHash() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = new RandomBooks(seed).next();
      Random random = new Random(seed);
      Book shuffled =
          new Book(
              "another title",
              "1999-01-01",
              book.currency(),
              book.subject(),
              List.of("another note"),
              shuffled(book.assets(), random),
              shuffled(book.parties(), random),
              shuffled(book.accounts(), random),
              shuffled(book.loans(), random),
              shuffled(book.custody(), random),
              shuffled(book.markets(), random),
              book.policies(),
              List.of(),
              shuffled(book.elsewhere(), random));
      assertThat(BookHash.of(shuffled)).as("seed %s", seed).isEqualTo(BookHash.of(book));
    }
  }

  /// Whatever the bytes, the reader answers: with a book that can be written and read again, or
  /// with problems that all have a place.
  @Test
  void noBytesMakeTheReaderThrow() {
    byte[] start = BookWriter.write(new RandomBooks(1).next()).getBytes(StandardCharsets.UTF_8);
    int readable = 0;
    byte[] shipped = ShippedBooks.bytes("ftx-2022-11-10").orElseThrow();
    for (long seed = 0; seed < MUTANTS; seed++) {
      byte[] bytes = mutant(seed % 2 == 0 ? start : shipped, new SplittableRandom(seed));
      switch (BookReader.read(new ByteArrayInputStream(bytes), "x")) {
        case ReadResult.ReadBook(Book book) -> {
          readable++;
          assertThat(read(BookWriter.write(book))).as("seed %s", seed).isEqualTo(book);
        }
        case ReadResult.Refused(List<Problem> problems) ->
            assertThat(problems).as("seed %s", seed).isNotEmpty();
      }
    }
    assertThat(readable).as("mutants of either sort").isBetween(1, MUTANTS - 1);
  }

  private static byte[] mutant(byte[] original, SplittableRandom random) {
    byte[] pieces = "{}[],:-&*!|>'\"%@` \n\t#?<0.k~x\0".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = original.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = pieces[random.nextInt(pieces.length)];
        case 1 -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(original, from, bytes, at, length);
        }
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static <T> List<T> shuffled(List<T> entries, Random random) {
    List<T> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Book read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (BookReader.read(new ByteArrayInputStream(bytes), "x.yaml")) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) ->
          throw new AssertionError(problems + "\n" + text);
    };
  }
}
