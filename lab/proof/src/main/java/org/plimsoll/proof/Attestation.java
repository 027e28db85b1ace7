package org.plimsoll.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a custodian states of an asset that it holds for somebody.
///
/// That nothing is pledged elsewhere cannot be proven by anybody; `NO` is the custodian's word.
///
/// @param custodian who states it
/// @param subject for whom it is held
/// @param asset the id of the asset
/// @param quantity how much is held, never negative
/// @param location where, such as an address or the number of an account
/// @param time as of when, ISO 8601 in UTC
/// @param encumbered whether it is pledged to somebody else
public record Attestation(
    String custodian,
    String subject,
    String asset,
    BigDecimal quantity,
    String location,
    String time,
    Encumbered encumbered) {
  private static final Predicate<String> TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?").asMatchPredicate();

  /// Whether something is pledged to somebody else.
  public enum Encumbered {
    YES,
    NO,
    UNKNOWN;

    /// Returns the word that stands in files.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Refuses what would make the message mean two things.
  ///
  /// @throws IllegalArgumentException if the time is none, a text is empty or holds a control
  ///   character, which could start a line of its own in the message, or the quantity is negative
  public Attestation {
    for (String text : List.of(custodian, subject, asset, location, time)) {
      if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("`" + text + "` is empty or has a control character");
      }
    }
    if (!TIME.test(time)) {
      throw new IllegalArgumentException(
          "time " + time + " is neither a date nor an instant such as 2026-01-31T12:00:00Z");
    }
    if (quantity.signum() < 0) {
      throw new IllegalArgumentException("quantity " + quantity + " is negative");
    }
  }

  /// Returns the text that is signed, in UTF-8: eight lines, each ending with LF. Plain text, so
  /// that a custodian can read what it signs and needs no program of ours for it.
  public String message() {
    return String.join(
        "\n",
        SignedAttestation.FORMAT,
        "custodian: " + custodian,
        "subject: " + subject,
        "asset: " + asset,
        "quantity: " + quantity.toPlainString(),
        "location: " + location,
        "time: " + time,
        "encumbered: " + encumbered.word(),
        "");
  }
}
