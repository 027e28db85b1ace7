package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepVerbTest {
  private static final String SCENARIO = "first-market";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int sweep(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "sweep";
    arguments[1] = SCENARIO;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void shouldSweepAndGoOnIntoTheSameFolder() throws Exception {
    String where = folder.resolve("swept").toString();
    assertThat(sweep("--runs", "3", "--out", where)).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("Figure");
    String runs = Files.readString(folder.resolve("swept/runs.csv"));
    assertThat(runs.lines()).hasSize(4);
    assertThat(runs).contains("./plimsoll simulate " + SCENARIO + " --profile coarse --seed 3");
    String first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(sweep("--runs", "3", "--out", where, "--threads", "1")).isZero();
    assertThat(out).hasToString(first);
  }

  @Test
  void shouldStopEachRunWhereItIsToldAndSimulateNothingThatComesLater() throws Exception {
    String until = Files.readString(Path.of("scenarios", SCENARIO + ".yaml"));
    String start = until.replaceAll("(?s).*\\nstart: (\\d{4}-\\d\\d-\\d\\d).*", "$1");
    String where = folder.resolve("cut").toString();
    String end = start + "T06:00:00Z";
    assertThat(sweep("--runs", "1", "--until", end, "--out", where)).as(err.toString()).isZero();
    String runs = Files.readString(folder.resolve("cut/runs.csv"));
    assertThat(runs).contains("--until " + end + " --seed 1");
    assertThat(sweep("--runs", "1", "--until", "1999-01-01", "--out", where)).isEqualTo(4);
    assertThat(err.toString()).contains("--until 1999-01-01T00:00:00Z is outside the scenario");
  }

  @Test
  void shouldRefuseAFolderOfAnotherSweep() throws Exception {
    Files.writeString(folder.resolve("plan.json"), "{}");
    assertThat(sweep("--runs", "1", "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("holds a sweep of a plan of no version");
  }

  @Test
  void shouldRefuseAPlanOfAnotherVersion() throws Exception {
    String where = folder.resolve("newer").toString();
    assertThat(sweep("--runs", "1", "--out", where)).isZero();
    Path plan = folder.resolve("newer/plan.json");
    Files.writeString(
        plan, Files.readString(plan).replaceFirst("\"version\" : 1", "\"version\" : 2"));
    assertThat(sweep("--runs", "1", "--out", where)).isEqualTo(2);
    assertThat(err.toString())
        .contains("holds a sweep of a plan of version 2; known is version 1, as its plan.json");
  }

  @Test
  void shouldNameInItsManifestALineThatGivesTheSweepAgain() throws Exception {
    String where = folder.resolve("with 'marks'").toString();
    assertThat(sweep("--runs", "1", "--set", "seed=3", "--out", where)).isZero();
    assertThat(Files.readString(Path.of(where, "manifest.json")))
        .contains("\"command\" : \"./plimsoll sweep " + SCENARIO + " --profile coarse --runs 1")
        .contains("--set seed=3 --out '" + where.replace("'", "'\\\\''") + "'\"");
  }

  @Test
  void shouldRefuseAPathThatLeadsNowhere() {
    assertThat(sweep("--runs", "1", "--vary", "no.such.path=0..1", "--out", folder.toString()))
        .isEqualTo(4);
    assertThat(err.toString()).contains("no.such.path");
  }

  @Test
  void shouldRefuseWhatIsNoRange() {
    assertThat(sweep("--runs", "1", "--vary", "seed=2..1", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--vary seed=2..1 is no PATH=A..B");
  }

  @Test
  void shouldGiveARunAgainByItsLine() throws Exception {
    String where = folder.resolve("varied").toString();
    sweep(
        "--runs",
        "2",
        "--vary",
        "agents.quick-maker.ladder.half-spread=0.001..0.002",
        "--out",
        where);
    String row = Files.readAllLines(folder.resolve("varied/runs.csv")).getLast();
    String line = row.substring(row.indexOf("plimsoll simulate ") + "plimsoll ".length());
    out.getBuffer().setLength(0);
    Plimsoll.run(line.split(" "), new PrintWriter(out), new PrintWriter(err));
    String hash = row.split(",")[row.split(",").length - 2];
    assertThat(out.toString()).as(line).contains("State at the end " + hash + ".");
  }

  private int sobol(String frontier) {
    return sweep(
        "--runs",
        "8",
        "--sampling",
        "sobol",
        "--vary",
        "agents.quick-maker.ladder.half-spread=0.0002..0.002",
        "--frontier",
        frontier,
        "--out",
        folder.resolve("sobol").toString());
  }

  @Test
  void shouldSayHowMuchEachSettingMattersAndWhichRunsAreBest() throws Exception {
    assertThat(sobol("last_spread=least,last_volume=most")).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern("Figure +Setting +Alone +\\+- +In all +\\+-")
        .containsPattern("last_spread +agents\\.quick-maker\\.ladder\\.half-spread")
        .containsPattern("run +seed +set_agents_quick_maker_ladder_half_spread +last_volume");
    assertThat(Files.readAllLines(folder.resolve("sobol/frontier.csv"))).hasSizeGreaterThan(1);
    assertThat(sobol("depth=most")).isEqualTo(2);
    assertThat(err.toString()).contains("--frontier: no run has a figure 'depth'; there are run,");
  }

  @Test
  void shouldRefuseAFrontierOfWhatIsNoAim() {
    assertThat(sweep("--runs", "1", "--frontier", "hole=best", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--frontier hole=best is no FIGURE=least or FIGURE=most");
  }

  @Test
  void shouldSayThatSparkIsNotHere() {
    assertThat(sweep("--runs", "1", "--on", "local", "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("Apache Spark is not here; './plimsoll', from a clone");
    String[] up = {"spark", "up", "--workers", "0"};
    assertThat(Plimsoll.run(up, new PrintWriter(out), new PrintWriter(err))).isEqualTo(2);
    assertThat(err.toString()).contains("--workers must be 1 to 256");
    String[] alone = {"spark"};
    assertThat(Plimsoll.run(alone, new PrintWriter(out), new PrintWriter(err))).isEqualTo(2);
  }
}
