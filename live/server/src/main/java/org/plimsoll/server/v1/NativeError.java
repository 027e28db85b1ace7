package org.plimsoll.server.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.server.keys.Verdict.Denied;

/// A call that is not answered as asked. Only [Routes] and [StreamSession] catch it.
final class NativeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, Object> details;

  /// Creates one.
  ///
  /// @param status of HTTP
  /// @param sentence for the client
  NativeError(int status, String sentence) {
    this(status, sentence, Map.of());
  }

  private NativeError(int status, String sentence, Map<String, Object> details) {
    super(sentence, null, false, false);
    this.status = status;
    this.details = details;
  }

  /// Returns the one for a request that cannot be read or is not possible.
  static NativeError invalid(String sentence) {
    return new NativeError(400, sentence);
  }

  /// Returns the one for a command that a rule of the venue refused.
  ///
  /// @param sequence its place in history
  static NativeError refused(long sequence, CommandRefused why) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("reason", why.reason().name());
    details.put("required", why.required());
    details.put("available", why.available());
    details.put("sequence", sequence);
    return new NativeError(400, "the venue refuses it: " + why.reason(), details);
  }

  /// Returns the one for a request that is not let in.
  static NativeError of(Denied denied) {
    return new NativeError(denied.status(), denied.text());
  }

  /// Throws the one for a request that is not let in.
  ///
  /// @param denied empty if it is let in
  static void throwIf(Optional<Denied> denied) {
    if (denied.isPresent()) {
      throw of(denied.get());
    }
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /// Returns what the client reads.
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("error", sentence());
    tree.putAll(details);
    return tree;
  }
}
