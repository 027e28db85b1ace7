package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.List;
import org.plimsoll.server.file.VenueFile;
import org.plimsoll.server.file.VenueFile.AccountEntry;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.server.file.VenueFile.MarketEntry;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;

/// What a venue file comes to, for somebody who is about to open a venue by it.
final class ServeCheck {
  private ServeCheck() {}

  static void print(ReadVenue venue, PrintWriter out) {
    VenueFile file = venue.file();
    out.println(file.title());
    list("assets", file.assets().stream().map(AssetEntry::name).toList(), out);
    list("markets", file.markets().stream().map(MarketEntry::name).toList(), out);
    list("accounts", file.accounts().stream().map(AccountEntry::name).toList(), out);
    out.println(
        "  prices    " + (file.feed().isPresent() ? "made up by its feed" : "from an operator"));
    out.println("  opens     with " + venue.opening().commands().size() + " commands");
  }

  private static void list(String name, List<String> members, PrintWriter out) {
    out.printf("  %-8s %2d: %s%n", name, members.size(), String.join(", ", members));
  }
}
