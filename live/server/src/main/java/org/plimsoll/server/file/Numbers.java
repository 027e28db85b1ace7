package org.plimsoll.server.file;

import java.math.BigDecimal;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.server.file.VenueFile.LeveragedTokenEntry;

/// The numbers that the names of a file get, in the order of its lists, and its whole units as
/// counts of smallest units. The names have been checked.
final class Numbers {
  private static final int E9 = 9;

  private final VenueFile file;

  Numbers(VenueFile file) {
    this.file = file;
  }

  int asset(String name) {
    return file.assets().stream().map(AssetEntry::name).toList().indexOf(name);
  }

  int market(String name) {
    return file.markets().stream().map(VenueFile.MarketEntry::name).toList().indexOf(name);
  }

  int account(String name) {
    return file.accounts().stream().map(VenueFile.AccountEntry::name).toList().indexOf(name);
  }

  /// Returns the account of a fund: funds come after the accounts of the file.
  int fund(LeveragedTokenEntry token) {
    return file.accounts().size() + file.leveragedTokens().indexOf(token);
  }

  /// Returns where the venue keeps an asset.
  int custody(String asset) {
    String location = file.assets().get(asset(asset)).location().orElseThrow();
    return file.locations().stream().map(VenueFile.LocationEntry::name).toList().indexOf(location);
  }

  /// Returns a count of an asset's smallest unit.
  ///
  /// @throws IllegalArgumentException if it is no whole count, or too large
  long units(String asset, BigDecimal whole) {
    return scaled(whole, file.assets().get(asset(asset)).decimals());
  }

  /// Returns a count of the smallest unit of account.
  ///
  /// @throws IllegalArgumentException if it is no whole count, or too large
  long money(BigDecimal whole) {
    return units(file.assets().getFirst().name(), whole);
  }

  /// Returns lots of a market's base.
  ///
  /// @throws IllegalArgumentException if it is no whole count of lots, or too large
  long lots(VenueFile.MarketEntry market, BigDecimal whole) {
    long units = units(market.base(), whole);
    long lot = units(market.base(), market.lot());
    if (lot <= 0 || units % lot != 0) {
      throw new IllegalArgumentException(
          whole.toPlainString() + " is not a whole number of lots of " + market.name());
    }
    return units / lot;
  }

  /// Returns billionths.
  ///
  /// @throws IllegalArgumentException if it is no whole count, or too large
  static long e9(BigDecimal number) {
    return scaled(number, E9);
  }

  /// Returns a count of a unit of so many decimals.
  ///
  /// @throws IllegalArgumentException if it is no whole count, or too large
  static long scaled(BigDecimal number, int decimals) {
    try {
      return number.movePointRight(decimals).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          number.toPlainString() + " has more than " + decimals + " decimals, or is too large", e);
    }
  }
}
