package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;

/// How many withdrawals a book survives at each fall of all prices: beyond this line what is
/// demanded is not paid, though everything is sold at once.
///
/// @param points from no fall to the loss of everything; none where nothing can be demanded
public record Frontier(List<Point> points) {
  private static final int STEPS = 20;

  /// Copies the list.
  public Frontier {
    points = List.copyOf(points);
  }

  /// One fall.
  ///
  /// @param fall the part of every price but the currency's that is lost
  /// @param payable the part of what can be demanded that can then be paid
  public record Point(BigDecimal fall, RatioRange payable) {}

  /// Returns the frontier of `book`.
  public static Frontier of(Book book) {
    List<Point> points = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      BigDecimal fall = BigDecimal.valueOf(step).divide(BigDecimal.valueOf(STEPS));
      Book after = ScenarioBook.of(book, allFall(book, fall));
      Withdrawals.of(after, BigDecimal.ONE)
          .payableWithSales()
          .ifPresent(payable -> points.add(new Point(fall, payable)));
    }
    return new Frontier(points);
  }

  private static Scenario allFall(Book book, BigDecimal fall) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    for (Asset asset : book.assets()) {
      if (!asset.id().equals(book.currency())) {
        falls.put(asset.id(), fall);
      }
    }
    return new Scenario(falls, BigDecimal.ZERO, BigDecimal.ONE, List.of());
  }
}
