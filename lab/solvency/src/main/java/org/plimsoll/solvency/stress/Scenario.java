package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;

/// What happens before a book is judged again. The parts happen together.
///
/// @param falls the part of its price that an asset loses, at most 1; below 0 the price rises
/// @param withdrawn the part of what can be demanded now that is demanded, 0 to 1
/// @param depth what the depth and the daily volume of every market are multiplied with, above 0
/// @param defaults ids of the parties that pay nothing any more, in the order given
public record Scenario(
    SortedMap<String, BigDecimal> falls,
    BigDecimal withdrawn,
    BigDecimal depth,
    List<String> defaults) {
  /// Nothing happens.
  public static final Scenario NONE =
      new Scenario(new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ONE, List.of());

  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if a fall is above 1, the withdrawn part is outside 0 to 1,
  ///   or the depth factor is not above 0
  public Scenario {
    falls.forEach((asset, fall) ->
        require(fall.compareTo(BigDecimal.ONE) <= 0, "fall of " + asset, fall, "at most 1"));
    require(
        withdrawn.signum() >= 0 && withdrawn.compareTo(BigDecimal.ONE) <= 0,
        "withdrawn part",
        withdrawn,
        "from 0 to 1");
    require(depth.signum() > 0, "depth factor", depth, "above 0");
    falls = Collections.unmodifiableSortedMap(new TreeMap<>(falls));
    defaults = List.copyOf(defaults);
  }

  /// Returns the scenario in which one asset loses a part of its price.
  public static Scenario fall(String asset, BigDecimal part) {
    return new Scenario(
        new TreeMap<>(Collections.singletonMap(asset, part)),
        BigDecimal.ZERO,
        BigDecimal.ONE,
        List.of());
  }

  /// Returns the scenario in which every market keeps a part of its depth.
  public static Scenario depth(BigDecimal kept) {
    return new Scenario(new TreeMap<>(), BigDecimal.ZERO, kept, List.of());
  }

  /// Returns the scenario in which one party pays nothing any more.
  public static Scenario defaultOf(String party) {
    return new Scenario(new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ONE, List.of(party));
  }

  /// Returns the names in this scenario that `book` does not know, assets first.
  public List<String> unknownNames(Book book) {
    List<String> assets = book.assets().stream().map(Asset::id).toList();
    List<String> parties = book.parties().stream().map(Party::id).toList();
    List<String> unknown = new ArrayList<>(falls.keySet());
    unknown.removeIf(assets::contains);
    defaults.stream().filter(party -> !parties.contains(party)).forEach(unknown::add);
    return List.copyOf(unknown);
  }

  /// Returns what happens, a sentence for each part; empty where nothing does.
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    falls.forEach((asset, fall) ->
        sentences.add(
            "The price of "
                + asset
                + (fall.signum() < 0 ? " rises by " : " falls by ")
                + Wording.percent(fall.abs())
                + "."));
    if (withdrawn.signum() > 0) {
      sentences.add(Wording.percent(withdrawn) + " of what can be demanded now is demanded.");
    }
    if (depth.compareTo(BigDecimal.ONE) != 0) {
      sentences.add("Every market takes " + Wording.number(depth) + " times what it took.");
    }
    defaults.forEach(party -> sentences.add(party + " defaults, and what it issued is worthless."));
    return List.copyOf(sentences);
  }

  private static void require(boolean holds, String name, BigDecimal value, String bound) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value.toPlainString() + " is not " + bound);
    }
  }
}
