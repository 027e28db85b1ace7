package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.Weather;

class TrialsPageTest {
  @Test
  void shouldNameEveryPromiseMarkAndWeather() throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/trials.md"));
    List<String> names =
        Stream.<Enum<?>[]>of(Promise.values(), Mark.values(), Weather.values())
            .flatMap(Arrays::stream)
            .map(name -> "`" + name.name() + "`")
            .toList();
    assertThat(page).contains(names);
  }
}
