package org.plimsoll.journal;

/// Carries a refusal out of the examination that found it; never seen outside.
final class RefusalFound extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refused refused;

  RefusalFound(Damage damage, String file, long position, String sentence) {
    super(sentence, null, false, false);
    this.refused = new Refused(damage, file, position, sentence);
  }

  Refused refused() {
    return refused;
  }
}
