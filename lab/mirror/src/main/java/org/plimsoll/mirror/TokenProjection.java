package org.plimsoll.mirror;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.mirror.VenuePicture.PicturedToken;
import org.plimsoll.mirror.VenuePicture.PicturedUnstaking;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.protocol.TokenEvent.FeesFixed;
import org.plimsoll.venue.VenueView;

/// Folds what a venue's events say of fees and the exchange token.
final class TokenProjection {
  private static final long LOCK_NS = 14 * 86_400_000_000_000L;

  private final SortedMap<Integer, FeesFixed> fees = new TreeMap<>();
  private final SortedMap<Integer, PicturedUnstaking> unstaking = new TreeMap<>();
  private Optional<SetExchangeToken> terms = Optional.empty();
  private long burned;

  /// Returns the fees of those who no longer pay what everybody pays at first.
  List<FeesFixed> fees() {
    return fees.values().stream()
        .filter(fixed -> !fixed.equals(VenueView.firstFees(fixed.account())))
        .toList();
  }

  PicturedToken token() {
    return new PicturedToken(
        terms, burned, unstaking.values().stream().filter(u -> u.amount() > 0).toList());
  }

  void accept(TokenEvent event) {
    switch (event) {
      case FeesFixed e -> fees.put(e.account(), e);
      case TokenEvent.FeeCapped _, TokenEvent.BuybackBegan _, TokenEvent.BuybackRefused _ -> {
        // transfers and trades say what happened
      }
    }
  }

  void apply(TokenCommand command, long clockNs) {
    switch (command) {
      case SetExchangeToken c -> terms = Optional.of(c);
      case TokenCommand.UnstakeToken c -> unstake(c.account(), c.amount(), clockNs + LOCK_NS);
      case TokenCommand.CancelUnstake c ->
          unstake(c.account(), -c.amount(), waiting(c.account()).releaseNs());
      case TokenCommand.SetMakerRebate _, TokenCommand.StakeToken _ -> {
        // what follows from these has events of its own
      }
    }
  }

  void transfer(TransferPosted event) {
    if (event.cause() == Cause.BURN) {
      burned += event.amount();
    } else if (event.cause() == Cause.UNSTAKE) {
      int account = LedgerAccount.number(event.to());
      unstake(account, -event.amount(), waiting(account).releaseNs());
    }
  }

  private void unstake(int account, long more, long releaseNs) {
    long amount = waiting(account).amount() + more;
    unstaking.put(account, new PicturedUnstaking(account, amount, releaseNs));
  }

  private PicturedUnstaking waiting(int account) {
    return unstaking.getOrDefault(account, new PicturedUnstaking(account, 0, 0));
  }
}
