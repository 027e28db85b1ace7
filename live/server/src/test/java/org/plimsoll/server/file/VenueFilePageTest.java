package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference page of venue files says what the source says. `-Dplimsoll.write-pages=true`
/// writes it.
class VenueFilePageTest {
  private static final Path PAGE = Path.of("../../docs/reference/venue-file.md");

  @Test
  void shouldBeThePageThatTheRecordsMake() throws IOException {
    String page = VenueFilePage.text();
    if (Boolean.getBoolean("plimsoll.write-pages")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
