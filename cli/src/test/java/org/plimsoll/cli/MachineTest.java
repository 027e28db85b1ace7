package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir private Path folder;

  private final SortedMap<String, String> environment = new TreeMap<>();

  private Machine bare() {
    return new Machine(
        environment, folder, folder.resolve("none"), folder.resolve("none"), 64, false);
  }

  private Machine.Part part(String name) {
    return bare().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Path program(String place, String text) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void shouldLackEverythingOnABareMachine() {
    List<Machine.Part> parts = bare().parts();
    assertThat(parts).noneMatch(Machine.Part::isThere);
    assertThat(parts.stream().filter(Machine.Part::isMissed).map(Machine.Part::name))
        .containsExactly("JDK", "Maven", "temporary folder");
  }

  @Test
  void shouldTakeAMavenThatIsNewEnough() throws IOException {
    Path maven = program("bin/mvn", "echo 'Apache Maven 3.10.0 (abc)'");
    environment.put("PATH", folder.resolve("bin").toString());
    assertThat(part("Maven").isThere()).isTrue();
    assertThat(part("Maven").words()).isEqualTo("3.10.0 in " + maven);
  }

  @Test
  void shouldRefuseAMavenThatIsTooOldOrBroken() throws IOException {
    environment.put("MAVEN_HOME", folder.toString());
    Path maven = program("bin/mvn", "echo 'Apache Maven 3.8.6'");
    assertThat(part("Maven").isMissed()).isTrue();
    assertThat(part("Maven").words()).startsWith("3.8.6 in " + maven).contains("3.8.7");
    program("bin/mvn", "exit 1");
    assertThat(part("Maven").words()).startsWith("no working one in " + maven);
  }

  @Test
  void shouldFindTheBrowserThatTheChecksUse() throws IOException {
    environment.put("PATH", "::" + folder);
    Path browser = program("google-chrome", "exit 0");
    assertThat(part("browser").words()).isEqualTo(browser.toString());
    Path first = program("chromium", "exit 0");
    assertThat(part("browser").words()).isEqualTo(first.toString());
  }

  @Test
  void shouldFindTheJdkThatRunsThisTest() {
    StringWriter out = new StringWriter();
    int exitCode =
        Plimsoll.run(new String[] {"doctor"}, new PrintWriter(out), new PrintWriter(out));
    assertThat(out.toString())
        .startsWith("has    JDK               " + Runtime.version() + " in ")
        .contains("lacks  terminal ");
    boolean isWell = Machine.here().parts().stream().noneMatch(Machine.Part::isMissed);
    assertThat(exitCode).isEqualTo(isWell ? 0 : 2);
  }
}
