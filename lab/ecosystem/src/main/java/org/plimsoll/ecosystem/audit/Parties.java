package org.plimsoll.ecosystem.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ledger.LedgerAccount;

/// Whose wealth something is. Holders of one name are one party; whoever holds what the venue keeps
/// is the party `venue`, and so is a holder of that name.
final class Parties {
  static final int VENUE = 0;

  private final WorldLedger ledger;
  private final Exchange exchange;
  private final List<String> names = new ArrayList<>();
  private final SortedMap<String, Integer> numbers = new TreeMap<>();
  private int[] ofHolder = new int[16];
  private int known;

  Parties(WorldLedger ledger, Exchange exchange) {
    this.ledger = ledger;
    this.exchange = exchange;
    number("venue");
  }

  int ofHolder(int holder) {
    while (known <= holder) {
      learn(known++);
    }
    return ofHolder[holder];
  }

  int ofAccount(int account) {
    return ofHolder(exchange.holderOfAccount(account));
  }

  /// Returns whose a ledger account of the venue is. What funds have issued is owed by whoever has
  /// the fund's account.
  int ofAddress(int address, int asset) {
    return switch (LedgerAccount.kind(address)) {
      case CUSTOMER, PENDING, STAKED -> ofAccount(LedgerAccount.number(address));
      case CUSTODY, VENUE, SETTLEMENT -> VENUE;
      case ISSUED -> ofIssuer(asset);
    };
  }

  /// Returns whose the fund behind a leveraged token is.
  int ofIssuer(int asset) {
    return exchange.books().leveragedTokens().stream()
        .filter(token -> token.asset() == asset)
        .mapToInt(token -> ofAccount(token.fund()))
        .findFirst()
        .orElse(VENUE);
  }

  /// Returns how many parties there are, of all holders that there are.
  int count() {
    ofHolder(ledger.holderCount() - 1);
    return names.size();
  }

  String name(int party) {
    return names.get(party);
  }

  private void learn(int holder) {
    ofHolder = holder < ofHolder.length ? ofHolder : Arrays.copyOf(ofHolder, holder * 2);
    ofHolder[holder] = exchange.isPlace(holder) ? VENUE : number(ledger.holder(holder));
  }

  private int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      number = names.size();
      numbers.put(name, number);
      names.add(name);
    }
    return number;
  }
}
