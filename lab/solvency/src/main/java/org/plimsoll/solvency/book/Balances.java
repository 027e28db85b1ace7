package org.plimsoll.solvency.book;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Figures by asset that were all read at one place, as the balances of nearly every account are.
///
/// A large book has a million of these, of two or three assets each. Two sorted arrays and one
/// source take a third of the memory of a tree of figures, and the garbage collector, which copies
/// whatever a book keeps, has a third of the objects to copy.
// A NavigableMap has a dozen methods more, which no reader of a book calls.
@SuppressWarnings("JdkObsolete")
final class Balances extends AbstractMap<String, Figure>
    implements SortedMap<String, Figure>, Serializable {
  private static final long serialVersionUID = 1;

  private final String[] assets;
  private final Interval[] values;
  private final String source;

  private Balances(SortedMap<String, Figure> figures, String source) {
    this.assets = figures.keySet().toArray(String[]::new);
    this.values = new Interval[assets.length];
    this.source = source;
    int at = 0;
    for (Figure figure : figures.values()) {
      values[at++] = figure.value();
    }
  }

  /// Returns the same figures as an immutable map in the order of their assets.
  static SortedMap<String, Figure> copyOf(SortedMap<String, Figure> figures) {
    if (figures instanceof Balances) {
      return figures;
    }
    String source = figures.isEmpty() ? "" : figures.firstEntry().getValue().source();
    boolean isUniform =
        figures.comparator() == null
            && figures.values().stream().allMatch(figure -> figure.source().equals(source));
    return isUniform
        ? new Balances(figures, source)
        : Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  @Override
  public int size() {
    return assets.length;
  }

  @Override
  public boolean containsKey(Object asset) {
    return indexOf(asset) >= 0;
  }

  @Override
  public @Nullable Figure get(Object asset) {
    int at = indexOf(asset);
    return at < 0 ? null : figure(at);
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Figure> take) {
    for (int at = 0; at < assets.length; at++) {
      take.accept(assets[at], figure(at));
    }
  }

  @Override
  public Set<Map.Entry<String, Figure>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return assets.length;
      }

      @Override
      public Iterator<Map.Entry<String, Figure>> iterator() {
        return new Entries();
      }
    };
  }

  /// The order of ids: by UTF-16 code unit.
  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public String firstKey() {
    return tree().firstKey();
  }

  @Override
  public String lastKey() {
    return tree().lastKey();
  }

  @Override
  public SortedMap<String, Figure> headMap(String to) {
    return tree().headMap(to);
  }

  @Override
  public SortedMap<String, Figure> tailMap(String from) {
    return tree().tailMap(from);
  }

  @Override
  public SortedMap<String, Figure> subMap(String from, String to) {
    return tree().subMap(from, to);
  }

  private SortedMap<String, Figure> tree() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this));
  }

  private final class Entries implements Iterator<Map.Entry<String, Figure>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < assets.length;
    }

    @Override
    public Map.Entry<String, Figure> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return Map.entry(assets[at], figure(at++));
    }
  }

  private Figure figure(int at) {
    return new Figure(values[at], source);
  }

  private int indexOf(Object asset) {
    return Arrays.binarySearch(assets, asset);
  }
}
