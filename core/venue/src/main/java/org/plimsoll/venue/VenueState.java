package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Ledger;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.units.StateHash;

/// Everything that a venue remembers. The desks change it; nothing else does.
final class VenueState {
  final Limits limits;
  final EventSink sink;
  final AssetTable assets;
  final Ledger ledger;
  final OpenOrders openOrders;
  final List<OpenAccount> accounts = new ArrayList<>();
  final List<Integer> owners = new ArrayList<>();
  final List<OpenCustody> custody = new ArrayList<>();
  final List<SpotMarket> markets = new ArrayList<>();
  final Withdrawals withdrawals;
  final Quotes quotes = new Quotes();
  final Privileges privileges = new Privileges();
  final SortedMap<PublishedFigure, Long> overriddenFigures = new TreeMap<>();
  final ClientSequences clients;
  final Agenda agenda = new Agenda();
  Rules rules = Rules.CASH;
  long sequence;
  long clockNs;
  long lastOrder;

  VenueState(Limits limits, EventSink sink) {
    this.limits = limits;
    this.sink = sink;
    this.assets = new AssetTable(limits.assetsMax());
    this.ledger = new Ledger(limits.assetsMax(), sink::onTransferPosted);
    this.openOrders = new OpenOrders(limits.assetsMax());
    this.withdrawals = new Withdrawals(limits.assetsMax());
    this.clients = new ClientSequences();
  }

  /// Returns the fingerprint of everything above, in the order of declaration.
  long hash() {
    StateHash hash = new StateHash();
    assets.hashInto(hash);
    ledger.hashInto(hash);
    openOrders.hashInto(hash);
    accounts.forEach(account -> hash.add(account.name()));
    owners.forEach(hash::add);
    custody.forEach(place -> hash.add(place.kind().ordinal()).add(place.name()));
    markets.forEach(market -> market.hashInto(hash));
    withdrawals.hashInto(hash);
    quotes.hashInto(hash);
    privileges.hashInto(hash);
    hash.add(overriddenFigures.size());
    overriddenFigures.forEach((figure, value) -> hash.add(figure.ordinal()).add(value));
    clients.hashInto(hash);
    agenda.hashInto(hash);
    hash.add(rules.version()).add(sequence).add(clockNs).add(lastOrder);
    return hash.value();
  }
}
