package org.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.architecture.SourceOutline.Declaration;

/// How long the sources are, and whether they say what they are.
class SourcesTest {
  private static final Path ROOT = Sources.root();

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static List<Declaration> shipped() throws IOException {
    List<Path> files =
        Sources.all().stream().filter(file -> name(file).contains("/src/main/")).toList();
    return SourceOutline.of(files);
  }

  @Test
  void shouldLetNothingGrowPastItsLimit() throws IOException {
    SortedMap<String, Integer> files = new TreeMap<>();
    SortedMap<String, Integer> methods = new TreeMap<>();
    List<Path> sources = Sources.all();
    for (Path file : sources) {
      files.put(name(file), Files.readAllLines(file).size());
    }
    for (Declaration declared : SourceOutline.of(sources)) {
      if (declared.isMethod()) {
        String place = name(declared.file()) + "#" + declared.name().replaceFirst(".*#", "");
        methods.merge(place, declared.lines(), Integer::max);
      }
    }
    Path list = ROOT.resolve("verify/architecture/size-ratchet.txt");
    Map<String, Integer> listedFiles = SizeRatchet.parse(Files.readAllLines(list));
    SortedMap<String, Integer> listedMethods = new TreeMap<>(listedFiles);
    listedFiles.keySet().removeIf(entry -> entry.contains("#"));
    listedMethods.keySet().removeIf(entry -> !entry.contains("#"));
    List<String> complaints = new ArrayList<>();
    complaints.addAll(SizeRatchet.FILES.complaints(files, listedFiles));
    complaints.addAll(SizeRatchet.METHODS.complaints(methods, listedMethods));
    assertThat(complaints).as("complaints under %s", name(list)).isEmpty();
  }

  @Test
  void shouldDocumentEveryPublicType() throws IOException {
    assertThat(shipped())
        .filteredOn(declared -> !declared.isMethod() && declared.isPublic())
        .filteredOn(declared -> !declared.isDocumented())
        .extracting(declared -> name(declared.file()) + " " + declared.name())
        .as("public types that do not say what they are; start with a /// sentence")
        .isEmpty();
  }

  @Test
  void shouldDocumentEveryPublicMethodOfTheCore() throws IOException {
    assertThat(shipped())
        .filteredOn(declared -> name(declared.file()).startsWith("core/"))
        .filteredOn(declared -> declared.isMethod() && declared.isPublic())
        .filteredOn(declared -> !declared.isDocumented() && !declared.isOverride())
        // A method that is told of a command or an event: the record of that name documents it.
        .filteredOn(declared -> !declared.name().matches(".*#on[A-Z]\\w+"))
        .extracting(declared -> name(declared.file()) + " " + declared.name())
        .as("public methods of the core without a /// sentence on units, bounds and errors")
        .isEmpty();
  }

  @Test
  void shouldRunEveryTest() throws IOException {
    List<String> unseen = new ArrayList<>();
    for (Path file : Sources.all()) {
      String text = Files.readString(file);
      boolean hasTests = text.contains("\n  @Test\n") && !text.contains("\nabstract class ");
      if (hasTests && !name(file).matches(".*(Test|Laws)\\.java")) {
        unseen.add(name(file));
      }
    }
    assertThat(unseen)
        .as("Maven runs what is called ...Test or ...Laws, and nothing else")
        .isEmpty();
  }
}
