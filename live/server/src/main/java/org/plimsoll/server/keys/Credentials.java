package org.plimsoll.server.keys;

import java.util.Optional;
import java.util.function.Function;

/// What a request says of its sender, as it was sent.
///
/// @param key the text of a key; empty if none was sent
/// @param timestamp milliseconds since 1970, in decimal; empty if none was sent
/// @param signature 64 hexadecimal digits in lower case; empty if none was sent
/// @param subaccount the name of a subaccount, URI-encoded in a header and plain in a login; absent
///   or empty for the main account
public record Credentials(
    String key, String timestamp, String signature, Optional<String> subaccount) {
  /// Returns what the headers of a request say.
  ///
  /// @param header the value of a header by its name in small letters
  public static Credentials of(Function<String, Optional<String>> header) {
    return new Credentials(
        header.apply("ftx-key").orElse(""),
        header.apply("ftx-ts").orElse(""),
        header.apply("ftx-sign").orElse(""),
        header.apply("ftx-subaccount"));
  }

  /// Leaves out what a log must not have: whoever reads a signature in time can send it again.
  @Override
  public String toString() {
    return "Credentials[subaccount=" + subaccount + "]";
  }

  boolean areComplete() {
    return !key.isEmpty() && !timestamp.isEmpty() && !signature.isEmpty();
  }
}
