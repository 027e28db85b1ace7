package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// What must hold between those who lend, those who borrow and those who do neither.
final class LendingLaws {
  private static final int FUND = NaiveLedger.VENUE_BIT + 1;

  private LendingLaws() {}

  /// Nobody can spend what he offers or what is lent of his balance, so it is always there.
  static void reservedIsThere(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    for (Request request : history) {
      live.apply(request);
      VenueView view = live.view();
      for (int account = 0; account < view.accounts().size(); account++) {
        for (int asset = 0; asset < view.assetCount(); asset++) {
          long reserved = view.reserved(account, asset);
          long left = view.balance(account, asset) - view.ordersWouldTake(account, asset);
          BrokenLaw.unless(
              reserved == 0 || reserved <= left,
              () -> "reserved " + reserved + " of " + left + " left");
          BrokenLaw.unless(
              view.lent(account, asset) <= reserved && view.offered(account, asset) <= reserved,
              "account " + account + " lends or offers what is not reserved");
        }
      }
    }
  }

  /// What is owed with all resting orders filled, beyond what may be lent, never grows, but by
  /// interest and by losses on futures, which is money that nobody took out of custody, and by what
  /// the fund takes of an estate that was lent: it is in the lender's place then. Whoever was ever
  /// granted to go below zero is left out: that is what the privilege is.
  static void onlyWhatMayBeLentIsLent(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    List<Long> before = new ArrayList<>();
    NavigableSet<Integer> mayOwe = new TreeSet<>();
    for (Request request : history) {
      List<Event> events = live.apply(request);
      events.stream().flatMapToInt(LendingLaws::granted).forEach(mayOwe::add);
      VenueView view = live.view();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        if (asset == before.size()) {
          before.add(0L);
        }
        long beyond =
            view.custodyPolicy() == CustodyPolicy.COMMINGLED ? 0 : beyond(view, asset, mayOwe);
        BrokenLaw.unless(
            beyond <= Math.max(0, before.get(asset)) + paid(events, asset),
            "lent beyond what may be: " + beyond + " of asset " + asset);
        before.set(asset, beyond);
      }
    }
  }

  /// Of every hour's interest, what borrowers paid is what lenders got and what the venue keeps of
  /// it beside what trades pay to it and not to the fund, to the unit.
  static void interestConserves(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    List<BigInteger> kept = new ArrayList<>();
    for (Request request : history) {
      List<Event> events = live.apply(request);
      VenueView view = live.view();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        if (asset == kept.size()) {
          kept.add(BigInteger.ZERO);
        }
        BigInteger paid = posted(events, Cause.INTEREST_PAID, asset);
        BigInteger earned = posted(events, Cause.INTEREST_EARNED, asset);
        BigInteger fees =
            posted(events, Cause.TAKER_FEE, asset)
                .add(posted(events, Cause.MAKER_FEE, asset))
                .add(posted(events, Cause.TOKEN_FEE, asset))
                .add(posted(events, Cause.MANAGEMENT_FEE, asset));
        BigInteger given =
            posted(events, Cause.REBATE, asset)
                .add(posted(events, Cause.BUYBACK_FUNDING, asset))
                .add(posted(events, Cause.OWNERS_PAID, asset));
        kept.set(asset, kept.get(asset).add(paid).subtract(earned).add(fees).subtract(given));
        BrokenLaw.unlessEqual(
            kept.get(asset),
            BigInteger.valueOf(view.venueBalance(VenueAccount.FEES, asset)),
            "kept of interest and fees of asset " + asset);
      }
    }
  }

  private static BigInteger posted(List<Event> events, Cause cause, int asset) {
    BigInteger sum = BigInteger.ZERO;
    for (Event event : events) {
      if (event instanceof Event.TransferPosted e
          && e.cause() == cause
          && e.asset() == asset
          && e.to() != FUND) {
        sum = sum.add(BigInteger.valueOf(e.amount()));
      }
    }
    return sum;
  }

  private static IntStream granted(Event event) {
    return event instanceof Event.CommandApplied(ControlCommand.GrantPrivilege c)
            && c.privilege() == Privilege.ALLOW_NEGATIVE
        ? IntStream.of(c.account())
        : IntStream.empty();
  }

  private static long beyond(VenueView view, int asset, NavigableSet<Integer> mayOwe) {
    long owed = 0;
    long mayBeLent = 0;
    for (int account = 0; account < view.accounts().size(); account++) {
      long left = view.balance(account, asset) - view.ordersWouldTake(account, asset);
      owed += mayOwe.contains(account) ? 0 : Math.max(0, -left);
      boolean isOptIn = view.custodyPolicy() == CustodyPolicy.OPT_IN;
      mayBeLent += isOptIn ? view.reserved(account, asset) : 0;
    }
    return owed - mayBeLent;
  }

  private static long paid(List<Event> events, int asset) {
    return posted(events, Cause.INTEREST_PAID, asset)
        .add(posted(events, Cause.SETTLEMENT, asset))
        .add(posted(events, Cause.FUNDING, asset))
        .add(posted(events, Cause.ESTATE, asset))
        .longValueExact();
  }
}
