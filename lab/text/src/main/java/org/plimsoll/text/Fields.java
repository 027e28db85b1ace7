package org.plimsoll.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of one entry of a file, as values.
///
/// The schema has already added a problem for whatever cannot be read here, and a file with a
/// problem never becomes what it says. So what cannot be read yields a stand-in, and reading goes
/// on to find the other problems; [Reading] sees to it that no stand-in slips through.
public class Fields {
  private final Tree tree;
  private final Reading reading;

  /// Takes an entry of the file that is being read.
  public Fields(Tree tree, Reading reading) {
    this.tree = tree;
    this.reading = reading;
  }

  /// Returns where the entry begins.
  public final Place place() {
    return tree.place();
  }

  /// Returns where the value of a key begins; where the entry begins if it lacks the key.
  public final Place placeOf(String key) {
    Tree found = find(key);
    return found == null ? place() : found.place();
  }

  /// Returns whether the entry has a key.
  public final boolean has(String key) {
    return find(key) != null;
  }

  /// Returns a text, empty where the key is absent.
  public final String text(String key) {
    Tree found = find(key);
    return found == null ? "" : text(found);
  }

  /// Returns the texts of a list, none where the key is absent.
  public final List<Tree.Scalar> texts(String key) {
    List<Tree.Scalar> texts = new ArrayList<>();
    for (Tree item : items(key)) {
      if (item instanceof Tree.Scalar scalar) {
        texts.add(scalar);
      }
    }
    return texts;
  }

  /// Returns the entries of a list, none where the key is absent.
  public final List<Tree> items(String key) {
    return switch (find(key)) {
      case null -> List.of();
      case Tree.Sequence sequence -> sequence.items();
      default -> reading.standIn(List.of());
    };
  }

  /// Returns what stands under a key that maps names to values, nothing where the key is absent.
  public final List<Tree.Entry> entries(String key) {
    return switch (find(key)) {
      case null -> List.of();
      case Tree.Mapping mapping -> mapping.entries();
      default -> reading.standIn(List.of());
    };
  }

  /// Returns a nested mapping as fields, without any key where the key is absent.
  public Fields nested(String key) {
    return new Fields(value(key).orElse(new Tree.Mapping(List.of(), place())), reading);
  }

  /// Returns the constant that a word names, `otherwise` where the key is absent.
  public final <E extends Enum<E>> E choice(String key, E otherwise) {
    Tree found = find(key);
    return found == null ? otherwise : constant(found, otherwise);
  }

  /// Returns the constant of the same type as `standIn` that a word names.
  public final <E extends Enum<E>> E constant(Tree word, E standIn) {
    String name = text(word).replace('-', '_').toUpperCase(Locale.ROOT);
    for (E each : standIn.getDeclaringClass().getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return reading.standIn(standIn);
  }

  /// Returns true or false, false where the key is absent.
  public final boolean flag(String key) {
    return text(key).equals("true");
  }

  /// Returns a number without a range, `otherwise` where the key is absent.
  public final BigDecimal number(String key, BigDecimal otherwise) {
    return value(key).flatMap(this::number).orElse(otherwise);
  }

  /// Returns the number that a piece says, nothing if it was refused.
  public final Optional<BigDecimal> number(Tree found) {
    Optional<BigDecimal> number =
        found instanceof Tree.Scalar scalar
            ? Decimal.read(scalar, reading.problems())
            : Optional.empty();
    return number.isPresent() ? number : reading.standIn(number);
  }

  /// Returns the text of a piece.
  public final String text(Tree found) {
    return found instanceof Tree.Scalar scalar ? scalar.text() : reading.standIn("");
  }

  /// Returns what stands under a key.
  public final Optional<Tree> value(String key) {
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
