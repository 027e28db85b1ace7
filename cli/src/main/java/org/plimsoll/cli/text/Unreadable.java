package org.plimsoll.cli.text;

/// A file is no text that could be read; the message says why, without the name of the file.
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String reason) {
    super(reason);
  }

  /// Returns why.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
