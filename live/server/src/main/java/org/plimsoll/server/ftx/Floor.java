package org.plimsoll.server.ftx;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.exchange.Stopped;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// The venue as this dialect uses it: what it answers instead of an answer is an [FtxError].
final class Floor {
  private final Exchange exchange;

  Floor(Exchange exchange) {
    this.exchange = exchange;
  }

  /// Asks between two commands.
  <T> T ask(Function<VenueView, T> question) {
    try {
      return exchange.ask(question);
    } catch (Stopped over) {
      throw FtxError.retry();
    }
  }

  /// Answers a call by what is seen between two commands.
  Outcome show(Function<VenueView, ? extends JsonNode> question) {
    JsonNode seen = ask(question);
    return Outcome.of(seen);
  }

  /// Returns the venue's clock in nanoseconds since 1970.
  long clockNs() {
    return ask(VenueView::clockNs);
  }

  /// Sends a command, and returns when whoever asks knows of it.
  ///
  /// @throws FtxError if it is refused, or never comes to the venue
  Happening send(Command command) {
    return done(attempt(command));
  }

  /// Sends a command that takes money out of an account. Whatever stands in its way for lack of
  /// money is called so.
  Happening pay(Command command) {
    Answer answer = attempt(command);
    if (answer instanceof Answer.Refused(_, CommandRefused refused)
        && refused.reason() == RefusalReason.INSUFFICIENT_FREE_COLLATERAL) {
      throw new FtxError(400, "Not enough balances");
    }
    return done(answer);
  }

  /// Sends a command, and returns what became of it.
  Answer attempt(Command command) {
    return exchange.send(command);
  }

  /// Sends the command that follows from what is seen, while nobody else does so.
  Answer follow(Function<VenueView, ? extends Command> look) {
    try {
      return exchange.sendWhatFollows(view -> List.of(look.apply(view))).getFirst();
    } catch (Stopped over) {
      throw FtxError.retry();
    }
  }

  /// Returns what a command did.
  ///
  /// @throws FtxError if it is refused, or never came to the venue
  static Happening done(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> done.happening();
      case Answer.Refused refused -> throw RefusalText.error(refused.why());
      case Answer.Turned _ -> throw FtxError.retry();
      case Answer.Unknown _ ->
          throw new FtxError(503, "An unexpected error occurred, please try again later.");
    };
  }
}
