package org.plimsoll.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.sweep.RunFailed;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.SiteFailed;
import org.plimsoll.sweep.SoFar;
import org.plimsoll.sweep.Threads;
import org.plimsoll.sweep.Variation;

/// Spark in this process.
class SparkSiteTest {
  private static final int RUNS = 70;

  @TempDir private Path folder;

  private RunSite spark() {
    return new SparkCluster(new SparkHome(folder, folder)).at("local", 2);
  }

  @Test
  void aSweepOnSparkIsTheSweepOnThreadsByteForByte() throws IOException {
    List<SoFar> told = new ArrayList<>();
    String summary = SmallSweep.of(RUNS, folder.resolve("spark")).run(spark(), told::add);

    assertThat(SmallSweep.of(RUNS, folder.resolve("threads")).run(new Threads(2), _ -> {}))
        .isEqualTo(summary);
    assertThat(SmallSweep.files(folder.resolve("spark")))
        .isEqualTo(SmallSweep.files(folder.resolve("threads")))
        .containsKeys("runs-000000.parquet", "runs-000001.parquet", "manifest.json");
    assertThat(told).hasSize(RUNS + 1).extracting(SoFar::runs).startsWith(0, 1, 2).endsWith(RUNS);
    assertThat(told.subList(1, RUNS + 1)).noneMatch(soFar -> soFar.bands().isEmpty());
  }

  @Test
  void aSweepThatWasStoppedGoesOnOnSpark() throws IOException {
    Path there = folder.resolve("stopped");
    RunSite half =
        (runs, missing, keeper) -> {
          new Threads(1).run(runs, missing.subList(0, RUNS / 2), keeper);
          throw new IOException("stopped here");
        };
    assertThatThrownBy(() -> SmallSweep.of(RUNS, there).run(half, _ -> {}))
        .hasMessage("stopped here");
    List<SoFar> told = new ArrayList<>();
    SmallSweep.of(RUNS, there).run(spark(), told::add);

    SmallSweep.of(RUNS, folder.resolve("threads")).run(new Threads(2), _ -> {});
    assertThat(SmallSweep.files(there)).isEqualTo(SmallSweep.files(folder.resolve("threads")));
    assertThat(told).hasSize(RUNS - RUNS / 2 + 1).extracting(SoFar::runs).startsWith(RUNS / 2);
  }

  @Test
  void aRunThatFailsIsNamedAndEndsTheSweep() {
    Path there = folder.resolve("failed");
    Variation beyond = new Variation("agents.quick-maker.ladder.half-spread", -1, 0.5);

    assertThatThrownBy(() -> SmallSweep.of(RUNS, there, beyond).run(spark(), _ -> {}))
        .isInstanceOf(RunFailed.class)
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("; to see it again: ./plimsoll simulate first-market");
    assertThat(Files.exists(there.resolve("manifest.json"))).isFalse();
  }

  @Test
  void aClusterThatIsNotThereIsSaidToBeSo() {
    RunSite nowhere = new SparkCluster(new SparkHome(folder, folder)).at("spark://127.0.0.1:1", 1);

    assertThatThrownBy(() -> SmallSweep.of(2, folder.resolve("none")).run(nowhere, _ -> {}))
        .isInstanceOf(SiteFailed.class)
        .hasMessageContaining("nobody answers at spark://127.0.0.1:1");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    for (String text :
        List.of(
            "", "locally", "spark://", "spark://host", "http://host:7077", "spark://host:99999")) {
      assertThatThrownBy(() -> SparkAddress.of(text, 1))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("give local, or spark://HOST:PORT");
    }
    assertThat(SparkAddress.of("spark://host:7077", 1))
        .isEqualTo(new SparkAddress.Master("host", 7077));
  }
}
