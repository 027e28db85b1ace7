package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;

/// Reads the positions of a book's accounts.
final class PositionSection {
  private final Names accounts;
  private final BookReading reading;
  private final String currency;
  private final Map<String, List<Opened>> byAccount = new LinkedHashMap<>();

  private PositionSection(Names accounts, BookReading reading, String currency) {
    this.accounts = accounts;
    this.reading = reading;
    this.currency = currency;
  }

  private record Opened(Position position, Place place) {}

  /// @param accounts those that the book declares
  static PositionSection read(BookFields book, Names accounts, BookReading reading) {
    PositionSection section = new PositionSection(accounts, reading, book.text("currency"));
    reading.entries(book, "positions", section::add);
    return section;
  }

  private void add(BookFields fields) {
    String account = fields.text("account");
    String asset = fields.text("asset");
    accounts.require(account, fields.placeOf("account"), reading.problems());
    reading.useAsset(asset, fields.placeOf("asset"));
    reading.useAsset(currency, fields.placeOf("asset"));
    if (asset.equals(currency)) {
      reading
          .problems()
          .add(
              fields.placeOf("asset"),
              "a position in " + currency + " earns nothing: prices of this book are in it");
    }
    Position position =
        new Position(
            asset,
            fields.amount("size", Figure.of(Interval.UNKNOWN)),
            fields.quantity("entry", Figure.of(Interval.UNKNOWN)));
    List<Opened> open = byAccount.computeIfAbsent(account, _ -> new ArrayList<>(1));
    if (isNew(asset, open, fields.placeOf("account"))) {
      open.add(new Opened(position, fields.placeOf("account")));
    }
  }

  private boolean isNew(String asset, List<Opened> open, Place place) {
    for (Opened other : open) {
      if (other.position().asset().equals(asset)) {
        String where = other.place().lineSeenFrom(place);
        reading
            .problems()
            .add(
                place, "the position of this account in " + asset + " is already told in " + where);
        return false;
      }
    }
    return true;
  }

  /// Returns the accounts with their positions.
  List<Account> addedTo(List<Account> bare) {
    return byAccount.isEmpty() ? bare : bare.stream().map(this::with).toList();
  }

  private Account with(Account account) {
    List<Opened> open = byAccount.get(account.id());
    return open == null
        ? account
        : account.withPositions(open.stream().map(Opened::position).toList());
  }
}
