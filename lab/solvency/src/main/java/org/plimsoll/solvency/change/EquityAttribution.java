package org.plimsoll.solvency.change;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// Why equity at mark changed between two books of one subject: shared out among [Cause]s, exactly.
///
/// Changing one group of lines after the other gives each a part that depends on the order; the
/// mean over all orders does not (Shapley 1953). All 32 books in between are valued exactly,
/// accounts that cannot owe as one, and the parts are fractions, so they add up to the change
/// without a remainder, and exchanging the two books turns every sign and nothing else. An asset
/// that only one book names has that book's price in both: what is held or owed of it is a change
/// of quantity.
///
/// Where the books allow a range, each end of it is attributed on its own: the lowest equity before
/// with the lowest after, and the highest with the highest.
///
/// @param low the parts at the lowest equity; empty where nothing limits it in a book or in between
/// @param high the parts at the highest equity; empty where nothing limits it
public record EquityAttribution(Optional<End> low, Optional<End> high) {
  /// Explains the change from `before` to `after`.
  ///
  /// @throws IllegalArgumentException if the books are of different subjects or in different
  ///   currencies
  public static EquityAttribution of(Book before, Book after) {
    if (!before.subject().equals(after.subject())) {
      throw new IllegalArgumentException(
          "subject " + before.subject() + " is not " + after.subject());
    }
    if (!before.currency().equals(after.currency())) {
      throw new IllegalArgumentException(
          "currency " + before.currency() + " is not " + after.currency());
    }
    Mixture mixture = new Mixture(CreditorPool.of(before), CreditorPool.of(after));
    Interval[] equities = new Interval[1 << Cause.values().length];
    for (int changed = 0; changed < equities.length; changed++) {
      equities[changed] = Equity.of(mixture.with(changed)).total();
    }
    return new EquityAttribution(end(equities, Interval::low), end(equities, Interval::high));
  }

  private static Optional<End> end(
      Interval[] equities, Function<Interval, @Nullable BigDecimal> which) {
    Ratio[] values = new Ratio[equities.length];
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = which.apply(equities[i]);
      if (value == null) {
        return Optional.empty();
      }
      values[i] = Ratio.of(value);
    }
    Ratio[] shares = ExactShapley.shares(values);
    SortedMap<Cause, Ratio> parts = new TreeMap<>();
    for (Cause cause : Cause.values()) {
      parts.put(cause, shares[cause.ordinal()]);
    }
    return Optional.of(new End(values[0], values[values.length - 1], parts));
  }

  /// Returns whether one set of parts says it all: no range leaves anything open.
  public boolean isExact() {
    return low.isPresent() && low.equals(high);
  }

  /// The change at one end of the range.
  ///
  /// @param before equity in the first book, in its currency
  /// @param after equity in the second book
  /// @param parts what each cause added; together `after` less `before`
  public record End(Ratio before, Ratio after, SortedMap<Cause, Ratio> parts) {
    /// Takes a copy.
    public End {
      parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// Returns the change, which is the sum of the parts.
    public Ratio change() {
      return after.minus(before);
    }
  }
}
