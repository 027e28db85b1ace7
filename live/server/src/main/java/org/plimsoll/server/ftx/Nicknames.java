package org.plimsoll.server.ftx;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.protocol.Name;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.keys.Subaccounts;
import org.plimsoll.venue.VenueView;

/// What owners call their subaccounts. An account of a journal stays for ever, so one that is
/// deleted has a name that nobody can ask for.
public final class Nicknames implements Subaccounts {
  static final String MAIN = "main";
  private static final String DELETED = "deleted:";

  private final Exchange exchange;

  /// Creates the names of a venue.
  public Nicknames(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public OptionalInt account(int owner, String nickname) {
    return exchange.ask(view -> named(view, owner, nickname));
  }

  @Override
  public String nickname(int account) {
    return exchange.ask(view -> of(view, account));
  }

  static String of(VenueView view, int account) {
    return view.accounts().get(account).name();
  }

  /// Returns what a subaccount is called that is deleted.
  static String deleted(int account) {
    return DELETED + account;
  }

  /// Returns whether a subaccount may be called so.
  static boolean isValid(String nickname) {
    return Name.isValid(nickname) && !nickname.equals(MAIN) && !nickname.startsWith(DELETED);
  }

  /// Returns the subaccounts of an owner that are not deleted, by number.
  static List<Integer> subaccounts(VenueView view, int owner) {
    return IntStream.range(0, view.accounts().size())
        .filter(account -> account != owner && view.owner(account) == owner)
        .filter(account -> !of(view, account).startsWith(DELETED))
        .boxed()
        .toList();
  }

  /// Returns an owner's subaccount of a name.
  static OptionalInt named(VenueView view, int owner, String nickname) {
    return subaccounts(view, owner).stream()
        .filter(account -> of(view, account).equals(nickname))
        .mapToInt(account -> account)
        .findFirst();
  }
}
