package org.plimsoll.ecosystem.scenario;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.solvency.book.Book;

/// What the names of a scenario stand for, for whoever is created from its terms.
public final class Setting {
  private final Economy economy;
  private final Ticks ticks;
  private final SortedMap<String, Integer> instruments = new TreeMap<>();
  private final SortedMap<String, Integer> markets = new TreeMap<>();
  private final SortedMap<String, Integer> places = new TreeMap<>();
  private final SortedMap<String, Integer> holders = new TreeMap<>();
  private final SortedMap<String, Terminal> terminals = new TreeMap<>();

  private Supplier<Book> venueBook =
      () -> {
        throw new IllegalStateException("nobody keeps the venue's book");
      };

  /// Creates a setting in which nothing has a name.
  public Setting(Economy economy, Ticks ticks) {
    this.economy = economy;
    this.ticks = ticks;
  }

  /// Returns the economy.
  public Economy economy() {
    return economy;
  }

  /// Returns when prices move.
  public Ticks ticks() {
    return ticks;
  }

  /// Names an instrument; those of the venue's assets have the assets' numbers.
  public void nameInstrument(String name, int instrument) {
    instruments.put(name, instrument);
  }

  /// Names a market of the venue.
  public void nameMarket(String name, int market) {
    markets.put(name, market);
  }

  /// Names a custody location of the venue.
  public void namePlace(String name, int custody) {
    places.put(name, custody);
  }

  /// Names a holder of the world's ledger.
  public void nameHolder(String name, int holder) {
    holders.put(name, holder);
  }

  /// Returns the number of an instrument or asset.
  public int instrument(String name) {
    return found(instruments, "asset", name);
  }

  /// Returns the number of a market.
  public int market(String name) {
    return found(markets, "market", name);
  }

  /// Returns the number of a custody location.
  public int place(String name) {
    return found(places, "custody location", name);
  }

  /// Returns the number of a holder.
  public int holder(String name) {
    return found(holders, "party", name);
  }

  /// Returns an account that was opened before.
  public Terminal terminal(String account) {
    return found(terminals, "account", account);
  }

  /// Returns a party's account of a name, which is opened where there is none yet.
  public Terminal terminal(String account, String party) {
    Terminal known = terminals.get(account);
    if (known == null) {
      known = economy.exchange().open(account, holder(party));
      terminals.put(account, known);
    }
    return known;
  }

  /// Returns an account beside a party's main one, a margin island of its own, which is opened
  /// where there is none yet.
  public Terminal terminalBeside(String account, Terminal main) {
    Terminal known = terminals.get(account);
    if (known == null) {
      known = economy.exchange().openBeside(main, account);
      terminals.put(account, known);
    }
    return known;
  }

  /// Returns a party's main account, or the one of another name beside it.
  public Terminal terminal(String account, String beside, String party) {
    Terminal main = terminal(beside, party);
    return account.equals(beside) ? main : terminalBeside(account, main);
  }

  /// Returns a party's account of a name before a market.
  public Seat seat(String account, String party, String market) {
    return new Seat(economy.exchange(), terminal(account, party), market(market));
  }

  /// Says who writes the venue's book.
  public void keepVenueBook(Supplier<Book> keeper) {
    venueBook = keeper;
  }

  /// Returns the venue's book as its ledger has it now, with what stands around it, for those who
  /// look after its risk.
  public Book venueBook() {
    return venueBook.get();
  }

  private static <V> V found(SortedMap<String, V> names, String what, String name) {
    V value = names.get(name);
    if (value == null) {
      throw new UnknownName(what, name, names.keySet());
    }
    return value;
  }
}
