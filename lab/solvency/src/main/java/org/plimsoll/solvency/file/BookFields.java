package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Fields;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Tree;

/// The keys of one entry of a book: besides the values of any file, figures with their sources.
final class BookFields extends Fields {
  private final Reading reading;

  BookFields(Tree tree, Reading reading) {
    super(tree, reading);
    this.reading = reading;
  }

  @Override
  public BookFields nested(String key) {
    return new BookFields(value(key).orElse(new Tree.Mapping(List.of(), place())), reading);
  }

  /// Returns the figure that a piece of this entry says, with its own source or that of the entry.
  Figure figure(Tree found) {
    if (!(found instanceof Tree.Mapping)) {
      return new Figure(interval(found), text("source"));
    }
    BookFields fields = new BookFields(found, reading);
    String source = fields.has("source") ? fields.text("source") : text("source");
    return new Figure(fields.ownInterval(), source);
  }

  /// Returns a figure of either sign, `otherwise` where the key is absent.
  Figure amount(String key, Figure otherwise) {
    return value(key).map(this::figure).orElse(otherwise);
  }

  /// Returns a figure that cannot be negative, `otherwise` where the key is absent.
  Figure quantity(String key, Figure otherwise) {
    return value(key).map(this::quantity).orElse(otherwise);
  }

  /// Returns the figure that a piece of this entry says, which cannot be negative.
  Figure quantity(Tree found) {
    Figure figure = figure(found);
    return isNegative(figure.value().low()) || isNegative(figure.value().high())
        ? reading.standIn(Figure.of(Interval.UNKNOWN))
        : figure;
  }

  /// Returns a part of a whole, `otherwise` where the key is absent.
  Figure share(String key, Figure otherwise) {
    Figure figure = quantity(key, otherwise);
    return exceedsOne(figure.value().low()) || exceedsOne(figure.value().high())
        ? reading.standIn(otherwise)
        : figure;
  }

  private static boolean exceedsOne(@Nullable BigDecimal bound) {
    return bound != null && bound.compareTo(BigDecimal.ONE) > 0;
  }

  private static boolean isNegative(@Nullable BigDecimal bound) {
    return bound != null && bound.signum() < 0;
  }

  private Interval interval(Tree found) {
    return text(found).equals("unknown") ? Interval.UNKNOWN : exactly(found);
  }

  private Interval ownInterval() {
    Optional<Tree> value = value("value");
    if (value.isPresent()) {
      return exactly(value.get());
    }
    BigDecimal low = value("low").flatMap(this::number).orElse(null);
    BigDecimal high = value("high").flatMap(this::number).orElse(null);
    if (low != null && high != null && low.compareTo(high) > 0) {
      String found = "low " + low.toPlainString() + " is above high " + high.toPlainString();
      reading.problems().add(placeOf("low"), found);
      return Interval.UNKNOWN;
    }
    return new Interval(low, high);
  }

  private Interval exactly(Tree found) {
    return number(found).map(Interval::exactly).orElse(Interval.UNKNOWN);
  }
}
