package org.plimsoll.ledger;

/// The addresses of the chart of accounts. An address is one `int`, so that a posting needs no
/// object: the kind in the top four bits, the number within the kind below.
///
/// Balances are signed from the venue's creditors' side. A customer's positive balance is what the
/// venue owes; a custody location's balance is never positive, and its negative is what is there; a
/// positive balance of the venue's own is what is left to it. What funds have issued is negative,
/// like custody: it is what stands behind their tokens. The balances of an asset over all ledger
/// accounts therefore sum to zero, always. A settlement's balance has either sign.
public final class LedgerAccount {
  /// The numbers of each kind run from 0 to this bound, exclusive.
  public static final int NUMBERS_MAX = 1 << 28;

  private static final int KIND_SHIFT = 28;
  private static final Kind[] KINDS = Kind.values();
  private static final int VENUE_ACCOUNTS = VenueAccount.values().length;

  private LedgerAccount() {}

  /// What a ledger account stands for. The position in this list is written to journals.
  public enum Kind {
    /// What the venue owes to a customer's account, or is owed by it.
    CUSTOMER,
    /// What is really there, at one location.
    CUSTODY,
    /// What is the venue's own, by purpose.
    VENUE,
    /// What the positions in one futures market have paid in so far and not yet been paid out: what
    /// losers have settled before winners, or the other way round.
    SETTLEMENT,
    /// What a customer's account has asked for and has not been sent: still owed, never negative,
    /// and no collateral any more. Its number is the account's.
    PENDING,
    /// What a customer's account has staked of the exchange token: still owed, never negative, and
    /// neither spent nor collateral. Its number is the account's.
    STAKED,
    /// What funds have issued of leveraged tokens and still owe to whoever has them: never
    /// positive, and its negative is what is outstanding. Its number is always 0.
    ISSUED
  }

  /// Returns the address of customer account `number`.
  public static int customer(int number) {
    return address(Kind.CUSTOMER, number);
  }

  /// Returns the address of custody location `number`.
  public static int custody(int number) {
    return address(Kind.CUSTODY, number);
  }

  /// Returns the address of the venue's own ledger account for a purpose.
  public static int venue(VenueAccount purpose) {
    return address(Kind.VENUE, purpose.ordinal());
  }

  /// Returns the address of the settlement of futures market `number`.
  public static int settlement(int number) {
    return address(Kind.SETTLEMENT, number);
  }

  /// Returns the address of what customer account `number` has asked for and not been sent.
  public static int pending(int number) {
    return address(Kind.PENDING, number);
  }

  /// Returns the address of what customer account `number` has staked.
  public static int staked(int number) {
    return address(Kind.STAKED, number);
  }

  /// Returns the address of what is outstanding of leveraged tokens.
  public static int issued() {
    return address(Kind.ISSUED, 0);
  }

  /// Returns what the account at `address` stands for.
  public static Kind kind(int address) {
    return KINDS[address >>> KIND_SHIFT];
  }

  /// Returns the number within its kind of the account at `address`.
  public static int number(int address) {
    return address & (NUMBERS_MAX - 1);
  }

  /// Returns whether `address` is one of this chart.
  public static boolean isAddress(int address) {
    int kind = address >>> KIND_SHIFT;
    return kind < KINDS.length && number(address) < numbers(KINDS[kind]);
  }

  private static int numbers(Kind kind) {
    return switch (kind) {
      case CUSTOMER, CUSTODY, SETTLEMENT, PENDING, STAKED -> NUMBERS_MAX;
      case VENUE -> VENUE_ACCOUNTS;
      case ISSUED -> 1;
    };
  }

  private static int address(Kind kind, int number) {
    if (number < 0 || number >= NUMBERS_MAX) {
      throw new IllegalArgumentException("number " + number + " is not within 0 to 2^28 - 1");
    }
    return kind.ordinal() << KIND_SHIFT | number;
  }
}
