package org.plimsoll.solvency.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plimsoll.text.Problem;

/// A book without a flaw, for tests to break, and what the reader says of it then.
final class SampleBook {
  static final String GOOD =
      """
      book: 1
      title: A small exchange
      as-of: 2022-06-30
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: liquid, price: 20000}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer}
        - {id: bank, kind: lender}
      accounts:
        - {id: A, count: 3, owner: ann, balances: {BTC: 1, USD: -10000}}
      loans:
        - {id: L, lender: bank, borrower: venue, asset: USD, principal: 5m, collateral: {BTC: 10}}
      custody:
        - {location: vault, kind: wallet, asset: BTC, quantity: 3, encumbered: 1}
      markets:
        - {asset: BTC, depth: 100}
      checks:
        - {asset: BTC, owed-to: 3, on-hand: 3}
      """;

  private SampleBook() {}

  static List<String> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(byte[] bytes) {
    return messages(BookReader.read(new ByteArrayInputStream(bytes), "x.yaml"));
  }

  static List<String> messages(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook _ -> List.of();
      case ReadResult.Refused refused ->
          refused.problems().stream().map(Problem::toString).toList();
    };
  }
}
