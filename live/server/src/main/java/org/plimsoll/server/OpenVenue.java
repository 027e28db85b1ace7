package org.plimsoll.server;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.file.Opening;
import org.plimsoll.venue.VenueView;

/// What must be so before anybody comes in.
final class OpenVenue {
  private OpenVenue() {}

  /// Lets a venue be what its file says, as far as it is not yet. Its clock comes first: without it
  /// nothing is dated.
  static void by(Opening opening, Exchange exchange) throws ServerRefusal {
    while (exchange.ask(VenueView::clockNs) == 0) {
      Thread.onSpinWait();
    }
    List<DeskCommand> missing = exchange.ask(opening::missing);
    List<Answer> answers = exchange.sendAll(missing);
    for (int i = 0; i < answers.size(); i++) {
      if (!(answers.get(i) instanceof Answer.Done)) {
        throw new ServerRefusal("the venue's opening stops at " + missing.get(i));
      }
    }
    mark(exchange);
  }

  /// Lets every price that was heard be a mark at once. It would be one at the next tick, but until
  /// then nobody can trade, and a clock that is moved by hand does not tick.
  private static void mark(Exchange exchange) {
    List<Answer> _ =
        exchange.sendWhatFollows(view ->
            IntStream.range(0, view.assetCount())
                    .anyMatch(asset -> view.indexE9(asset) > 0 && view.markE9(asset) == 0)
                ? List.of(new AdvanceTime(view.clockNs(), 0))
                : List.of());
  }
}
