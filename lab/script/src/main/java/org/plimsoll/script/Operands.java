package org.plimsoll.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plimsoll.protocol.Name;
import org.plimsoll.units.Decimals;

/// The words of one statement as what they stand for: numbers, names that exist, names that may.
final class Operands {
  /// A number, as a count of its smallest step, and where it stood.
  record Scaled(int column, long count) {
    /// Returns how many steps the number is.
    ///
    /// @throws ScriptMistake if it is no whole number of them
    long inStepsOf(long step, String stepName) {
      if (count % step != 0) {
        throw new ScriptMistake(column, "expected a whole number of " + stepName + "s");
      }
      return count / step;
    }
  }

  /// A quantity of an asset.
  record Quantity(int asset, long amount) {}

  private static final int E9_DECIMALS = 9;

  private final Words words;
  private final Names names;
  private final World world;

  Operands(Words words, Names names, World world) {
    this.words = words;
    this.names = names;
    this.world = world;
  }

  Words words() {
    return words;
  }

  /// Takes a keyword, then a number.
  Scaled number(String keyword, int decimals) {
    words.takeKeyword(keyword);
    return number(decimals);
  }

  Scaled number(int decimals) {
    return counted(words.take("a number"), words.column(), decimals);
  }

  int wholeNumber() {
    Scaled number = number(0);
    if (number.count() != (int) number.count()) {
      throw words.mistake("expected a smaller number than " + number.count());
    }
    return (int) number.count();
  }

  /// Takes a number and the asset that it counts.
  Quantity quantity() {
    String text = words.take("an amount");
    int column = words.column();
    int asset = asset();
    return new Quantity(asset, counted(text, column, assetDecimals(asset)).count());
  }

  /// Takes an instant, in nanoseconds since 1970 in UTC.
  long timeNs() {
    String text = words.take("a time such as 2022-11-02T00:00:00Z");
    try {
      Instant instant = Instant.parse(text);
      long seconds = Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L);
      return Math.addExact(seconds, instant.getNano());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw words.mistake("expected a time such as 2022-11-02T00:00:00Z, not '" + text + "'");
    }
  }

  /// Takes a number of whole units of account.
  long value() {
    return counted(words.take("an amount"), words.column(), assetDecimals(0)).count();
  }

  /// Takes a quantity of a market's base asset, in lots, and the market.
  LotsOfMarket lotsOfMarket() {
    String text = words.take("a quantity");
    int column = words.column();
    int market = market();
    return new LotsOfMarket(market, lots(market, text, column));
  }

  /// A quantity of lots in a market.
  record LotsOfMarket(int market, long lots) {}

  /// Takes a quantity of the base asset of a market that is known already, in lots.
  long lotsIn(int market) {
    return lots(market, words.take("a quantity"), words.column());
  }

  /// Takes a price in a market that is known already, in ticks.
  long ticksIn(int market) {
    return number(E9_DECIMALS).inStepsOf(names.markets().get(market).tickE9(), "tick");
  }

  /// Takes an amount of an asset that is known already.
  long amountOf(int asset) {
    return number(assetDecimals(asset)).count();
  }

  /// Takes an amount of what every market is paid in.
  long amountOfUnit() {
    return number(assetDecimals(0)).count();
  }

  private long lots(int market, String text, int column) {
    var listing = names.markets().get(market);
    return counted(text, column, assetDecimals(listing.base())).inStepsOf(listing.lot(), "lot");
  }

  /// Takes a name that can be given to something new.
  String newName(String expected) {
    String name = words.take(expected);
    if (!Name.isValid(name)) {
      throw words.mistake("expected a name of 1 to 32 characters of A-Z a-z 0-9 . _ - / :");
    }
    return name;
  }

  /// Takes a name for something new that the exported book will name too; books are stricter than
  /// the venue.
  String newId(String expected) {
    String id = newName(expected);
    if (!Character.isLetterOrDigit(id.charAt(0)) || id.contains("/") || id.contains(":")) {
      throw words.mistake(
          "expected a name that begins with a letter or a digit and has no / or :, as in books");
    }
    return id;
  }

  /// Takes one of a list of constants, written in lower case with hyphens.
  <E extends Enum<E>> E oneOf(E[] constants) {
    String word = words.take("one of " + spelled(constants));
    return Arrays.stream(constants)
        .filter(constant -> spelling(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () -> words.mistake("expected one of " + spelled(constants) + ", not '" + word + "'"));
  }

  int asset() {
    String code = words.take("an asset");
    return known(names.asset(code), "asset", code);
  }

  int custody() {
    String name = words.take("a custody location");
    return known(names.custody(name), "custody location", name);
  }

  int market() {
    String name = words.take("a market");
    return known(names.market(name), "market", name);
  }

  /// Takes the name of an account, or with a trailing `*` the beginning of several.
  List<Integer> accounts() {
    String pattern = words.take("an account");
    List<Integer> accounts = names.accounts(pattern);
    known(accounts.size() - 1, "account", pattern);
    return accounts;
  }

  /// Takes the name of one account.
  int account() {
    List<Integer> accounts = accounts();
    if (accounts.size() > 1) {
      throw words.mistake("expected one account");
    }
    return accounts.getFirst();
  }

  String party() {
    String id = words.take("a party");
    known(world.isParty(id) ? 0 : -1, "party", id);
    return id;
  }

  private int assetDecimals(int asset) {
    return names.assets().get(asset).decimals();
  }

  private int known(int number, String kind, String name) {
    if (number < 0) {
      throw words.mistake("there is no " + kind + " '" + name + "' above this line");
    }
    return number;
  }

  private static Scaled counted(String text, int column, int decimals) {
    try {
      return new Scaled(column, Decimals.parse(text, decimals));
    } catch (IllegalArgumentException e) {
      throw new ScriptMistake(column, "expected a number: " + e.getMessage());
    }
  }

  private static <E extends Enum<E>> String spelled(E[] constants) {
    return Arrays.stream(constants).map(Operands::spelling).collect(Collectors.joining(", "));
  }

  /// Returns how scripts write a constant.
  static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
