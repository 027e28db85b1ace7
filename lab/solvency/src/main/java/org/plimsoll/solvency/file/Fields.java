package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// The keys of one entry of a book, as values.
///
/// The schema has already added a problem for whatever cannot be read here, and a file with a
/// problem never becomes a book. So what cannot be read yields a stand-in, and reading goes on to
/// find the other problems; [Reading] sees to it that no stand-in slips through.
final class Fields {
  private final Tree tree;
  private final Reading reading;

  Fields(Tree tree, Reading reading) {
    this.tree = tree;
    this.reading = reading;
  }

  /// Returns where the entry begins.
  Place place() {
    return tree.place();
  }

  /// Returns where the value of a key begins; where the entry begins if it lacks the key.
  Place placeOf(String key) {
    Tree found = find(key);
    return found == null ? place() : found.place();
  }

  boolean has(String key) {
    return find(key) != null;
  }

  /// Returns a text, empty where the key is absent.
  String text(String key) {
    Tree found = find(key);
    return found == null ? "" : text(found);
  }

  /// Returns the texts of a list, none where the key is absent.
  List<Tree.Scalar> texts(String key) {
    List<Tree.Scalar> texts = new ArrayList<>();
    for (Tree item : items(key)) {
      if (item instanceof Tree.Scalar scalar) {
        texts.add(scalar);
      }
    }
    return texts;
  }

  /// Returns the entries of a list, none where the key is absent.
  List<Tree> items(String key) {
    return switch (find(key)) {
      case null -> List.of();
      case Tree.Sequence sequence -> sequence.items();
      default -> reading.standIn(List.of());
    };
  }

  /// Returns what stands under a key that maps names to values, nothing where the key is absent.
  List<Tree.Entry> entries(String key) {
    return switch (find(key)) {
      case null -> List.of();
      case Tree.Mapping mapping -> mapping.entries();
      default -> reading.standIn(List.of());
    };
  }

  /// Returns a nested mapping as fields, without any key where the key is absent.
  Fields nested(String key) {
    return new Fields(value(key).orElse(new Tree.Mapping(List.of(), place())), reading);
  }

  /// Returns the constant that a word names, `otherwise` where the key is absent.
  <E extends Enum<E>> E choice(String key, E otherwise) {
    Tree found = find(key);
    return found == null ? otherwise : constant(found, otherwise);
  }

  /// Returns the constant of the same type as `standIn` that a word names.
  <E extends Enum<E>> E constant(Tree word, E standIn) {
    String name = text(word).replace('-', '_').toUpperCase(Locale.ROOT);
    for (E each : standIn.getDeclaringClass().getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return reading.standIn(standIn);
  }

  /// Returns true or false, false where the key is absent.
  boolean flag(String key) {
    return text(key).equals("true");
  }

  /// Returns a number without a range, `otherwise` where the key is absent.
  BigDecimal number(String key, BigDecimal otherwise) {
    return value(key).flatMap(this::number).orElse(otherwise);
  }

  /// Returns the figure that a piece of this entry says, with its own source or that of the entry.
  Figure figure(Tree found) {
    if (!(found instanceof Tree.Mapping)) {
      return new Figure(interval(found), text("source"));
    }
    Fields fields = new Fields(found, reading);
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

  private Optional<BigDecimal> number(Tree found) {
    Optional<BigDecimal> number =
        found instanceof Tree.Scalar scalar
            ? Decimal.read(scalar, reading.problems())
            : Optional.empty();
    return number.isPresent() ? number : reading.standIn(number);
  }

  private String text(Tree found) {
    return found instanceof Tree.Scalar scalar ? scalar.text() : reading.standIn("");
  }

  private Optional<Tree> value(String key) {
    return Optional.ofNullable(find(key));
  }

  private @Nullable Tree find(String key) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return reading.standIn(Optional.<Tree>empty()).orElse(null);
    }
    List<Tree.Entry> entries = mapping.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        return entries.get(i).value();
      }
    }
    return null;
  }
}
