package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.waterfall.WaterfallProfile;
import org.plimsoll.text.Tree;

/// Reads the rules under which the subject stands.
final class PolicySection {
  private PolicySection() {}

  /// Returns what `file` says under `policies`.
  ///
  /// @param otherwise what holds where it says nothing
  static Policies read(BookFields file, Policies otherwise, BookReading reading) {
    BookFields fields = file.nested("policies");
    return new Policies(
        fields.choice("custody", otherwise.custody()),
        fields.number("account-recovery", otherwise.accountRecovery()),
        fields.choice("exemptions", otherwise.exemptions()),
        fields.choice("own-tokens", otherwise.ownTokens()),
        caps(fields, otherwise.caps(), reading),
        fields.has("losses") ? losses(fields.nested("losses"), reading) : otherwise.losses(),
        fields.has("withdrawals")
            ? withdrawals(fields.nested("withdrawals"), reading)
            : otherwise.withdrawals());
  }

  private static SortedMap<String, BigDecimal> caps(
      BookFields fields, SortedMap<String, BigDecimal> otherwise, BookReading reading) {
    SortedMap<String, BigDecimal> caps = new TreeMap<>(otherwise);
    BookFields entries = fields.nested("caps");
    for (Tree.Entry entry : fields.entries("caps")) {
      reading.assets().require(entry.key(), entry.place(), reading.problems());
      caps.put(entry.key(), amount(entries, entry.key(), reading));
    }
    return caps;
  }

  private static LossRules losses(BookFields fields, BookReading reading) {
    String name = fields.text("order");
    WaterfallProfile order =
        WaterfallProfile.named().stream()
            .filter(profile -> profile.name().equals(name))
            .findFirst()
            .orElseGet(() -> reading.standIn(WaterfallProfile.NONE));
    return new LossRules(
        order,
        amount(fields, "backstop", reading),
        amount(fields, "insurance-fund", reading),
        amount(fields, "venue-capital", reading));
  }

  private static WithdrawalRules withdrawals(BookFields fields, BookReading reading) {
    WithdrawalRules none = WithdrawalRules.NONE;
    BigDecimal perDay = fields.number("per-day", none.perDay());
    return new WithdrawalRules(
        perDay.signum() > 0 ? part(perDay, reading) : reading.standIn(none.perDay()),
        fields.choice("queue", none.queue()),
        part(fields.number("fee", none.fee()), reading));
  }

  /// The schema has refused what is not an amount.
  private static BigDecimal amount(BookFields fields, String key, BookReading reading) {
    BigDecimal amount = fields.number(key, BigDecimal.ZERO);
    return amount.signum() < 0 ? reading.standIn(BigDecimal.ZERO) : amount;
  }

  private static BigDecimal part(BigDecimal part, BookReading reading) {
    return part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0
        ? reading.standIn(BigDecimal.ONE)
        : part;
  }
}
