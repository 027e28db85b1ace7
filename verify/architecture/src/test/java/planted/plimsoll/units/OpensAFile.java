package planted.plimsoll.units;

import java.nio.file.Files;
import java.nio.file.Path;

final class OpensAFile {
  boolean isThere() {
    return Files.exists(Path.of("there"));
  }
}
