package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every command that the documentation shows and compares what it prints.
///
/// In a `console` block, a line that begins with `$ ./plimsoll` is run, what follows is the output
/// that it must have, `...` stands for any lines, and `$ echo $?` for the exit code.
class DocumentationTest {
  private static final String PROMPT = "$ ";
  private static final String PROGRAM = "$ ./plimsoll";

  private record Session(String page, int line, List<String> lines) {}

  /// A journal is never written over and a sweep not done twice, so those of the last run must go.
  @BeforeAll
  static void deleteWhatTheLastRunWrote() throws IOException {
    for (Path folder : List.of(Path.of("target/journals"), Path.of("target/sweeps"))) {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatThePageSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (Session session : sessions(page)) {
        String name = session.page() + ":" + session.line();
        tests.add(DynamicTest.dynamicTest(name, () -> run(session)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      java.util.regex.Matcher links =
          java.util.regex.Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)")
              .matcher(Files.readString(page));
      while (links.find()) {
        String target = links.group(1);
        boolean isOutside = target.startsWith("http");
        if (!isOutside && !Files.exists(page.resolveSibling(target))) {
          broken.add(page + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noCommandIsShownWithoutBeingRun() throws IOException {
    List<String> hidden = new ArrayList<>();
    for (Path page : pages()) {
      boolean inConsole = false;
      for (String line : Files.readAllLines(page)) {
        inConsole = line.startsWith("```") ? line.equals("```console") : inConsole;
        if (!inConsole && line.strip().matches("(\\$ )?\\./plimsoll( .*)?")) {
          hidden.add(page + ": " + line);
        }
      }
    }
    assertThat(hidden).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<Session> sessions(Path page) throws IOException {
    List<Session> sessions = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```console")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        sessions.add(new Session(page.toString(), i + 1, lines.subList(i + 1, end)));
        i = end;
      }
    }
    return sessions;
  }

  private static void run(Session session) {
    int exitCode = 0;
    List<String> lines = session.lines();
    for (int i = 0; i < lines.size(); ) {
      int next = i + 1;
      while (next < lines.size() && !lines.get(next).startsWith(PROMPT)) {
        next++;
      }
      String command = lines.get(i);
      List<String> expected = lines.subList(i + 1, next);
      if (command.equals("$ echo $?")) {
        assertThat(expected).containsExactly(Integer.toString(exitCode));
      } else if (command.startsWith(PROGRAM)) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        exitCode = Plimsoll.run(arguments(command), writer, writer);
        assertThat(output.toString().stripTrailing()).matches(pattern(expected));
      }
      i = next;
    }
  }

  private static String[] arguments(String command) {
    String arguments = command.substring(PROGRAM.length()).strip();
    return arguments.isEmpty() ? new String[0] : arguments.split(" +", -1);
  }

  private static String pattern(List<String> expected) {
    List<String> lines = new ArrayList<>();
    for (String line : expected) {
      lines.add(line.equals("...") ? "[\\s\\S]*" : java.util.regex.Pattern.quote(line));
    }
    return String.join("\n", lines).stripTrailing();
  }
}
