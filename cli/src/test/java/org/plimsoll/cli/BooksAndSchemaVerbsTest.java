package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.plimsoll.server.file.VenueFileSchema;
import org.plimsoll.solvency.file.BookSchema;
import org.plimsoll.solvency.file.ShippedBooks;

class BooksAndSchemaVerbsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void shouldListEveryShippedBookWithItsTitle() {
    assertThat(run("books")).isZero();
    assertThat(out.toString().lines()).hasSameSizeAs(ShippedBooks.names());
    assertThat(out.toString())
        .contains("healthy-exchange    A healthy exchange (invented)\n")
        .contains("levine-8            Customer C, step 8: ");
  }

  @Test
  void shouldPrintTheSchemaOfABook() {
    assertThat(run("schema", "book")).isZero();
    assertThat(out.toString()).isEqualTo(BookSchema.text());
  }

  @Test
  void shouldPrintTheSchemaOfAVenue() {
    assertThat(run("schema", "venue")).isZero();
    assertThat(out.toString()).isEqualTo(VenueFileSchema.text());
  }

  @Test
  void shouldRefuseAKindThatHasNoSchema() {
    assertThat(run("schema", "boat")).isEqualTo(2);
    assertThat(err.toString()).contains("boat");
  }
}
