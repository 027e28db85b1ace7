package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKilledTest {
  /// The last commands of a part may change no row; they count as kept, and how far the store is
  /// was noted with the last rows before them.
  private static final int WITHOUT_ROWS_MAX = 3;

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir private Path directory;

  @Test
  void aStoreWhoseProcessWasKilledGoesOnWhereItWas() throws Exception {
    String once = url("once");
    String killed = url("killed");
    tell(once);
    for (int told : new int[] {2_500, 5_000}) {
      assertThat(killAfter(killed, told)).isZero();
      long position = Dump.number(killed, "SELECT sequence FROM progress");
      assertThat(position).isBetween((long) told / 2 - WITHOUT_ROWS_MAX, (long) told);
      assertThat(Dump.number(killed, "SELECT MAX(sequence) FROM transfers"))
          .isLessThanOrEqualTo(position);
    }
    tell(killed);
    assertThat(Dump.of(killed)).isNotEmpty().isEqualTo(Dump.of(once));
  }

  private static void tell(String url) {
    try (Store store = Store.open(url)) {
      new Teller(store).tell(ToldAndKilled.history()).live();
      assertThat(store.trouble()).isEmpty();
    }
  }

  private static int killAfter(String url, int told) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            CLASS_PATH,
            ToldAndKilled.class.getName(),
            url,
            Integer.toString(told))
        .redirectErrorStream(true)
        .redirectOutput(new File("/dev/null"))
        .start()
        .waitFor();
  }

  private String url(String name) {
    return "jdbc:sqlite:" + directory.resolve(name + ".db");
  }
}
