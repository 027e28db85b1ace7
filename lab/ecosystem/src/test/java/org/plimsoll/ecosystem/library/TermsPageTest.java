package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference page of agents says what the source says. `-Dplimsoll.write-pages=true` writes it.
class TermsPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/agents.md");

  @Test
  void shouldBeThePageThatTheKindsMake() throws IOException {
    String page = TermsPage.of(AgentCatalog.kinds());
    if (Boolean.getBoolean("plimsoll.write-pages")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
