package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressBookTest {
  @TempDir private Path folder;
  private AddressBook book;

  @BeforeEach
  void open() {
    book = new AddressBook(folder.resolve("addresses"));
  }

  @Test
  void whatIsSavedIsThereAfterARestart() {
    SavedAddress first = book.save(3, address("1abc", "42"));
    SavedAddress second = book.save(3, address("1abc", null));
    assertThat(new AddressBook(folder.resolve("addresses")).of(3)).containsExactly(first, second);
    assertThat(book.of(4)).isEmpty();
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    assertThat(book.save(3, address("1abc", null)).id()).isEqualTo(1);
    assertThat(book.delete(3, 1)).isTrue();
    assertThat(book.delete(3, 1)).isFalse();
    assertThat(book.save(3, address("1abc", null)).id()).isEqualTo(2);
  }

  @Test
  void anAccountSavesAHundredAndNoMore() {
    for (int i = 0; i < AddressBook.ADDRESSES_MAX; i++) {
      book.save(3, address("x".repeat(120) + i, "t".repeat(64)));
    }
    assertThatThrownBy(() -> book.save(3, address("more", null)))
        .hasMessage("Too many saved addresses");
    assertThat(book.of(3)).hasSize(AddressBook.ADDRESSES_MAX);
    book.save(4, address("more", null));
  }

  @Test
  void aFileThatIsSpoiledIsNoEmptyOne() throws Exception {
    book.save(3, address("1abc", null));
    Files.writeString(folder.resolve("addresses/3.json"), "{");
    assertThatThrownBy(() -> book.of(3)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> book.save(3, address("2abc", null)))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static SavedAddress address(String address, String tag) {
    return new SavedAddress(0, "BTC", address, tag, "mine", false);
  }
}
