package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verb refuses, and what the doctor says. That nodes run is tested where they live.
class ClusterVerbTest {
  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  private String config(String text) throws IOException {
    return Files.writeString(directory.resolve("cluster.conf"), text).toString();
  }

  @Test
  void shouldAskForOneWayToRun() {
    assertThat(run("cluster")).isEqualTo(2);
    assertThat(err.toString()).contains("--nodes N tries it on this machine");
  }

  @Test
  void shouldRefuseAnEvenNumberOfNodes() {
    assertThat(run("cluster", "--nodes", "2", "--data", directory.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("a cluster has 1, 3, 5 or 7, and these are 2");
  }

  @Test
  void shouldNotChangeTheNumberOfNodes() throws IOException {
    config("members = a:9000");
    assertThat(run("cluster", "--nodes", "3", "--data", directory.toString())).isEqualTo(4);
    assertThat(err.toString()).contains("has 1 nodes; a cluster keeps its number");
  }

  @Test
  void shouldNameTheLineOfAFileThatMakesNoSense() throws IOException {
    String file = config("members = a:9000\nspeed\n");
    assertThat(run("cluster", "--config", file, "--status")).isEqualTo(4);
    assertThat(err.toString()).isEqualTo(file + ": line 2: is not 'name = value'\n");
  }

  @Test
  void shouldAskWhichNode() throws IOException {
    String file = config("members = a:9000, b:9000, c:9000");
    assertThat(run("cluster", "--config", file, "--node", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("they are 0 to 2");
  }

  @Test
  void shouldSayThatThereIsNoLog() throws IOException {
    String file = config("members = a:9000\ndata = " + directory);
    assertThat(run("cluster", "--config", file, "--node", "0", "--replay")).isEqualTo(4);
    assertThat(err.toString()).contains("there is no log");
  }

  @Test
  void shouldSayOfEachNodeWhetherItRuns() throws IOException {
    Files.createDirectories(directory.resolve("node-0").resolve("archive"));
    run("doctor", "--cluster", directory.toString());
    assertThat(out.toString()).containsPattern("has    node-0 +does not run");
  }
}
