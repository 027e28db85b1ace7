package org.plimsoll.script;

import java.util.List;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.units.Decimals;

/// What scripts can look at of fees and the exchange token.
final class TokenTables {
  static final List<String> FEES = List.of("owner", "tier", "discount", "maker", "taker");

  private static final int E9_DECIMALS = 9;

  private TokenTables() {}

  static List<List<String>> fees(VenuePicture picture, Names names) {
    return picture.fees().stream()
        .map(f ->
            List.of(
                names.account(f.account()).name(),
                Integer.toString(f.tier()),
                part(f.discountE9()),
                part(f.makerE9()),
                part(f.takerE9())))
        .toList();
  }

  private static String part(long e9) {
    return Decimals.format(e9, E9_DECIMALS);
  }
}
