package org.plimsoll.ecosystem;

import java.util.List;
import org.plimsoll.ecosystem.audit.Reconciliation;
import org.plimsoll.ecosystem.audit.WealthAccount;
import org.plimsoll.ecosystem.exchange.DeskEventListener;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.TradeListener;
import org.plimsoll.ecosystem.exchange.VenueTransferListener;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.kernel.Simulation;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.PriceEvent.MarkPriceSet;
import org.plimsoll.units.Exact;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;
import org.plimsoll.venue.Limits;

/// What a running scenario consists of, and what agents are built from: simulated time, the venue,
/// the world's ledger, prices and news. An agent keeps only those parts that it is meant to see.
public final class Economy {
  private final long seed;
  private final Simulation simulation;
  private final WorldLedger ledger;
  private final PriceBoard prices;
  private final Exchange exchange;
  private final LoanBook loans;
  private final Bulletin bulletin = new Bulletin();
  private final Chronicle chronicle = new Chronicle();
  private final WorldTransfers transfers;
  private final Reconciliation reconciliation;
  private final WealthAccount wealth;

  /// Creates an economy in which nothing has happened.
  ///
  /// @param seed from which every random stream follows
  /// @param instruments by number; the venue's assets come first, asset 0 being its unit of account
  public Economy(long seed, long startNs, List<Instrument> instruments, Limits limits) {
    this.seed = seed;
    simulation = new Simulation(startNs);
    transfers = new WorldTransfers();
    ledger = new WorldLedger(instruments, transfers);
    prices = new PriceBoard(instruments.size());
    exchange = new Exchange(limits, ledger);
    loans = new LoanBook(ledger);
    prices.set(0, Exact.ONE_E9);
    exchange.listen((DeskEventListener) this::followMark);
    reconciliation = new Reconciliation(exchange, ledger);
    wealth = new WealthAccount(ledger, prices, exchange);
    hear();
    simulation.watch(_ -> reconciliation.check());
  }

  private void hear() {
    transfers.add(reconciliation);
    exchange.listen((VenueTransferListener) reconciliation);
    transfers.add(wealth);
    prices.listen(wealth);
    exchange.listen((TradeListener) wealth);
    exchange.listen((VenueTransferListener) wealth);
    exchange.listen((DeskEventListener) wealth);
  }

  /// What the venue values at a new mark is worth that everywhere.
  private void followMark(DeskEvent event) {
    if (event instanceof MarkPriceSet mark) {
      prices.set(mark.asset(), mark.priceE9());
    }
  }

  /// Returns the random stream of an agent for a purpose.
  public RandomStream random(String agent, String purpose) {
    return new RandomStream(seed, agent, purpose);
  }

  /// Returns the agents and their calendar.
  public Simulation simulation() {
    return simulation;
  }

  /// Returns who has what outside the venue's books.
  public WorldLedger ledger() {
    return ledger;
  }

  /// Returns at what everything is valued.
  public PriceBoard prices() {
    return prices;
  }

  /// Returns the venue.
  public Exchange exchange() {
    return exchange;
  }

  /// Returns who lent whom what outside the venue.
  public LoanBook loans() {
    return loans;
  }

  /// Returns what compares the venue's books with the world's ledger.
  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /// Compares all books with each other and explains everybody's wealth: between two instants, and
  /// at the end of a run.
  ///
  /// @throws org.plimsoll.units.InvariantViolation if something does not agree; the message has the
  ///   numbers
  public void audit() {
    reconciliation.checkAll();
    wealth.check();
  }

  /// Returns why everybody has become richer or poorer.
  public WealthAccount wealth() {
    return wealth;
  }

  /// Returns the news.
  public Bulletin bulletin() {
    return bulletin;
  }

  /// Returns what will be shown on the timeline.
  public Chronicle chronicle() {
    return chronicle;
  }

  /// Adds somebody who hears of every transfer in the world's ledger.
  public void listen(WorldListener listener) {
    transfers.add(listener);
  }

  /// Tells the whole state.
  public void writeTo(StateSink sink) {
    ledger.writeTo(sink);
    prices.writeTo(sink);
    exchange.writeTo(sink);
    loans.writeTo(sink);
    bulletin.writeTo(sink);
    chronicle.writeTo(sink);
    simulation.writeTo(sink);
    wealth.writeTo(sink);
  }

  /// Takes over what [#writeTo] of an economy that was set up alike told.
  public void readFrom(StateSource source) {
    ledger.readFrom(source);
    prices.readFrom(source);
    exchange.readFrom(source);
    loans.readFrom(source);
    bulletin.readFrom(source);
    chronicle.readFrom(source);
    simulation.readFrom(source);
    wealth.readFrom(source);
    reconciliation.restart();
  }

  /// Returns the fingerprint of the whole state.
  public long hash() {
    StateWriter writer = new StateWriter(0);
    writeTo(writer);
    return writer.hash();
  }
}
