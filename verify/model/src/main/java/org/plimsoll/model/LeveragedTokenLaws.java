package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingBegan;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// The laws of leveraged tokens.
final class LeveragedTokenLaws {
  private LeveragedTokenLaws() {}

  /// Every token that a fund has issued and not redeemed is somebody's, and there is none besides:
  /// neither in custody nor of an asset that is no leveraged token.
  static void tokensAreWhatHoldersHave(Request request, LawRun run) {
    VenueView view = run.view();
    List<Integer> tokens = view.leveragedTokens().stream().map(ListLeveragedToken::asset).toList();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long held = tokens.contains(asset) ? held(view, asset) : 0;
      BrokenLaw.unlessEqual(held, view.issued(asset), "tokens of asset " + asset);
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
  static final class SharesKeepTheirWorth implements RunWatch {
    private BigInteger issued = BigInteger.ZERO;
    private BigInteger nav = BigInteger.ZERO;

    @Override
    public void before(Request request, LawRun run) {
      asked(request, run.view())
          .ifPresent(token -> {
            issued = BigInteger.valueOf(run.view().issued(token.asset()));
            nav = nav(run.view(), token);
          });
    }

    @Override
    public void after(Request request, LawRun run) {
      if (run.events().get(1) instanceof Event.CommandApplied) {
        asked(request, run.view()).ifPresent(token -> compare(token, request, run));
      }
    }

    private void compare(ListLeveragedToken token, Request request, LawRun run) {
      BigInteger after = BigInteger.valueOf(run.view().issued(token.asset()));
      if (issued.signum() > 0 && after.signum() > 0) {
        BigInteger won =
            nav.add(flow(run.events(), token.fund()))
                .multiply(issued)
                .subtract(nav.multiply(after));
        BrokenLaw.unless(
            won.signum() >= 0 && won.compareTo(issued) < 0,
            "worth of a token moved by " + won + " over " + issued + " at " + request);
      }
    }
  }

  /// A creation or redemption makes the fund trade no more than the part of its position that the
  /// tokens are of those there were, however far it is from its target.
  static final class FlowsTradeTheirPart implements RunWatch {
    private BigInteger issued = BigInteger.ZERO;
    private BigInteger lots = BigInteger.ZERO;

    @Override
    public void before(Request request, LawRun run) {
      asked(request, run.view())
          .ifPresent(token -> {
            issued = BigInteger.valueOf(run.view().issued(token.asset()));
            lots = BigInteger.valueOf(run.view().positionLots(token.fund(), token.market()));
          });
    }

    @Override
    public void after(Request request, LawRun run) {
      for (Event event : run.events()) {
        if (event instanceof RebalancingBegan e && e.cause() == RebalancingCause.FLOW) {
          asked(request, run.view())
              .filter(token -> token.asset() == e.asset() && issued.signum() > 0)
              .ifPresent(token -> compare(token, e, run));
        }
      }
    }

    private void compare(ListLeveragedToken token, RebalancingBegan began, LawRun run) {
      BigInteger tokens = BigInteger.valueOf(run.view().issued(token.asset())).subtract(issued);
      BigInteger most = lots.multiply(tokens).abs();
      BigInteger traded = BigInteger.valueOf(began.lots()).abs().multiply(issued);
      BrokenLaw.unless(traded.compareTo(most) <= 0, "more than its part: " + began);
    }
  }

  /// Returns the token that a command would create or redeem.
  private static Optional<ListLeveragedToken> asked(Request request, VenueView view) {
    int asset =
        switch (request.command()) {
          case CreateToken c -> c.asset();
          case RedeemToken c -> c.asset();
          default -> -1;
        };
    return view.leveragedTokens().stream().filter(token -> token.asset() == asset).findFirst();
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
