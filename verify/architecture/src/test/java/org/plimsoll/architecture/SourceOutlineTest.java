package org.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.architecture.SourceOutline.Declaration;

class SourceOutlineTest {
  private static final String SOURCE =
      """
      /// Documented.
      public class Outer {
        /** Documented the old way. */
        public void first() {
          run();
        }

        public void second() {}

        @Override
        public String toString() {
          return "";
        }

        public interface Inner {
          void third();
        }

        static class Hidden {
          public void fourth() {}
        }
      }
      """;

  @TempDir private Path directory;

  private List<Declaration> outline() throws IOException {
    return SourceOutline.of(List.of(Files.writeString(directory.resolve("Outer.java"), SOURCE)));
  }

  @Test
  void shouldMeasureTypesAndMethods() throws IOException {
    assertThat(outline())
        .extracting(declared -> declared.name() + " " + declared.lines())
        .containsExactly(
            "Outer 21",
            "Outer#first 3",
            "Outer#second 1",
            "Outer#toString 4",
            "Outer.Inner 3",
            "Outer.Inner#third 1",
            "Outer.Hidden 3",
            "Outer.Hidden#fourth 1");
  }

  @Test
  void shouldTellWhatIsPublicWithoutBeingDocumented() throws IOException {
    assertThat(outline())
        .filteredOn(
            declared -> declared.isPublic() && !declared.isDocumented() && !declared.isOverride())
        .extracting(Declaration::name)
        .containsExactly("Outer#second", "Outer.Inner", "Outer.Inner#third");
  }
}
