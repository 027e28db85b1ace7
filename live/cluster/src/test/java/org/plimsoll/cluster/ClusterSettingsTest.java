package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {
  @TempDir private Path directory;

  private ClusterSettings read(String text) throws IOException {
    return ClusterSettings.read(Files.writeString(directory.resolve("cluster.conf"), text));
  }

  @Test
  void shouldReadWhatItWrites() throws IOException {
    ClusterSettings settings = ClusterSettings.local(3, 9_000, Path.of("some", "where"));
    assertThat(read(settings.text())).isEqualTo(settings);
  }

  @Test
  void shouldBeContentWithTheNodes() throws IOException {
    ClusterSettings settings = read("# three\nmembers = a:9000, b:9000, c:9000\n");
    assertThat(settings.members()).hasSize(3);
    assertThat(settings.ingress()).isEqualTo("0=a:9000,1=b:9000,2=c:9000");
    assertThat(settings.heartbeatMs()).isEqualTo(2_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          data = x                                  | it does not say 'members
          members = a:9000, b:9000                  | members: a cluster has 1, 3, 5 or 7
          members = a:9000, a:9003, c:9000          | two nodes would use a:9003
          members = a                               | 'a' is not HOST:PORT
          members = a:65535                         | 65535 is no port with four more behind it
          members = a:9000;tick-ms = 5              | tick-ms: 5 is not within 10 to 60000
          members = a:9000;tick-ms = soon           | tick-ms: 'soon' is no number
          members = a:9000;sync = maybe             | sync: is neither yes nor no
          members = a:9000;speed = 9                | 'speed' means nothing here
          members = a:9000;members = b:9000         | line 2: 'members' was said before
          members = a:9000;hello                    | line 2: is not 'name = value'
          """)
  void shouldSayWhatIsWrong(String text, String words) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
