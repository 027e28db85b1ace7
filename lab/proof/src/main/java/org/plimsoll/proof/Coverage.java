package org.plimsoll.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What accounts are owed of one asset, against what custodians attest that is held.
///
/// @param asset the id of the asset
/// @param owed what accounts are owed, which no debt has reduced
/// @param free what is attested as not pledged
/// @param uncertain what is attested by someone who does not know whether it is pledged
/// @param answer what follows
public record Coverage(
    String asset, BigDecimal owed, BigDecimal free, BigDecimal uncertain, Answer answer) {
  private static final int DATE_CHARS = 10;

  /// What follows from attestations for an asset.
  public enum Answer {
    /// At least what is owed is attested as free.
    COVERED,
    /// Less than what is owed is attested, whatever of it is pledged.
    NOT_COVERED,
    /// Nothing is attested, or it depends on what is pledged.
    UNKNOWN
  }

  /// Returns the coverage of every asset of a commitment, in its order. Assets are never netted
  /// against each other: too much of one covers nothing of another.
  ///
  /// @param attestations signed ones, in which [#fault] found nothing wrong
  public static List<Coverage> of(Commitment commitment, List<Attestation> attestations) {
    List<Coverage> answers = new ArrayList<>();
    for (CommittedAsset asset : commitment.assets()) {
      String id = asset.terms().id();
      List<Attestation> held =
          attestations.stream().filter(each -> each.asset().equals(id)).toList();
      BigDecimal owed = asset.terms().quantity(asset.liabilities());
      BigDecimal free = sum(held, Attestation.Encumbered.NO);
      BigDecimal uncertain = sum(held, Attestation.Encumbered.UNKNOWN);
      answers.add(
          new Coverage(id, owed, free, uncertain, answer(held.isEmpty(), owed, free, uncertain)));
    }
    return answers;
  }

  /// Returns why attestations cannot stand against what a subject owes: one is for another subject
  /// or of another day, when the same coins may have been somewhere else, or two attest one place.
  ///
  /// @param subject who owes
  /// @param asOf the instant of the book, ISO 8601
  /// @param attestations signed ones
  public static Optional<String> fault(
      String subject, String asOf, List<Attestation> attestations) {
    String day = asOf.substring(0, Math.min(DATE_CHARS, asOf.length()));
    for (int i = 0; i < attestations.size(); i++) {
      Attestation each = attestations.get(i);
      if (!each.subject().equals(subject)) {
        return Optional.of("it is held for " + each.subject() + ", not " + subject);
      }
      if (!each.time().startsWith(day)) {
        return Optional.of("it is of " + each.time() + ", and the book of " + day);
      }
      for (Attestation other : attestations.subList(0, i)) {
        if (other.asset().equals(each.asset()) && other.location().equals(each.location())) {
          return Optional.of(each.asset() + " at " + each.location() + " is attested twice");
        }
      }
    }
    return Optional.empty();
  }

  private static BigDecimal sum(List<Attestation> held, Attestation.Encumbered encumbered) {
    return held.stream()
        .filter(each -> each.encumbered() == encumbered)
        .map(Attestation::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Answer answer(
      boolean isSilent, BigDecimal owed, BigDecimal free, BigDecimal uncertain) {
    if (free.compareTo(owed) >= 0) {
      return Answer.COVERED;
    }
    return isSilent || free.add(uncertain).compareTo(owed) >= 0
        ? Answer.UNKNOWN
        : Answer.NOT_COVERED;
  }
}
