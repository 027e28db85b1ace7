package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of shared memory, in the place where it is.
class DriverDirectoryTest {
  private final Path mine = Path.of(DriverDirectory.named("test-" + UUID.randomUUID()));

  @Test
  void shouldKeepWhatIsUsedAndDeleteWhatIsLeftBehind() throws Exception {
    Path stranded = Path.of(DriverDirectory.named("test-" + UUID.randomUUID()));
    Files.createDirectories(stranded.resolve("publications"));
    Files.writeString(stranded.resolve("plimsoll.lock"), "nodes/node-7");
    assertThat(found(stranded))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.isStranded()).isTrue();
          assertThat(each.owner()).isEqualTo("nodes/node-7");
        });

    try (DriverDirectory directory = launch(mine)) {
      assertThat(directory).isNotNull();
      assertThat(stranded).doesNotExist();
      assertThat(found(mine)).singleElement().matches(DriverDirectory.Found::isUsed);
      Path other = Path.of(DriverDirectory.named("test-" + UUID.randomUUID()));
      launch(other).close();
      assertThat(mine).exists();
      assertThat(found(other)).singleElement().matches(DriverDirectory.Found::isStranded);
    }
    launch(Path.of(DriverDirectory.named("test-" + UUID.randomUUID()))).close();
    assertThat(mine).doesNotExist();
  }

  @Test
  void shouldLeaveAloneWhatNobodyHasClaimed() throws Exception {
    Path unclaimed = Path.of(DriverDirectory.named("test-" + UUID.randomUUID()));
    Files.createDirectories(unclaimed);
    try (DriverDirectory directory = launch(mine)) {
      assertThat(directory).isNotNull();
      assertThat(found(unclaimed)).singleElement().matches(each -> !each.isStranded());
    } finally {
      Files.delete(unclaimed);
    }
  }

  private static DriverDirectory launch(Path path) throws Exception {
    return DriverDirectory.launch(path.toString(), "test", () -> path.toFile().mkdirs());
  }

  private static List<DriverDirectory.Found> found(Path path) throws Exception {
    return DriverDirectory.all().stream().filter(each -> each.path().equals(path)).toList();
  }
}
