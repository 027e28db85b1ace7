package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class LargeBookTest {
  @TempDir private Path folder;

  @Test
  void shouldPassTheBookThatIsTimedAndCatchAnother() throws IOException {
    LargeBook written = LargeBook.write(folder, 2_000);
    written.check(assessed());
    Path table = folder.resolve("accounts.csv");
    Files.writeString(table, Files.readString(table) + "B,customers,1,0\n");
    assertThatThrownBy(() -> written.check(assessed())).hasMessageContaining("was written");
  }

  private Assessment assessed() {
    return switch (BookReader.read(folder)) {
      case ReadResult.ReadBook(var book) -> Assessment.of(book);
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
