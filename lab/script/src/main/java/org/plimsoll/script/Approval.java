package org.plimsoll.script;

/// Why something is done that takes two people, and who answers for it.
record Approval(String reason, String granter, String secondGranter) {
  /// Takes the end of a statement: `because REASON by NAME and NAME`.
  static Approval take(Operands in) {
    in.words().takeKeyword("because");
    String reason = in.newName("a reason in one word");
    in.words().takeKeyword("by");
    String granter = in.newName("who asks for it");
    in.words().takeKeyword("and");
    return new Approval(reason, granter, in.newName("who agrees"));
  }
}
