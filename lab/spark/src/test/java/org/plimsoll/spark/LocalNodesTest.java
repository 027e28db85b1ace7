package org.plimsoll.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.SiteFailed;
import org.plimsoll.sweep.Threads;

/// A master and two workers as processes, and what a kill changes in the files of a sweep: nothing.
@Tag("workers")
class LocalNodesTest {
  private static final int RUNS = 150;

  @TempDir private static Path folder = Path.of("");

  private static LocalNodes nodes;
  private static SparkHome home;
  private static SortedMap<String, String> straight;

  /// One cluster for all: a worker that a test kills is missing in the next, which is as well.
  @BeforeAll
  static void startTheClusterAndSweepOnThreads() throws IOException {
    SmallSweep.of(RUNS, folder.resolve("threads")).run(new Threads(2), _ -> {});
    straight = SmallSweep.files(folder.resolve("threads"));
    home = TestHome.in(folder);
    nodes = LocalNodes.start(home, freePort(), 2);
  }

  @AfterAll
  static void endTheCluster() {
    nodes.close();
    assertThat(nodes.processes()).noneMatch(Process::isAlive);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private RunSite cluster() {
    return new SparkCluster(home).at(nodes.address(), 1);
  }

  @Test
  void aWorkerThatIsKilledMidwayChangesNoByte() throws IOException {
    Path there = folder.resolve("worker-killed");
    SmallSweep.of(RUNS, there)
        .run(
            cluster(),
            done -> {
              if (done.runs() == RUNS / 3) {
                nodes.processes().getLast().destroyForcibly();
              }
            });

    assertThat(nodes.processes().getLast().isAlive()).isFalse();
    assertThat(nodes.isUp()).isTrue();
    assertThat(SmallSweep.files(there)).isEqualTo(straight);
  }

  @Test
  void aDriverThatIsKilledMidwayGoesOnWithoutRepeatingARun() throws Exception {
    Path there = folder.resolve("driver-killed");
    Process driver = driver(there);
    try (var said = driver.inputReader()) {
      assertThat(said.readLine()).isEqualTo("half");
    }
    driver.destroyForcibly();
    assertThat(driver.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(there.resolve("manifest.json")).doesNotExist();
    long kept = Files.readAllLines(there.resolve("done.log")).size();
    int[] told = new int[1];
    SmallSweep.of(RUNS, there).run(cluster(), _ -> told[0]++);

    assertThat(kept).isBetween(RUNS / 2L, RUNS - 1L);
    assertThat(told[0]).isEqualTo(RUNS - (int) kept + 1);
    assertThat(SmallSweep.files(there)).isEqualTo(straight);
  }

  private Process driver(Path there) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledDriver.class.getName(),
            there.toString(),
            home.home().toString(),
            home.job().toString(),
            nodes.address())
        .redirectError(folder.resolve("driver.log").toFile())
        .start();
  }

  @Test
  void whoDoesNotKnowTheWordIsNotObeyed() throws IOException {
    int port = Integer.parseInt(nodes.address().replaceFirst(".*:", ""));
    SparkHome elsewhere = new SparkHome(folder.resolve("elsewhere"), home.job());
    RunSite site = new SparkCluster(elsewhere).at("spark://127.0.0.1:" + port, 1);

    assertThatThrownBy(() -> SmallSweep.of(2, folder.resolve("stranger")).run(site, _ -> {}))
        .isInstanceOf(SiteFailed.class);
    assertThat(nodes.isUp()).isTrue();
  }

  @Test
  void aPortThatIsTakenIsSaidToBeSo() {
    int port = Integer.parseInt(nodes.address().replaceFirst(".*:", ""));

    assertThatThrownBy(() -> LocalNodes.start(home, port, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + port + " is taken");
  }

  /// Sweeps until it is killed half way.
  static final class KilledDriver {
    private KilledDriver() {}

    public static void main(String[] arguments) throws IOException {
      SparkHome home = new SparkHome(Path.of(arguments[1]), Path.of(arguments[2]));
      SmallSweep.of(RUNS, Path.of(arguments[0]))
          .run(
              new SparkCluster(home).at(arguments[3], 1),
              done -> {
                if (done.runs() == RUNS / 2) {
                  System.out.println("half");
                }
                if (done.runs() >= RUNS / 2) {
                  waitForTheKill();
                }
              });
    }

    private static void waitForTheKill() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
