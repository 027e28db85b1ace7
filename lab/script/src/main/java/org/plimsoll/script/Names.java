package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;

/// What a script calls things, by their numbers at the venue. Numbers are given in the order of the
/// lines that define them, so a name used before its line is unknown.
public final class Names {
  private final List<DefineAsset> assets = new ArrayList<>();
  private final List<OpenAccount> accounts = new ArrayList<>();
  private final TreeMap<String, Integer> accountNumbers = new TreeMap<>();
  private final List<OpenCustody> custody = new ArrayList<>();
  private final List<MarketListing> markets = new ArrayList<>();

  Names() {}

  List<DefineAsset> assets() {
    return assets;
  }

  OpenAccount account(int number) {
    return accounts.get(number);
  }

  /// Gives an account the next number.
  OpenAccount open(String account) {
    OpenAccount opening = new OpenAccount(accounts.size(), account);
    accounts.add(opening);
    accountNumbers.put(account, opening.account());
    return opening;
  }

  List<OpenCustody> custody() {
    return custody;
  }

  List<MarketListing> markets() {
    return markets;
  }

  int asset(String code) {
    return indexOf(assets.stream().map(DefineAsset::code).toList(), code);
  }

  int custody(String name) {
    return indexOf(custody.stream().map(OpenCustody::name).toList(), name);
  }

  int market(String name) {
    return indexOf(markets.stream().map(MarketListing::name).toList(), name);
  }

  /// Returns the numbers of the accounts that `pattern` names: one by its name, or by a trailing
  /// `*` all that begin alike.
  List<Integer> accounts(String pattern) {
    if (!pattern.endsWith("*")) {
      Integer number = accountNumbers.get(pattern);
      return number == null ? List.of() : List.of(number);
    }
    String prefix = pattern.substring(0, pattern.length() - 1);
    return accountNumbers.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .sorted()
        .toList();
  }

  private static int indexOf(List<String> names, String name) {
    return names.indexOf(name);
  }
}
