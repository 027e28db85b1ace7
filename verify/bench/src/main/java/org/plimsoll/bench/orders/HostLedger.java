package org.plimsoll.bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.venue.VenueView;

/// Moves of money in a venue whose host journals each with sync.
final class HostLedger {
  private final Transfers transfers;
  private final HostTape tape;
  private final Path folder;

  /// Records moves; `folder` is where journals lie while one is written.
  HostLedger(Transfers transfers, Path folder) {
    this.transfers = transfers;
    this.tape = HostTape.ofTransfers(transfers);
    this.folder = folder;
  }

  /// Makes all moves, reads the journal again, and returns how many were made in a second.
  double run() throws IOException, HostRefusal {
    Path journal = Files.createTempDirectory(folder, "journal-");
    try {
      double rate = HostContest.journal(tape, journal);
      transfers.requireLeadTo(balances(journal));
      return rate;
    } finally {
      HostContest.delete(journal);
    }
  }

  /// Returns what the journal leads to, where custody must hold what all accounts have.
  private long[] balances(Path journal) throws IOException, HostRefusal {
    EventEncoder events = new EventEncoder();
    try (Replay replay = Replay.longest(DiskStorage.openToRead(journal), events)) {
      while (replay.next()) {
        events.clear();
      }
      VenueView view = replay.venue().view();
      tape.requireSame(view);
      long[] balances = new long[transfers.accounts()];
      long sum = -view.onHand(0, 0);
      for (int account = 0; account < balances.length; account++) {
        balances[account] = view.balance(account, 0);
        sum += balances[account];
      }
      if (sum != 0) {
        throw new IllegalStateException("the ledger sums to " + sum + ", not to zero");
      }
      return balances;
    }
  }
}
