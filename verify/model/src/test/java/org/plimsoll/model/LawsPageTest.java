package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawsPageTest {
  @Test
  void shouldListEveryLawOnItsPage() throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/laws.md"));
    String table = page.substring(page.indexOf("| law |"), page.indexOf("`./check` runs"));
    List<String> names =
        table
            .lines()
            .skip(2)
            .filter(l -> l.startsWith("|"))
            .map(l -> l.split("\\|", -1)[1].strip())
            .toList();
    assertThat(names).containsExactlyElementsOf(VenueLaws.all().stream().map(Law::name).toList());
  }
}
