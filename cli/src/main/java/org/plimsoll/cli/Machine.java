package org.plimsoll.cli;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A machine as far as Plimsoll cares.
///
/// @param environment the variables of the process
/// @param javaHome where the Java is that runs this program
/// @param temporary the folder for temporary files
/// @param work the folder in which the command was given
/// @param heapMegabytes how much memory this program may take
/// @param isTerminal whether a person sits at the other end
record Machine(
    SortedMap<String, String> environment,
    Path javaHome,
    Path temporary,
    Path work,
    long heapMegabytes,
    boolean isTerminal) {
  private static final long HEAP_MEGABYTES_MIN = 256;
  private static final long LIBRARY_MEGABYTES = 80;
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven (\\d+(\\.\\d+)*)");

  /// Something that a machine has or lacks.
  ///
  /// @param name in a word or two
  /// @param isThere whether the machine has it
  /// @param isNeeded whether Plimsoll cannot do without it
  /// @param words what was found, or what it is for and how to get it
  record Part(String name, boolean isThere, boolean isNeeded, String words) {
    /// Whether it is lacking and cannot be done without.
    boolean isMissed() {
      return isNeeded && !isThere;
    }
  }

  /// Returns the machine on which this program runs.
  static Machine here() {
    return new Machine(
        new TreeMap<>(System.getenv()),
        Path.of(System.getProperty("java.home")),
        Path.of(System.getProperty("java.io.tmpdir")),
        Path.of("").toAbsolutePath(),
        Runtime.getRuntime().maxMemory() >> 20,
        Progress.isTerminal());
  }

  /// Returns what it has and lacks, most important first.
  List<Part> parts() {
    return List.of(
        jdk(), maven(), temporaryFolder(), workFolder(), memory(), browser(), terminal());
  }

  private Part jdk() {
    boolean isThere = Files.isExecutable(javaHome.resolve("bin/javac"));
    String words = Runtime.version() + " in " + javaHome;
    return new Part(
        "JDK",
        isThere,
        true,
        isThere
            ? words
            : words + " runs programs but has no compiler; install a JDK and set JAVA_HOME");
  }

  private Part maven() {
    Optional<Path> program = program(List.of("mvn"), List.of("MAVEN_HOME", "M2_HOME"));
    if (program.isEmpty()) {
      return new Part(
          "Maven",
          false,
          true,
          "builds Plimsoll after a change; install the package maven, 3.8.7 or newer");
    }
    Optional<String> version = mavenVersion(program.get());
    boolean isNew = version.filter(Machine::isNewEnough).isPresent();
    String found = version.orElse("no working one") + " in " + program.get();
    return new Part(
        "Maven", isNew, true, isNew ? found : found + "; Plimsoll needs 3.8.7 or newer to build");
  }

  private static boolean isNewEnough(String version) {
    return Version.parse(version).compareTo(Version.parse("3.8.7")) >= 0;
  }

  private Optional<String> mavenVersion(Path program) {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-v").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = MAVEN_VERSION.matcher(said);
      return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  private Part temporaryFolder() {
    long free = temporary.toFile().getUsableSpace() >> 20;
    boolean isThere = Files.isWritable(temporary) && free >= LIBRARY_MEGABYTES;
    String words = temporary + " with " + free + " MB free";
    return new Part(
        "temporary folder",
        isThere,
        true,
        isThere
            ? words
            : words
                + "; --out needs "
                + LIBRARY_MEGABYTES
                + " MB that may be written, set -Djava.io.tmpdir in JDK_JAVA_OPTIONS");
  }

  private Part workFolder() {
    boolean isThere = Files.isWritable(work);
    return new Part(
        "work folder",
        isThere,
        false,
        isThere ? work.toString() : work + " cannot be written; give --out another place");
  }

  private Part memory() {
    boolean isThere = heapMegabytes >= HEAP_MEGABYTES_MIN;
    String words = heapMegabytes + " MB for this program";
    return new Part(
        "memory",
        isThere,
        false,
        isThere ? words : words + "; books of many thousand accounts need more");
  }

  private Part browser() {
    Optional<Path> program = program(BROWSERS, List.of());
    return new Part(
        "browser",
        program.isPresent(),
        false,
        program
            .map(Path::toString)
            .orElse("only './check --all' uses one; install the package chromium"));
  }

  private Part terminal() {
    String words = "nobody watches, so no progress is shown";
    return new Part("terminal", isTerminal, false, isTerminal ? "progress is shown" : words);
  }

  /// Looks on the search path first, and then in `bin` of the folders that variables name.
  private Optional<Path> program(List<String> names, List<String> homes) {
    List<Path> folders = new ArrayList<>();
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    homes.stream()
        .map(home -> environment.getOrDefault(home, ""))
        .filter(home -> !home.isEmpty())
        .forEach(home -> folders.add(Path.of(home, "bin")));
    return names.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
