package org.plimsoll.ecosystem.exchange;

import java.util.Arrays;
import java.util.BitSet;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Books in the world's ledger what the venue's transfers say came into custody or left it. Every
/// custody location is a holder of its own there, and every account belongs to a holder, who pays
/// and is paid.
final class CustodyBridge {
  private final WorldLedger ledger;
  private int[] holders = new int[16];
  private int[] places = new int[4];
  private final BitSet custodians = new BitSet();

  /// Who pays into the venue's capital, or is paid out of its fees, at the moment.
  private int contributor = WorldLedger.OUTSIDE;

  CustodyBridge(WorldLedger ledger) {
    this.ledger = ledger;
  }

  void account(int account, int holder) {
    holders = account < holders.length ? holders : Arrays.copyOf(holders, account * 2);
    holders[account] = holder;
  }

  void place(int custody, int holder) {
    places = custody < places.length ? places : Arrays.copyOf(places, custody * 2);
    places[custody] = holder;
    custodians.set(holder);
  }

  void contributor(int holder) {
    contributor = holder;
  }

  int holderOfAccount(int account) {
    return holders[account];
  }

  boolean isPlace(int holder) {
    return custodians.get(holder);
  }

  int holderOfPlace(int custody) {
    return places[custody];
  }

  /// Tells whose the accounts are and which holders the places.
  void writeTo(StateSink sink, int accountCount, int placeCount) {
    sink.add(accountCount).add(placeCount);
    for (int account = 0; account < accountCount; account++) {
      sink.add(holders[account]);
    }
    for (int place = 0; place < placeCount; place++) {
      sink.add(places[place]);
    }
  }

  /// Takes over what was told beside the accounts and places that are known, and returns how many
  /// accounts there are.
  int readFrom(StateSource source, int knownAccounts, int placeCount, int holderCount) {
    int accountCount = source.within(knownAccounts, Integer.MAX_VALUE);
    source.require(source.number() == placeCount, "the custody locations are the same");
    for (int account = 0; account < accountCount; account++) {
      int holder = source.index(holderCount);
      if (account >= knownAccounts) {
        account(account, holder);
      }
      source.require(holders[account] == holder, "the accounts' holders are the same");
    }
    for (int place = 0; place < placeCount; place++) {
      source.require(source.number() == places[place], "the places' holders are the same");
    }
    return accountCount;
  }

  void onVenueTransfer(Cause cause, int asset, int from, int to, long amount) {
    if (LedgerAccount.kind(from) == Kind.CUSTODY) {
      ledger.transfer(cause(cause), asset, payer(to), place(from), amount);
    } else if (LedgerAccount.kind(to) == Kind.CUSTODY) {
      ledger.transfer(cause(cause), asset, place(to), receiver(cause, from), amount);
    }
  }

  private static WorldCause cause(Cause cause) {
    return switch (cause) {
      case DEPOSIT -> WorldCause.VENUE_DEPOSIT;
      case WITHDRAWAL -> WorldCause.VENUE_WITHDRAWAL;
      case CUSTODY_MOVE -> WorldCause.CUSTODY_MOVE;
      case CONTRIBUTION -> WorldCause.VENUE_CAPITAL;
      case OWNERS_PAID -> WorldCause.OWNERS_PAID;
      case BURN -> WorldCause.TOKEN_BURN;
      default -> throw new IllegalStateException(cause + " does not touch custody");
    };
  }

  /// The books run the other way round there: custody gives what it takes in.
  private int payer(int receiving) {
    return switch (LedgerAccount.kind(receiving)) {
      case CUSTODY -> place(receiving);
      case VENUE -> contributor;
      default -> holders[LedgerAccount.number(receiving)];
    };
  }

  private int receiver(Cause cause, int giving) {
    return switch (cause) {
      case BURN -> WorldLedger.OUTSIDE;
      case OWNERS_PAID -> contributor;
      default -> holders[LedgerAccount.number(giving)];
    };
  }

  private int place(int address) {
    return places[LedgerAccount.number(address)];
  }
}
