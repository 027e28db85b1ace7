package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.ShortNumber;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;

/// What became of the venue, in sentences: from its exact books, rounded only in the words.
///
/// What is owed and what is there stand as of the halt, where withdrawals stopped, and otherwise as
/// of the end: with the venue's own token worth nothing, and what accounts under water owe worth
/// nothing.
final class VenueVerdict {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final VenueExam exam;
  private final List<Flag> flags;
  private final long endNs;

  VenueVerdict(VenueExam exam, List<Flag> flags, long endNs) {
    this.exam = exam;
    this.flags = flags;
    this.endNs = endNs;
  }

  /// Returns the sentences, the most important first; none where nobody has anything at the venue.
  List<String> sentences() {
    Book end = exam.book();
    Book judged = exam.bookAtHalt().orElse(end);
    Optional<Long> haltNs =
        flags.stream()
            .filter(flag -> flag.kind().equals(VenueExam.HALT))
            .map(Flag::timeNs)
            .min(Long::compare);
    List<String> sentences = new ArrayList<>();
    haltNs.ifPresent(ns -> sentences.add("Withdrawals stopped on " + at(ns).format(MINUTE) + "."));
    Equity equity = Equity.of(Shock.withoutOwnTokens(judged).applyTo(judged));
    cover(equity).ifPresent(sentences::add);
    exam.firstInsolventNs()
        .ifPresent(ns ->
            sentences.add(
                "Without its own token the venue was first insolvent on "
                    + at(ns).format(DAY)
                    + "."));
    if (!end.accounts().isEmpty()) {
      sentences.add(
          "By its books on " + at(endNs).format(DAY) + ": " + whole(Assessment.of(end).headline()));
    }
    return sentences;
  }

  /// Cuts what comes after the point of large amounts.
  private static String whole(String sentence) {
    return sentence.replaceAll("([0-9]{1,3}(?:,[0-9]{3})+)\\.[0-9]+", "$1");
  }

  private static Optional<String> cover(Equity equity) {
    return VenueCover.of(equity)
        .filter(found -> found.owed().signum() > 0)
        .map(VenueVerdict::words);
  }

  private static String words(VenueCover cover) {
    BigDecimal total = cover.total();
    BigDecimal there = cover.there();
    BigDecimal owed = cover.owed();
    BigDecimal percent =
        there.movePointRight(2).divide(owed, 0, RoundingMode.HALF_EVEN).stripTrailingZeros();
    String lead = "Customers are owed " + words(owed) + " and " + words(there) + " is there";
    return total.signum() < 0
        ? lead
            + ": a hole of "
            + words(total.negate())
            + "; they recover "
            + percent.toPlainString()
            + " %."
        : "The venue is solvent without its own token. "
            + lead
            + ": a cover of "
            + percent.toPlainString()
            + " %.";
  }

  private static String words(BigDecimal amount) {
    return ShortNumber.of(amount.doubleValue());
  }

  private static OffsetDateTime at(long ns) {
    Instant instant = Moments.of(ns);
    return instant.atOffset(ZoneOffset.UTC);
  }
}
