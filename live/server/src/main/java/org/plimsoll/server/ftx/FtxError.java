package org.plimsoll.server.ftx;

/// A call that is not answered as asked, with the words that clients match on. Only [FtxRest]
/// catches it.
final class FtxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  FtxError(int status, String text) {
    super(text, null, false, false);
    this.status = status;
  }

  /// Returns the one for a parameter that cannot be read or is not possible.
  static FtxError invalid(String parameter) {
    return new FtxError(400, "Invalid parameter " + parameter);
  }

  /// Returns the one for a parameter that must be there.
  static FtxError missing(String parameter) {
    return new FtxError(400, "Missing parameter " + parameter);
  }

  /// Returns the one for a call that may be made again.
  static FtxError retry() {
    return new FtxError(503, "Please retry request");
  }

  /// Returns the one for a call that the venue behind this dialect has no rule for.
  static FtxError unsupported(String what) {
    return new FtxError(501, "Not supported: " + what);
  }

  /// Returns the status of HTTP.
  int status() {
    return status;
  }

  /// Returns what the client reads.
  String text() {
    return String.valueOf(getMessage());
  }
}
