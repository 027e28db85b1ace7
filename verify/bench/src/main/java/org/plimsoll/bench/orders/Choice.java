package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plimsoll.bench.orders.VenueContest.Case;
import org.plimsoll.bench.orders.VenueTrial.Market;

/// Which cases of a contest are run: what arguments of the form `name=value,value` name, and else
/// the usual ones.
public final class Choice {
  private final Map<String, String> given = new TreeMap<>();

  private Choice() {}

  /// Reads arguments.
  ///
  /// @throws IllegalArgumentException if one is not of that form
  public static Choice of(String... arguments) {
    Choice choice = new Choice();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not of the form name=value: " + argument);
      }
      choice.given.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return choice;
  }

  void forEachCase(Consumer<Case> run) {
    for (Market market : values("markets", Market.values())) {
      for (Regime regime : values("regimes", Regime.values())) {
        for (OrderDraw draw : values("draws", OrderDraw.values())) {
          forEachSize(market, regime, draw, run);
        }
      }
    }
  }

  private void forEachSize(Market market, Regime regime, OrderDraw draw, Consumer<Case> run) {
    for (int resting : numbers("resting", "1000,100000,1000000")) {
      for (String accounts : words("accounts", "1000,1000000,1000000z").toList()) {
        run.accept(
            new Case(
                market,
                regime,
                draw,
                resting,
                accounts(accounts),
                number("commands", 1_000_000),
                number("rounds", 9),
                number("warmups", 3),
                number("ticks", 0)));
      }
    }
  }

  private static AccountDraw accounts(String word) {
    boolean isSkewed = word.endsWith("z");
    String count = isSkewed ? word.substring(0, word.length() - 1) : word;
    return new AccountDraw(Integer.parseInt(count), isSkewed);
  }

  private <E extends Enum<E>> List<E> values(String name, E[] all) {
    return given.containsKey(name)
        ? words(name, "").map(word -> Enum.valueOf(all[0].getDeclaringClass(), word)).toList()
        : List.of(all);
  }

  public List<Integer> numbers(String name, String usual) {
    return words(name, usual).map(Integer::valueOf).toList();
  }

  public int number(String name, int usual) {
    return Integer.parseInt(given.getOrDefault(name, Integer.toString(usual)));
  }

  private Stream<String> words(String name, String usual) {
    return Arrays.stream(given.getOrDefault(name, usual).split(","));
  }
}
