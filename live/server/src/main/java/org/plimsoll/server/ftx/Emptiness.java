package org.plimsoll.server.ftx;

import java.util.stream.IntStream;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.venue.VenueView;

/// Whether an account has nothing, owes nothing, and has promised nothing.
record Emptiness(VenueView view, int account) {
  boolean holds() {
    return IntStream.range(0, view.assetCount()).allMatch(this::isWithout)
        && Listings.futures(view).stream().allMatch(future -> isFlat(future.market()))
        && view.openOrderCount(account) == 0
        && view.triggers().values().stream().noneMatch(each -> each.account() == account)
        && view.quotes().stream()
            .noneMatch(each -> each.account() == account || each.counterparty() == account)
        && isPrivate();
  }

  private boolean isWithout(int asset) {
    return view.balance(account, asset) == 0
        && view.pending(account, asset) == 0
        && view.staked(account, asset) == 0
        && view.offered(account, asset) == 0
        && view.lent(account, asset) == 0;
  }

  private boolean isFlat(int market) {
    return view.positionLots(account, market) == 0 && view.unrealized(account, market) == 0;
  }

  /// Returns whether the venue has given it no part to play.
  private boolean isPrivate() {
    PledgeBackstop pledge = view.pledge(account);
    return pledge.perMinute() == 0
        && pledge.perHour() == 0
        && view.privileges().stream().noneMatch(each -> each.account() == account)
        && view.leveragedTokens().stream().noneMatch(each -> each.fund() == account)
        && view.exchangeToken().filter(each -> each.treasury() == account).isEmpty();
  }
}
