package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// The laws of leveraged tokens.
final class LeveragedTokenLaws {
  private LeveragedTokenLaws() {}

  /// Every token that a fund has issued and not redeemed is somebody's, and there is none besides:
  /// neither in custody nor of an asset that is no leveraged token.
  static void tokensAreWhatHoldersHave(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    for (Request request : history) {
      live.apply(request);
      VenueView view = live.view();
      List<Integer> tokens =
          view.leveragedTokens().stream().map(ListLeveragedToken::asset).toList();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        if (tokens.contains(asset)) {
          BrokenLaw.unlessEqual(held(view, asset), view.issued(asset), "tokens of asset " + asset);
        } else {
          BrokenLaw.unlessEqual(0L, view.issued(asset), "issued of asset " + asset);
        }
      }
    }
  }

  private static long held(VenueView view, int asset) {
    long held = 0;
    for (int account = 0; account < view.accounts().size(); account++) {
      held += view.balance(account, asset) + view.pending(account, asset);
    }
    for (VenueAccount purpose : VenueAccount.values()) {
      held += view.venueBalance(purpose, asset);
    }
    return held;
  }

  /// A creation or redemption leaves a token worth what it was, but for less than a smallest unit
  /// of account that rounding adds to the fund.
  static void nobodysTokenPaysForAnothers(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    for (Request request : history) {
      switch (request.command()) {
        case CreateToken c -> compare(live, request, c.asset(), c.tokens());
        case RedeemToken c -> compare(live, request, c.asset(), -c.tokens());
        default -> live.apply(request);
      }
    }
  }

  private static void compare(VenueLaws.Live live, Request request, int asset, long change) {
    List<ListLeveragedToken> found =
        live.view().leveragedTokens().stream().filter(t -> t.asset() == asset).toList();
    if (found.isEmpty()) {
      live.apply(request);
      return;
    }
    ListLeveragedToken token = found.getFirst();
    BigInteger before = BigInteger.valueOf(live.view().issued(asset));
    BigInteger nav = nav(live.view(), token);
    List<Event> events = live.apply(request);
    BigInteger after = before.add(BigInteger.valueOf(change));
    boolean isShared = before.signum() > 0 && after.signum() > 0;
    if (events.get(1) instanceof Event.CommandApplied && isShared) {
      BigInteger won =
          nav.add(flow(events, token.fund())).multiply(before).subtract(nav.multiply(after));
      BrokenLaw.unless(
          won.signum() >= 0 && won.compareTo(before) < 0,
          "worth of a token moved by " + won + " over " + before + " at " + request);
    }
  }

  private static BigInteger nav(VenueView view, ListLeveragedToken token) {
    return BigInteger.valueOf(view.balance(token.fund(), 0))
        .add(BigInteger.valueOf(view.unrealized(token.fund(), token.market())));
  }

  /// Returns the money that came into the fund by the command itself, before anything that is due.
  private static BigInteger flow(List<Event> events, int fund) {
    BigInteger sum = BigInteger.ZERO;
    for (Event event : events) {
      if (event instanceof ClockEvent.DueWorkBegan) {
        return sum;
      }
      if (event instanceof Event.TransferPosted e && e.asset() == 0) {
        BigInteger amount = BigInteger.valueOf(e.amount());
        sum = e.to() == fund ? sum.add(amount) : sum;
        sum = e.from() == fund ? sum.subtract(amount) : sum;
      }
    }
    return sum;
  }
}
