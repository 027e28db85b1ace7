package org.plimsoll.server.v1;

/// A call that is not answered as asked. Only [NativeApi] catches it.
final class NativeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /// Creates one.
  ///
  /// @param status of HTTP
  /// @param sentence for the client
  NativeError(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  /// Returns the one for a request that cannot be read or is not possible.
  static NativeError invalid(String sentence) {
    return new NativeError(400, sentence);
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
