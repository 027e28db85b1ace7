package org.plimsoll.server;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.host.HostState;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.file.Opening;
import org.plimsoll.server.solvency.Watch;
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
    for (DeskCommand command : exchange.ask(opening::missing)) {
      if (!(exchange.send(command) instanceof Answer.Done)) {
        throw new ServerRefusal("the venue's opening stops at " + command);
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

  /// Waits until the books have been read once, so that whoever comes in can ask what they say; not
  /// where nobody will read them.
  static void awaitReading(Watch watch, Exchange exchange) throws InterruptedIOException {
    while (watch.latest().isEmpty()
        && watch.trouble().isEmpty()
        && exchange.state() != HostState.HALTED) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException stopped) {
        throw new InterruptedIOException("while the books were read for the first time");
      }
    }
  }
}
