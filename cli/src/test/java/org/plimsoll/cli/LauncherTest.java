package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Outcome run(String script, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "clone/" + script);
    builder.command().addAll(List.of(arguments));
    builder.directory(machine.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
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
