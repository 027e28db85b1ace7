package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// How a figure comes out of the lines of a book. Every form can be computed again, and gives the
/// figure itself, to the last digit that is shown: an explanation that only comes near is none.
public sealed interface Derivation {
  /// The figure is the sum of what the lines contribute.
  ///
  /// @param title what is added up
  /// @param entries in the order of the book
  record Sum(String title, List<Entry> entries) implements Derivation {
    /// Takes a copy of the list.
    public Sum {
      entries = List.copyOf(entries);
    }

    /// Returns the exact sum.
    public Interval total() {
      return entries.stream().map(Entry::contribution).reduce(Interval.ZERO, Interval::plus);
    }

    /// Returns the sum, or its smallest possible value.
    ///
    /// @throws IllegalArgumentException if there is none
    Ratio lowest() {
      BigDecimal low = total().low();
      if (low == null) {
        throw new IllegalArgumentException(title + " has no lower limit");
      }
      return Ratio.of(low);
    }

    /// Returns this sum without the lines that add nothing.
    Sum withoutZeros() {
      return new Sum(
          title,
          entries.stream().filter(entry -> !entry.contribution().equals(Interval.ZERO)).toList());
    }
  }

  /// The figure is one sum over another.
  ///
  /// @param above what is divided
  /// @param below what it is divided by
  /// @param atMostOne whether more than the whole counts as the whole, and less than nothing as
  ///   nothing
  record Quotient(Sum above, Sum below, boolean atMostOne) implements Derivation {
    /// Returns the exact quotient; empty where the divisor is certainly zero.
    public Optional<RatioRange> value() {
      return atMostOne
          ? RatioRange.part(above.total(), below.total())
          : RatioRange.of(above.total(), below.total());
    }
  }

  /// The figure is a sum times a quotient, all of them exact.
  ///
  /// @param whole what a part is taken of
  /// @param part which part
  record PartOf(Sum whole, Quotient part) implements Derivation {
    /// Returns the exact product.
    ///
    /// @throws java.util.NoSuchElementException if the divisor is zero
    public Ratio value() {
      return part.value().orElseThrow().low().times(whole.lowest());
    }
  }

  /// The figure lies within what the lines give, and is narrower for a reason that no single line
  /// shows. This happens only in books with ranges.
  ///
  /// @param widest what the lines give
  /// @param why a sentence
  record Narrower(Derivation widest, String why) implements Derivation {}

  /// The figure is computed by a model, from numbers that are in the book or are added up from it.
  ///
  /// @param ends the careful end first; one where both are the same
  record Model(List<Computation> ends) implements Derivation {
    /// Takes a copy of the list.
    public Model {
      ends = List.copyOf(ends);
    }
  }

  /// The figure is made of others that have explanations of their own.
  ///
  /// @param ids of those others, in the order of the formula
  record Others(List<String> ids) implements Derivation {
    /// Takes a copy of the list.
    public Others {
      ids = List.copyOf(ids);
    }
  }
}
