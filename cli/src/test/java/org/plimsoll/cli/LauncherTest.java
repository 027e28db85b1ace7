package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs copies of the real scripts on a machine that lacks something: an empty home, and a PATH
/// with nothing on it but the system's small tools.
class LauncherTest {
  private static final List<String> SMALL_TOOLS =
      List.of(
          "awk",
          "cat",
          "cp",
          "dirname",
          "find",
          "grep",
          "head",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tr",
          "uname");

  @TempDir private Path machine;

  private record Outcome(int exitCode, String output) {}

  @BeforeEach
  void copyTheScriptsOntoABareMachine() throws IOException {
    Path root = repositoryRoot();
    Files.createDirectories(machine.resolve("clone/tools"));
    Files.createDirectories(machine.resolve("bin"));
    Files.createDirectories(machine.resolve("home"));
    for (String script : List.of("plimsoll", "check", "pom.xml")) {
      Files.copy(root.resolve(script), machine.resolve("clone").resolve(script));
    }
    try (Stream<Path> scripts = Files.list(root.resolve("tools"))) {
      for (Path script : scripts.toList()) {
        Files.copy(script, machine.resolve("clone/tools").resolve(script.getFileName()));
      }
    }
    for (String tool : SMALL_TOOLS) {
      for (Path directory : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        Path link = machine.resolve("bin").resolve(tool);
        if (Files.isExecutable(directory.resolve(tool)) && !Files.exists(link)) {
          Files.createSymbolicLink(link, directory.resolve(tool));
        }
      }
    }
  }

  private static Path repositoryRoot() {
    Path here = Path.of("").toAbsolutePath();
    return IntStream.rangeClosed(0, here.getNameCount())
        .mapToObj(up -> here.resolve("../".repeat(up)).normalize())
        .filter(directory -> Files.isRegularFile(directory.resolve("plimsoll")))
        .findFirst()
        .orElseThrow();
  }

  private void requireJava(String release) throws IOException {
    Path pom = machine.resolve("clone/pom.xml");
    String text = Files.readString(pom);
    Files.writeString(
        pom,
        text.replaceFirst(
            "<maven.compiler.release>\\d+<", "<maven.compiler.release>" + release + "<"));
  }

  private ProcessBuilder command(String script, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "clone/" + script);
    builder.command().addAll(List.of(arguments));
    builder.directory(machine.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private Outcome run(String script, String... arguments) throws IOException, InterruptedException {
    return outcome(command(script, arguments));
  }

  private static Outcome outcome(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  /// Makes the clone look like one that has built this very program, whose jars are links.
  private void takeThisProgramForTheBuild() throws IOException {
    Path app = Files.createDirectories(machine.resolve("clone/.plimsoll/app.1"));
    List<String> links = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String link = Integer.toString(links.size());
      Files.createSymbolicLink(app.resolve(link), Path.of(entry).toAbsolutePath());
      links.add(link);
    }
    Files.write(app.resolve("class-path"), links);
    Files.write(app.resolveSibling("stamp"), List.of(app.toRealPath().toString()));
  }

  @Test
  void shouldEndWithFiveWhenTheProgramItStartedIsStopped() throws Exception {
    takeThisProgramForTheBuild();
    Process process = command("plimsoll", "assess", "-").start();
    process.getOutputStream().write(InterruptionTest.BEGINNING_OF_A_BOOK);
    process.getOutputStream().flush();
    process.toHandle().destroy();
    assertThat(process.getInputStream()).asString(StandardCharsets.UTF_8).contains("stopped");
    assertThat(process.waitFor()).isEqualTo(ExitCode.STOPPED.number());
  }

  @Test
  void shouldFindAShippedBookBesideAFolderOfItsName() throws Exception {
    takeThisProgramForTheBuild();
    Files.createDirectory(machine.resolve("healthy-exchange"));
    Outcome outcome = run("plimsoll", "assess", "healthy-exchange");
    assertThat(outcome.output()).startsWith("The books balance, and harbor is sound");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.SOUND.number());
  }

  @Test
  void shouldStartWhereFoldersHaveASearchPath() throws Exception {
    takeThisProgramForTheBuild();
    ProcessBuilder command = command("plimsoll", "version");
    command.environment().put("CDPATH", machine.toString());
    assertThat(outcome(command).exitCode()).isEqualTo(ExitCode.SOUND.number());
  }

  @Test
  void shouldNameWhatIsMissingToSomebodyWithoutAHome() throws Exception {
    requireJava("999");
    ProcessBuilder command = command("plimsoll", "version");
    command.environment().remove("HOME");
    assertThat(outcome(command).output()).startsWith("plimsoll: needs a JDK of release 999");
  }

  @Test
  void shouldNameTheJdkItNeedsAndTheOnesItFound() throws Exception {
    requireJava("999");
    Outcome outcome = run("plimsoll", "--help");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.output())
        .startsWith("plimsoll: needs a JDK of release 999 or newer, and found ")
        .contains("25 in " + System.getProperty("java.home"), "JAVA_HOME", "/usr/lib/jvm");
  }

  @Test
  void shouldNameMavenWhenThereIsNone() throws Exception {
    Outcome outcome = run("plimsoll", "--help");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.output())
        .startsWith("plimsoll: needs Maven 3.8.7 or newer to build, and found none.")
        .contains("Install", "mvn on PATH");
    assertThat(machine.resolve("clone/.plimsoll")).doesNotExist();
  }

  @Test
  void shouldNameAMavenThatIsTooOld() throws Exception {
    Path old = machine.resolve("bin/mvn");
    Files.writeString(old, "#!/bin/sh\necho Apache Maven 3.6.3\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Outcome outcome = run("plimsoll", "--help");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.output()).contains("found 3.6.3 in " + old);
  }

  @Test
  void shouldNotCheckAllWithoutTheSystemPackagesItNeeds() throws Exception {
    Outcome outcome = run("check", "--all");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.output())
        .startsWith("check: --all needs more from the system, and did not find: chromium")
        .contains("apt-get install");
  }

  @Test
  void shouldRefuseToCheckAModuleThatIsNotThere() throws Exception {
    Outcome outcome = run("check", "core/unitz");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.output()).contains("no module core/unitz", "core/units");
  }
}
