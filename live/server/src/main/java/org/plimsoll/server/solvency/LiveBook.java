package org.plimsoll.server.solvency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.mirror.BookExport;
import org.plimsoll.mirror.Surroundings;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedAccount;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;

/// The book of a venue as it is now. Whoever can owe is a party of his own; all others are one,
/// since nothing that a book is asked tells them apart.
final class LiveBook {
  private LiveBook() {}

  /// Returns the book.
  ///
  /// @param markets what is known of the depth of each asset's market
  static Book of(VenuePicture picture, LiveFacts facts, List<Market> markets) {
    Set<String> owing = owing(picture);
    owing.addAll(facts.related());
    Map<String, String> owners = new HashMap<>();
    for (PicturedAccount account : picture.accounts()) {
      String name = account.opening().name();
      owners.put(name, owing.contains(name) ? name : LiveFacts.DEPOSITORS);
    }
    Surroundings surroundings =
        new Surroundings(
            facts.venue(), LiveFacts.SUBJECT, parties(owing, facts), facts.assets(), owners);
    return CreditorPool.of(BookExport.of(picture, surroundings).withMarkets(markets));
  }

  /// Returns the names of the main accounts of those who owe something or have positions.
  private static Set<String> owing(VenuePicture picture) {
    Set<Integer> numbers = new TreeSet<>();
    for (PicturedAccount account : picture.accounts()) {
      if (account.balances().stream().anyMatch(balance -> balance < 0)) {
        numbers.add(account.owner());
      }
    }
    for (PicturedPosition position : picture.positions()) {
      numbers.add(picture.accounts().get(position.account()).owner());
    }
    Set<String> names = new TreeSet<>();
    numbers.forEach(number -> names.add(picture.accounts().get(number).opening().name()));
    return names;
  }

  private static List<Party> parties(Set<String> owing, LiveFacts facts) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(LiveFacts.SUBJECT, Party.Kind.VENUE, facts.relatedTo(), List.of()));
    parties.add(new Party(LiveFacts.DEPOSITORS, Party.Kind.CUSTOMER, List.of(), List.of()));
    for (String name : owing) {
      Party.Kind kind = facts.related().contains(name) ? Party.Kind.AFFILIATE : Party.Kind.CUSTOMER;
      parties.add(new Party(name, kind, List.of(), List.of()));
    }
    return parties;
  }
}
