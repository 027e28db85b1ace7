package org.plimsoll.solvency.assess;

/// The questions that an assessment answers, never merged into one. YES is the bad answer to each.
public enum Question {
  /// Is what the subject has worth less than what it owes, everything at the book's prices?
  INSOLVENT_AT_MARK("mark", "Insolvent at mark"),
  /// The same, with every token of the subject and of its related parties worth nothing: as an
  /// asset, as collateral and as a claim.
  INSOLVENT_WITHOUT_OWN_TOKEN("own-token", "Insolvent without own-token value"),
  /// Is what can be turned into money now less than what can be demanded now?
  UNABLE_TO_PAY("pay", "Unable to pay");

  private final String code;
  private final String title;

  Question(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// Returns the short name used on the command line and in files; it never changes.
  public String code() {
    return code;
  }

  /// Returns the question as a heading.
  public String title() {
    return title;
  }
}
