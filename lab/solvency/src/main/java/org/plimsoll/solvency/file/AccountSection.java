package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Reads the accounts of a book, and makes the accounts that a group stands for.
final class AccountSection {
  /// How many accounts a book may have, groups expanded.
  static final int ACCOUNTS_MAX = 1_000_000;

  /// How many characters an id may have, the number within its group included.
  static final int ID_CHARS_MAX = 64;

  private final BookReading reading;
  private final Names names = new Names("account");
  private final List<Account> accounts = new ArrayList<>();

  private AccountSection(BookReading reading) {
    this.reading = reading;
  }

  static List<Account> read(BookFields book, BookReading reading) {
    AccountSection section = new AccountSection(reading);
    reading.entries(book, "accounts", section::add);
    return PositionSection.read(book, section.names, reading).addedTo(section.accounts);
  }

  private void add(BookFields fields) {
    String owner = fields.text("owner");
    reading.parties().require(owner, fields.placeOf("owner"), reading.problems());
    Account account =
        new Account(
            fields.text("id"),
            owner,
            fields.flag("segregated"),
            exemptions(fields),
            balances(fields));
    if (fields.has("count")) {
      expand(account, count(fields), fields.placeOf("id"));
    } else if (hasRoom(1, fields.placeOf("id"))) {
      names.declare(account.id(), fields.placeOf("id"), reading.problems());
      accounts.add(account);
    }
  }

  private int count(BookFields fields) {
    BigDecimal count = fields.number("count", BigDecimal.ONE);
    boolean isWhole = count.stripTrailingZeros().scale() <= 0;
    boolean isInBounds =
        count.signum() > 0 && count.compareTo(BigDecimal.valueOf(ACCOUNTS_MAX)) <= 0;
    return isWhole && isInBounds ? count.intValueExact() : reading.standIn(1);
  }

  private void expand(Account group, int count, Place place) {
    int width = Integer.toString(count).length();
    if (group.id().length() + 1 + width > ID_CHARS_MAX) {
      reading
          .problems()
          .add(place, "the ids of this group get longer than " + ID_CHARS_MAX + " characters");
      return;
    }
    if (!hasRoom(count, place)) {
      return;
    }
    boolean isNew = true;
    for (int number = 1; number <= count && isNew; number++) {
      String id = AccountGroup.memberId(group.id(), number, width);
      isNew = names.declare(id, place, reading.problems());
      accounts.add(
          new Account(id, group.owner(), group.segregated(), group.exemptions(), group.balances()));
    }
  }

  private boolean hasRoom(int count, Place place) {
    if (accounts.size() <= ACCOUNTS_MAX - count) {
      return true;
    }
    reading.problems().add(place, "here the book gets more than 1,000,000 accounts");
    return false;
  }

  private List<Account.Exemption> exemptions(BookFields fields) {
    List<Account.Exemption> exemptions = new ArrayList<>();
    for (Tree.Scalar word : fields.texts("exemptions")) {
      exemptions.add(fields.constant(word, Account.Exemption.CREDIT_LINE));
    }
    return exemptions;
  }

  private SortedMap<String, Figure> balances(BookFields fields) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    for (Tree.Entry entry : fields.entries("balances")) {
      reading.useAsset(entry.key(), entry.place());
      balances.put(entry.key(), fields.figure(entry.value()));
    }
    return balances;
  }
}
