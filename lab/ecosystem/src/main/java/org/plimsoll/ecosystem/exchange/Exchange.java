package org.plimsoll.ecosystem.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;
import org.plimsoll.venue.VenueView;

/// A venue in simulated time. Its operator asks it here; everybody else has a [Terminal].
public final class Exchange {
  /// Every command comes from one client, whose numbers count them.
  private static final int CLIENT = 0;

  private final Limits limits;
  private final CustodyBridge bridge;
  private final Tape tape;
  private final WorldLedger ledger;
  private Venue venue;
  private VenueView view;
  private @Nullable WithdrawalDoor door;
  private @Nullable CommandListener history;
  private long commands;
  private int accounts;
  private int places;

  /// Creates an empty venue.
  ///
  /// @param ledger the world's, whose first instruments are the venue's assets, by number
  public Exchange(Limits limits, WorldLedger ledger) {
    this.limits = limits;
    this.ledger = ledger;
    bridge = new CustodyBridge(ledger);
    tape = new Tape(bridge);
    venue = new Venue(limits, tape);
    view = venue.view();
  }

  /// Asks the venue something as its operator.
  ///
  /// @return whether it was done; if not, [#refusal] says why
  public boolean ask(DeskCommand command) {
    if (command instanceof MarketListing listing) {
      tape.openMarket(listing.market());
    }
    if (begin(command)) {
      venue.onDesk(command);
      venue.end();
    }
    return tape.refusal() == null;
  }

  /// Asks the venue something that cannot be refused in a scenario that is set up rightly.
  ///
  /// @throws IllegalStateException if it is refused
  public void require(DeskCommand command) {
    if (!ask(command)) {
      throw new IllegalStateException(command + " was refused: " + tape.refusal());
    }
  }

  /// Returns why the last command was refused, or nothing if it was not.
  public Optional<RefusalReason> refusal() {
    return Optional.ofNullable(tape.refusal());
  }

  /// Opens the next account, for a holder of the world's ledger.
  public Terminal open(String name, int holder) {
    int account = accounts++;
    bridge.account(account, holder);
    require(new OpenAccount(account, name));
    return new Terminal(this, account);
  }

  /// Returns another screen of an account that is open.
  public Terminal terminal(int account) {
    if (account < 0 || account >= accounts) {
      throw new IllegalArgumentException("there is no account " + account);
    }
    return new Terminal(this, account);
  }

  /// Opens a subaccount beside another account of the same holder.
  public Terminal openBeside(Terminal parent, String name) {
    int account = accounts++;
    bridge.account(account, bridge.holderOfAccount(parent.account()));
    require(new OpenSubaccount(account, parent.account(), name));
    return new Terminal(this, account);
  }

  /// Opens the next custody location, which is a holder of the world's ledger too.
  ///
  /// @return its number at the venue
  public int openCustody(CustodyKind kind, String name) {
    int custody = places++;
    bridge.place(custody, ledger.open(name));
    require(new OpenCustody(custody, kind, name));
    return custody;
  }

  /// Asks for something of which the money is paid by a holder, or to one, who has no account for
  /// it: a contribution to the venue's capital, or what its owners are paid.
  public boolean askPaidBy(int holder, DeskCommand command) {
    bridge.contributor(holder);
    boolean isDone = ask(command);
    bridge.contributor(WorldLedger.OUTSIDE);
    return isDone;
  }

  /// Puts somebody in front of the venue's withdrawals: whoever asks at a [Terminal] asks there.
  public void setDoor(WithdrawalDoor door) {
    this.door = door;
  }

  boolean withdraw(int account, int asset, long amount, int custody) {
    return door == null
        ? ask(new WithdrawAsset(account, asset, amount, custody))
        : door.ask(account, asset, amount, custody);
  }

  long waiting(int account, int asset) {
    return door == null ? 0 : door.waiting(account, asset);
  }

  /// Returns how much of an asset those who wait at the desk have asked for beyond what is there to
  /// pay them; below 0 where more is there, 0 where there is no desk.
  public long lacking(int asset) {
    return door == null ? 0 : door.lacking(asset);
  }

  /// Lets somebody hear of every command from here on.
  public void listen(CommandListener listener) {
    history = listener.equals(CommandListener.NOBODY) ? null : listener;
  }

  /// Adds somebody who hears of every trade.
  public void listen(TradeListener listener) {
    tape.listen(listener);
  }

