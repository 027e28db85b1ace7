package org.plimsoll.ledger;

/// Why money moved: the closed list. There is no "other".
///
/// Codes are written to journals and never change or get used again.
public enum Cause {
  /// A customer brought an asset into custody.
  DEPOSIT(1),
  /// What a customer had asked for left custody.
  WITHDRAWAL(2),
  /// Two orders matched: the base asset goes one way, the quote asset the other.
  TRADE(3),
  /// A futures position's profit or loss since it was last settled became money.
  SETTLEMENT(4),
  /// Holders of a perpetual paid each other for the hour.
  FUNDING(5),
  /// A borrower owes an hour's interest: from the customer to the venue's own fees.
  INTEREST_PAID(10),
  /// A lender is paid an hour's interest: from the venue's own fees to the customer.
  INTEREST_EARNED(11),
  /// The venue's owners were paid out of its own fees, from custody.
  OWNERS_PAID(12),
  /// A customer asked for an asset: it is set apart until it is sent.
  WITHDRAWAL_REQUEST(20),
  /// A customer changed his mind before it was sent: it is his again.
  WITHDRAWAL_CANCELLATION(21),
  /// An owner moved an asset from one of his accounts to another.
  MOVE(22),
  /// The venue moved an asset from one custody location to another.
  CUSTODY_MOVE(23),
  /// Two accounts exchanged assets at a quote.
  CONVERSION(24),
  /// Something was paid into the insurance fund or the venue's capital from custody.
  CONTRIBUTION(30),
  /// What an account in liquidation has went to a backstop provider, and what it left went to the
  /// fund.
  HANDOVER(31),
  /// The fund paid the debts of an account that failed, or took what it had.
  ESTATE(32),
  /// The venue's capital paid the fund what it lacked for a loss.
  LOSS_COVERED(33),
  /// A profit of the day paid the fund what it lacked for a loss.
  SOCIALIZED_LOSS(34),
  /// The one who took paid for a trade: from the customer, or from the settlement of a future for
  /// his position, to what is the venue's own.
  TAKER_FEE(40),
  /// The one whose order rested paid for it, likewise.
  MAKER_FEE(41),
  /// The one whose order rested was paid for it: from the venue's own fees, the other way round.
  REBATE(42),
  /// The treasury gets what it is to buy exchange tokens with: from the venue's own fees.
  BUYBACK_FUNDING(43),
  /// Exchange tokens were destroyed: from the treasury, out of custody, for good.
  BURN(44),
  /// A customer set exchange tokens apart to pay less for trading.
  STAKE(45),
  /// They are his again to spend.
  UNSTAKE(46),
  /// A customer paid a leveraged token's fund, and the fund issued tokens to him.
  TOKEN_CREATED(50),
  /// A customer gave tokens back to the fund that had issued them, and was paid by it.
  TOKEN_REDEEMED(51),
  /// What creating or redeeming a leveraged token costs besides its worth.
  TOKEN_FEE(52),
  /// A leveraged token's fund paid for a day of management.
  MANAGEMENT_FEE(53);

  private final int code;

  Cause(int code) {
    this.code = code;
  }

  /// Returns the permanent number of this cause.
  public int code() {
    return code;
  }
}
