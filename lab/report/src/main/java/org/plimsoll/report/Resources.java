package org.plimsoll.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files that the jars hold.
final class Resources {
  private Resources() {}

  /// Returns the text of a resource with the line ends that a browser hashes it with.
  ///
  /// @param name beside this class, or from the root where it begins with a slash
  /// @throws IllegalStateException if there is no such resource
  static String text(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is in no jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