  /// Adds somebody who hears of every transfer in the venue's books.
  public void listen(VenueTransferListener listener) {
    tape.listen(listener);
  }

  /// Adds somebody who hears of what happens now and then.
  public void listen(DeskEventListener listener) {
    tape.listen(listener);
  }

  void listen(int account, FillListener listener) {
    tape.listen(account, listener);
  }

  /// Returns a window onto the venue for whoever keeps its books: the operator, and those who
  /// record and check. Agents see feeds only.
  public VenueView books() {
    return view;
  }

  /// Returns the world ledger's holder to whom an account belongs.
  public int holderOfAccount(int account) {
    return bridge.holderOfAccount(account);
  }

  /// Returns the world ledger's holder that a custody location is.
  public int holderOfPlace(int custody) {
    return bridge.holderOfPlace(custody);
  }

  /// Returns whether a holder of the world's ledger is a custody location.
  public boolean isPlace(int holder) {
    return bridge.isPlace(holder);
  }

  /// Returns how many custody locations there are.
  public int places() {
    return places;
  }

  /// Returns how many accounts there are.
  public int accounts() {
    return accounts;
  }

  /// Returns how many commands have come.
  public long commands() {
    return commands;
  }

  /// Returns how many events have happened.
  public long events() {
    return tape.events();
  }

  /// Returns the price of the last trade in a market in ticks, 0 before the first.
  public long lastTicks(int market) {
    return tape.lastTicks(market);
  }

  /// Returns how many lots have been traded in a market so far.
  public long tradedLots(int market) {
    return tape.tradedLots(market);
  }

  /// Returns the sum of ticks times lots over all trades in a market so far.
  public long tradedTickLots(int market) {
    return tape.tradedTickLots(market);
  }

  long limit(
      int account,
      int market,
      Side side,
      long ticks,
      long lots,
      TimeInForce life,
      boolean reduces) {
    if (history != null) {
      tell(new PlaceLimitOrder(account, market, side, ticks, lots, life, 0, reduces));
    }
    if (begin()) {
      venue.onPlaceLimitOrder(account, market, side, ticks, lots, life, 0, reduces);
      venue.end();
    }
    return tape.order();
  }

  long market(int account, int market, Side side, long lots, boolean reduces) {
    if (history != null) {
      tell(new PlaceMarketOrder(account, market, side, lots, 0, reduces));
    }
    if (begin()) {
      venue.onPlaceMarketOrder(account, market, side, lots, 0, reduces);
      venue.end();
    }
    return tape.order();
  }

  void cancel(int account, int market, long order) {
    if (history != null) {
      tell(new CancelOrder(account, market, order));
    }
    if (begin()) {
      venue.onCancelOrder(account, market, order);
      venue.end();
    }
  }

  private boolean begin(DeskCommand command) {
    tell(command);
    return begin();
  }

  private boolean begin() {
    return venue.begin(CLIENT, ++commands);
  }

  private void tell(Command command) {
    if (history != null) {
      history.onCommand(new Request(CLIENT, commands + 1, command));
    }
  }

  /// Tells the venue's state and what the feeds have counted.
  public void writeTo(StateSink sink) {
    byte[] snapshot = VenueSnapshot.of(venue);
    bridge.writeTo(sink, accounts, places);
    sink.add(commands).add(snapshot.length);
    for (byte each : snapshot) {
      sink.add(each);
    }
    tape.writeTo(sink);
  }

  /// Takes over what [#writeTo] of an exchange with the same places told. Accounts that were opened
  /// there later are there now; [#terminal] gives access to them.
  public void readFrom(StateSource source) {
    accounts = bridge.readFrom(source, accounts, places, ledger.holderCount());
    commands = source.number();
    byte[] snapshot = new byte[source.count()];
    for (int i = 0; i < snapshot.length; i++) {
      snapshot[i] = (byte) source.within(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    venue =
        switch (VenueSnapshot.restore(limits, tape, snapshot)) {
          case VenueSnapshot.Restored(Venue restored) -> restored;
          case VenueSnapshot.Refused(_, String why) -> throw new IllegalArgumentException(why);
        };
    view = venue.view();
    tape.readFrom(source);
  }

  /// Returns the fingerprint of everything that [#writeTo] tells.
  public long hash() {
    StateWriter writer = new StateWriter(0);
    writeTo(writer);
    return writer.hash();
  }
}
