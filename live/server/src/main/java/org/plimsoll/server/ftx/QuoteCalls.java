package org.plimsoll.server.ftx;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.file.Dealer;
import org.plimsoll.server.file.Dealer.Asked;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.QuoteStatus;
import org.plimsoll.venue.VenueView;

/// Conversions at a quote of the venue's dealer: asked for, looked at, accepted.
final class QuoteCalls {
  private static final int TRIES_MAX = 20;

  private final Floor floor;
  private final History history;
  private final Catalog catalog;
  private final Optional<Dealer> dealer;

  /// What the next quote's number may be; the venue says so where it is another.
  private final AtomicLong next = new AtomicLong(1);

  QuoteCalls(Floor floor, History history, Catalog catalog, Optional<Dealer> dealer) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
    this.dealer = dealer;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("POST", "otc/quotes", Scope.TRADE, this::request),
        Route.keyed("GET", "otc/quotes/{id}", Scope.READ, this::quote),
        Route.keyed("POST", "otc/quotes/{id}/accept", Scope.TRADE, this::accept));
  }

  private Outcome request(Ask ask) {
    Parameters parameters = ask.parameters();
    DefineAsset from = catalog.coin(parameters.requiredText("fromCoin"));
    DefineAsset to = catalog.coin(parameters.requiredText("toCoin"));
    long amount = Amounts.of(parameters.requiredDecimal("size"), from);
    Dealer there =
        dealer.orElseThrow(() -> new FtxError(403, "Nobody quotes conversions at this venue"));
    for (int i = 0; i < TRIES_MAX; i++) {
      long number = next.get();
      Answer answer =
          floor.follow(view ->
              offer(there.ask(view, number, ask.account(), from.asset(), to.asset(), amount)));
      if (answer instanceof Answer.Refused(_, CommandRefused refused)) {
        next.set(numberAfter(refused));
      } else {
        Floor.done(answer);
        next.set(number + 1);
        return Outcome.of(Json.object().put("quoteId", number));
      }
    }
    throw new FtxError(503, "Please try again");
  }

  /// Returns the number that the venue asks for where it was another one. A dealer who has no room
  /// for one more quote may have it soon.
  private static long numberAfter(CommandRefused refused) {
    return switch (refused.reason()) {
      case NUMBER_NOT_NEXT -> refused.required();
      case CAPACITY_REACHED -> throw new FtxError(503, "Please try again");
      default -> throw RefusalText.error(refused);
    };
  }

  private static OfferQuote offer(Asked asked) {
    return switch (asked) {
      case Asked.Offered(OfferQuote offer) -> offer;
      case Asked.Refused(Dealer.Why why) -> throw error(why);
    };
  }

  private static FtxError error(Dealer.Why why) {
    return switch (why) {
      case NOBODY_THERE -> new FtxError(403, "Nobody quotes conversions at this venue");
      case OWN_ACCOUNT -> new FtxError(403, "Not approved to trade this product");
      case NOT_CONVERTED -> FtxError.invalid("toCoin");
      case NO_MARK -> new FtxError(503, "Please try again");
      case TOO_SMALL -> new FtxError(400, "Size too small");
      case TOO_LARGE -> new FtxError(400, "Size too large");
      case TOO_MANY -> new FtxError(429, "Please slow down");
    };
  }

  private Outcome quote(Ask ask) {
    Kept.Quote quote = own(ask);
    long nowNs = floor.clockNs();
    return Outcome.of(
        QuoteJson.of(
            quote, catalog.asset(quote.fromAsset()), catalog.asset(quote.toAsset()), nowNs));
  }

  private Outcome accept(Ask ask) {
    Kept.Quote quote = own(ask);
    Answer answer = floor.attempt(new AcceptQuote(ask.account(), quote.id()));
    if (answer instanceof Answer.Refused(_, CommandRefused refused)) {
      throw refusal(refused, ask, quote);
    }
    Floor.done(answer);
    return Outcome.nothing();
  }

  private FtxError refusal(CommandRefused refused, Ask ask, Kept.Quote quote) {
    return switch (refused.reason()) {
      case UNKNOWN_QUOTE ->
          own(ask).status() == QuoteStatus.ACCEPTED
              ? new FtxError(400, "Quote already accepted")
              : new FtxError(400, "Quote expired");
      case INSUFFICIENT_FREE_COLLATERAL, INSUFFICIENT_BALANCE, NOT_BORROWABLE ->
          floor.ask(view -> isShort(view, quote))
              ? new FtxError(503, "Please try again")
              : new FtxError(400, "Account does not have enough balances");
      default -> RefusalText.error(refused);
    };
  }

  /// Returns whether the dealer no longer has what it offered.
  private static boolean isShort(VenueView view, Kept.Quote quote) {
    return view.balance(quote.counterparty(), quote.toAsset()) < quote.toAmount();
  }

  private Kept.Quote own(Ask ask) {
    long id = id(ask.name("id"));
    return history
        .ask(store -> store.quote(id))
        .filter(quote -> quote.account() == ask.account())
        .orElseThrow(QuoteCalls::unknown);
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw unknown();
    }
  }

  private static FtxError unknown() {
    return new FtxError(404, "Quote not found");
  }
}
