package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.units.Decimals;

/// What scripts can look at of fees and the exchange token.
final class TokenTables {
  static final List<String> FEES = List.of("owner", "tier", "discount", "maker", "taker");

  static final List<String> TOKEN = List.of("asset", "supply", "burned");
  static final List<String> STAKES = List.of("account", "staked", "coming free");

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

  static List<List<String>> token(VenuePicture picture, Names names) {
    return picture.token().terms().stream()
        .map(t ->
            List.of(
                names.assets().get(t.asset()).code(),
                amount(picture, t.supply()),
                amount(picture, picture.token().burned())))
        .toList();
  }

  static List<List<String>> stakes(VenuePicture picture, Names names) {
    List<List<String>> rows = new ArrayList<>();
    picture
        .token()
        .terms()
        .ifPresent(terms -> {
          for (VenuePicture.PicturedAccount account : picture.accounts()) {
            long staked = account.staked().get(terms.asset());
            if (staked > 0) {
              int number = account.opening().account();
              rows.add(
                  List.of(
                      names.account(number).name(),
                      amount(picture, staked),
                      amount(picture, unstaking(picture, number))));
            }
          }
        });
    return rows;
  }

  private static long unstaking(VenuePicture picture, int account) {
    return picture.token().unstaking().stream()
        .filter(u -> u.account() == account)
        .mapToLong(VenuePicture.PicturedUnstaking::amount)
        .sum();
  }

  /// An amount of the exchange token, which has been named.
  private static String amount(VenuePicture picture, long units) {
    int token = picture.token().terms().orElseThrow().asset();
    return Decimals.format(units, picture.assets().get(token).definition().decimals());
  }

  private static String part(long e9) {
    return Decimals.format(e9, E9_DECIMALS);
  }
}
