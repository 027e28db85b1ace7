package org.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote beside this class. A file and not the jar's manifest, so that
/// the answer is the same when the program runs from class directories, as it does in tests.
final class Version implements IVersionProvider {
  /// The version of this program, such as `0.1.0-SNAPSHOT`.
  static String current() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(file, "version.properties is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(properties.getProperty("version"), "no version in its file");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"plimsoll " + current()};
  }
}
