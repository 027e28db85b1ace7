package org.plimsoll.protocol;

/// Why a command was refused. Numbers are permanent; where several reasons apply, the first in this
/// list is given, since a command meets its gates in this order.
///
/// In a [Event.CommandRefused], `required` is what the rule asked for and `available` is what the
/// command or the venue had; each sentence says what they count.
public enum RefusalReason {
  /// There is no such client number. Required: the largest; available: the one that came.
  UNKNOWN_CLIENT(1),
  /// The client's number for the command is not above the last one it used, so it is a repeat or
  /// came too late. Required: the last one used; available: the one that came.
  DUPLICATE_COMMAND(2),
  /// The venue is still doing what is due and hears nothing that needs an account's margin.
  /// Required: the clock; available: when the first work left was due.
  CATCHING_UP(3),
  /// No such version of the rules. Required: the newest there is; available: the one asked for.
  UNKNOWN_RULES(10),
  /// Rules only go forward. Required: the next version; available: the one asked for.
  RULES_NOT_NEWER(11),
  /// The clock only goes forward, and a quote ends ahead of it. Required: the last timestamp;
  /// available: the one that came.
  TIME_BACKWARD(12),
  /// A new thing takes the next number. Required: that number; available: the one that came.
  NUMBER_NOT_NEXT(13),
  /// There is room for no more. Required: one more than the bound; available: the bound.
  CAPACITY_REACHED(14),
  /// Nobody controls himself: both who answer for the command are the same. Required: 2 people;
  /// available: 1.
  SAME_GRANTER(15),
  /// No such quote is open; an expired one is not. Required: 0; available: the number that came.
  UNKNOWN_QUOTE(16),
  /// The account has an open order of that name. Required: 0; available: the name.
  DUPLICATE_CLIENT_ORDER_ID(17),
  /// No order of a spot market can be reduce-only, since there is no position to reduce. Required:
  /// 0; available: 1.
  SPOT_CANNOT_REDUCE(18),
  /// The state of the market does not allow it. Required: the place of `OPEN` in the list of
  /// states; available: the place of the market's state.
  MARKET_STATE_FORBIDS(19),
  /// No such asset. Required: how many there are; available: the number that came.
  UNKNOWN_ASSET(20),
  /// No such account. Required: how many there are; available: the number that came.
  UNKNOWN_ACCOUNT(21),
  /// No such custody location. Required: how many there are; available: the number that came.
  UNKNOWN_CUSTODY(22),
  /// No such market. Required: how many there are; available: the number that came.
  UNKNOWN_MARKET(23),
  /// No such resting or waiting order. Required: 0; available: the number or name that came.
  UNKNOWN_ORDER(24),
  /// The order or withdrawal is another account's, or the quote was offered to another. Required:
  /// that account; available: the one that asked.
  NOT_THE_OWNER(25),
  /// No such withdrawal of the asset waits. Required: 0; available: the number that came.
  UNKNOWN_WITHDRAWAL(26),
  /// The two accounts have different owners. Required: the owner of the first; available: of the
  /// second.
  DIFFERENT_OWNER(27),
  /// Something would leave a place and arrive at the same one. Required and available: its number.
  SAME_PLACE(28),
  /// The account does not have the privilege. Required: 1; available: 0.
  NOT_GRANTED(29),
  /// A parameter of a definition is out of its range. Required: the bound; available: what came.
  PARAMETER_OUT_OF_RANGE(30),
  /// One lot at one tick costs no whole number of the quote's smallest units. Required: what it
  /// costs rounded up; available: the same rounded down.
  TICK_TIMES_LOT_NOT_WHOLE(31),
  /// An amount or quantity is too small or too large. Required: the bound; available: what came.
  QUANTITY_OUT_OF_RANGE(32),
  /// A price is not positive or too large. Required: the bound; available: what came.
  PRICE_OUT_OF_RANGE(33),
  /// The limit is too far from the mark, or of a future from its mean mark. Required: the nearest
  /// price in ticks that is not; available: the price.
  PRICE_OUTSIDE_BAND(34),
  /// The premium of the limit over the index is too far from the mean premium. Required: the
  /// nearest price in ticks whose premium is not; available: the price.
  PREMIUM_OUTSIDE_BAND(80),
  /// The mark is where the order would wait for it to go already. Required: the nearest price in
  /// ticks that is not reached; available: the price.
  TRIGGER_REACHED_ALREADY(35),
  /// The account's resting orders on this side of the market would come to too much. Required: what
  /// they would come to, in the quote asset; available: the cap.
  OPEN_ORDER_CAP_REACHED(36),
  /// The account has as many open orders, or as many that wait for the mark, as it may. Required:
  /// one more; available: the bound.
  TOO_MANY_OPEN_ORDERS(37),
  /// A balance could leave its bound. Required: what it could become; available: the bound.
  BALANCE_OUT_OF_RANGE(38),
  /// A futures position could pass its bound. Required: the lots it could reach; available: the
  /// bound.
  POSITION_OUT_OF_RANGE(39),
  /// A position could become larger than the account's leverage allows, above 20. Required: the
  /// notional that it could reach, in the unit of account; available: the bound.
  TOO_LARGE_FOR_LEVERAGE(81),
  /// The account is in liquidation: until that ends the venue acts for it. Required: the place of
  /// `HEALTHY` in the list of stages; available: the place of the account's stage.
  IN_LIQUIDATION(60),
  /// The account has too little and cannot borrow: nobody can, or it offers the same asset to lend
  /// itself. For owners: the venue's fees have too little. Required and available: amounts of the
  /// asset that would be paid out, without what is offered, or promised to buy back with.
  INSUFFICIENT_BALANCE(40),
  /// The asset was never stated to be collateral, so it cannot be borrowed. Required: 1; available:
  /// 0.
  NOT_BORROWABLE(41),
  /// No mark values the asset. Required: 1; available: 0.
  NO_MARK_PRICE(42),
  /// Collateral would not cover the initial requirement. Required: 0, or what there was if that was
  /// already below; available: what free collateral would become, in the unit of account.
  INSUFFICIENT_FREE_COLLATERAL(43),
  /// The custody location holds too little. Required and available: amounts of the asset; for
  /// owners without what waits to be sent from there.
  INSUFFICIENT_CUSTODY(44),
  /// The account has as many withdrawals waiting as it may. Required: one more; available: the
  /// bound.
  TOO_MANY_WITHDRAWALS(45),
  /// The market is close-only or the order reduce-only, and it is for more than the account could
  /// close. Required: the lots it asks for; available: the lots it could close.
  WOULD_NOT_REDUCE(46),
  /// Nobody offers to lend so much of the asset, and nothing else may be lent. Required: what
  /// accounts would owe of it in all, with their resting orders filled; available: what is offered.
  INSUFFICIENT_OFFERS(50),
  /// The market is no spot market of the asset. Required: the asset; available: the market's base
  /// asset, or -1 for a future.
  NOT_ITS_SPOT_MARKET(75),
  /// Nobody publishes the index of an asset that is read off a market of the venue. Required: -1;
  /// available: the market.
  INDEX_IS_OWN(76),
  /// Nobody has said which asset is the exchange token. Required: 1; available: 0.
  NO_EXCHANGE_TOKEN(65),
  /// So much of the asset may not be lent. Required: what accounts would owe of it in all, with
  /// their resting orders filled; available: the cap.
  BORROW_CAP_REACHED(66),
  /// The asset is no leveraged token, so nobody creates or redeems it. Required: 1; available: 0.
  NOT_A_LEVERAGED_TOKEN(70),
  /// The account is a leveraged token's fund, which nobody but the fund itself uses, or the token
  /// itself would come into custody or leave it, where it never is. Required: 0; available: the
  /// number of the token's asset.
  LEVERAGED_TOKEN_FORBIDS(71),
  /// The fund is trading back to its target. Required: 0; available: 1.
  FUND_IS_REBALANCING(72),
  /// The fund is worth nothing, or so little that the tokens would bring nothing. Required: 1;
  /// available: what the fund is worth, or what the tokens would bring, in the unit of account.
  TOKEN_WORTH_NOTHING(73),
  /// A leveraged token takes an asset and an account that nothing has happened to yet. Required: 0;
  /// available: 1.
  ALREADY_IN_USE(74);

  private final int code;

  RefusalReason(int code) {
    this.code = code;
  }

  /// Returns the permanent number of this reason.
  public int code() {
    return code;
  }
}
