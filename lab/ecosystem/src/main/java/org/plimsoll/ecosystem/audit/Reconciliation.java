package org.plimsoll.ecosystem.audit;

import java.util.Arrays;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.VenueTransferListener;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.venue.VenueView;

/// Holds the venue's books against the world's ledger, at every instant at which something moved.
/// Always on, and never mended: a difference ends the run with its numbers.
///
/// Four things must hold: each balance of the venue is the sum of the transfers that it has told;
/// what it has in each custody location is what the world's ledger says is there; per asset,
/// custody + owed by customers + issued = owed to customers + pending + staked + the venue's own +
/// settlement; and every instrument of the world sums to zero over its holders. Only what moved is
/// looked at, which is as good as everything as long as nothing moves untold; [#checkAll] finds
/// that too.
public final class Reconciliation implements VenueTransferListener, WorldListener {
  private static final VenueAccount[] OWN = VenueAccount.values();
  private static final int ENDS_AT_FIRST = 256;

  private final Exchange exchange;
  private final WorldLedger ledger;
  private final FoldedBooks folded;
  private final MarkedList assets;
  private final MarkedList instruments;
  private int[] addresses = new int[ENDS_AT_FIRST];
  private int[] assetsThere = new int[ENDS_AT_FIRST];
  private int ends;

  /// Creates a reconciliation of a venue to which nothing has happened yet.
  public Reconciliation(Exchange exchange, WorldLedger ledger) {
    this.exchange = exchange;
    this.ledger = ledger;
    folded = new FoldedBooks(ledger.instruments().size());
    assets = new MarkedList(ledger.instruments().size());
    instruments = new MarkedList(ledger.instruments().size());
  }

  @Override
  public void onVenueTransfer(Cause cause, int asset, int from, int to, long amount) {
    folded.move(asset, from, to, amount);
    assets.mark(asset);
    touch(from, asset);
    touch(to, asset);
  }

  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    assets.mark(instrument);
    instruments.mark(instrument);
  }

  /// Compares what has moved since the last time.
  ///
  /// @throws InvariantViolation if something does not agree; the message has the numbers
  public void check() {
    for (int i = 0; i < ends; i++) {
      compare(addresses[i], assetsThere[i]);
    }
    for (int i = 0; i < assets.size(); i++) {
      balance(assets.get(i));
    }
    for (int i = 0; i < instruments.size(); i++) {
      addUp(instruments.get(i));
    }
    ends = 0;
    assets.clear();
    instruments.clear();
  }

  /// Compares everything, whether it has moved or not.
  ///
  /// @throws InvariantViolation if something does not agree; the message has the numbers
  public void checkAll() {
    forEachBalance(this::compare);
    for (int instrument = 0; instrument < ledger.instruments().size(); instrument++) {
      balance(instrument);
      addUp(instrument);
    }
  }

  /// Begins anew from the books as they are, and compares everything: for an economy that was read
  /// back.
  public void restart() {
    ends = 0;
    assets.clear();
    instruments.clear();
    forEachBalance((address, asset) -> folded.set(address, asset, booked(address, asset)));
    checkAll();
  }

  private void touch(int address, int asset) {
    if (ends == addresses.length) {
      addresses = Arrays.copyOf(addresses, ends * 2);
      assetsThere = Arrays.copyOf(assetsThere, ends * 2);
    }
    addresses[ends] = address;
    assetsThere[ends++] = asset;
  }

  private void compare(int address, int asset) {
    long told = folded.balance(address, asset);
    long booked = booked(address, asset);
    if (told != booked) {
      throw broken(
          asset,
          "transfers to "
              + LedgerAccount.kind(address)
              + " "
              + LedgerAccount.number(address)
              + " add up to "
              + told
              + ", the venue's books say "
              + booked);
    }
  }

  private long booked(int address, int asset) {
    VenueView books = exchange.books();
    int number = LedgerAccount.number(address);
    return switch (LedgerAccount.kind(address)) {
      case CUSTOMER -> books.balance(number, asset);
      case CUSTODY -> -books.onHand(number, asset);
      case VENUE -> books.venueBalance(OWN[number], asset);
      case SETTLEMENT -> asset == 0 ? books.settlementBalance(number) : 0;
      case PENDING -> books.pending(number, asset);
      case STAKED -> books.staked(number, asset);
      case ISSUED -> -books.issued(asset);
    };
  }

  /// The custody identity of an asset, with what is on hand as the world's ledger has it.
  private void balance(int asset) {
    if (asset >= exchange.books().assetCount()) {
      return;
    }
    long custody = 0;
    for (int place = 0; place < exchange.places(); place++) {
      custody += onHand(place, asset);
    }
    long owedBy = folded.owedBy(asset);
    long issued = -folded.sum(Kind.ISSUED, asset);
    long owedTo = folded.sum(Kind.CUSTOMER, asset) + owedBy;
    long setApart = folded.sum(Kind.PENDING, asset) + folded.sum(Kind.STAKED, asset);
    long own = folded.sum(Kind.VENUE, asset);
    long settlement = folded.sum(Kind.SETTLEMENT, asset);
    if (custody + owedBy + issued != owedTo + setApart + own + settlement) {
      throw broken(
          asset,
          String.join(
              " ",
              "custody " + custody + " + owed by " + owedBy + " + issued " + issued,
              "is not owed to " + owedTo + " + pending and staked " + setApart,
              "+ own " + own + " + settlement " + settlement));
    }
  }

  private long onHand(int place, int asset) {
    long booked = exchange.books().onHand(place, asset);
    int holder = exchange.holderOfPlace(place);
    long there = ledger.balance(holder, asset);
    if (there != booked) {
      throw broken(
          asset,
          "at "
              + ledger.holder(holder)
              + " the venue's books have "
              + booked
              + ", the world's ledger "
              + there);
    }
    return there;
  }

  private void addUp(int instrument) {
    long sum = ledger.sum(instrument);
    if (sum != 0) {
      throw broken(instrument, "sums to " + sum + " over all holders, not to 0");
    }
  }

  private InvariantViolation broken(int instrument, String what) {
    return new InvariantViolation(ledger.instruments().get(instrument).code() + ": " + what);
  }

  private interface BalanceVisitor {
    void visit(int address, int asset);
  }

  private void forEachBalance(BalanceVisitor visitor) {
    int markets = exchange.books().markets().size();
    for (int asset = 0; asset < exchange.books().assetCount(); asset++) {
      for (int account = 0; account < exchange.accounts(); account++) {
        visitor.visit(LedgerAccount.customer(account), asset);
        visitor.visit(LedgerAccount.pending(account), asset);
        visitor.visit(LedgerAccount.staked(account), asset);
      }
      for (int place = 0; place < exchange.places(); place++) {
        visitor.visit(LedgerAccount.custody(place), asset);
      }
      for (VenueAccount purpose : OWN) {
        visitor.visit(LedgerAccount.venue(purpose), asset);
      }
      for (int market = 0; market < markets; market++) {
        visitor.visit(LedgerAccount.settlement(market), asset);
      }
      visitor.visit(LedgerAccount.issued(), asset);
    }
  }
}
