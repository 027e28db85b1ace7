package org.plimsoll.model;

/// What ought to happen now and then, besides every reason for a refusal.
enum CoverageMark {
  /// Two orders met.
  TRADED,
  /// A resting order has something left after a trade.
  MAKER_PARTLY_FILLED,
  /// An order traded and what was left of it rested.
  TAKER_RESTED_AFTER_TRADING,
  /// One order traded at several prices.
  SWEPT_SEVERAL_PRICES,
  /// A seller named a worse price than he got.
  SOLD_ABOVE_HIS_LIMIT,
  /// An order stopped before one of its own account.
  STOPPED_AT_OWN_ORDER,
  /// A market order, or one that does not wait, found nothing more.
  EXHAUSTED_THE_BOOK,
  /// A post-only order would have traded.
  CANCELED_POST_ONLY,
  /// A fill-or-kill order could not be filled.
  KILLED,
  /// One could.
  FILLED_AT_ONCE,
  /// An order was amended.
  AMENDED,
  /// One command canceled several orders.
  CANCELED_SEVERAL,
  /// An order was canceled with its market.
  CANCELED_BY_DELISTING,
  /// Orders of a delisted market were left for the next command.
  DELISTED_IN_STEPS,
  /// A limit order got a better price than it asked for, at the book cap.
  CAPPED,
  /// An order that waited for the mark was placed.
  TRIGGERED,
  /// A trailing stop was.
  TRAILED,
  /// One was refused when the mark came.
  TRIGGERED_AND_REFUSED,
  /// One had to wait for its turn.
  TRIGGERED_IN_STEPS,
  /// An account got another name.
  ACCOUNT_RENAMED,
  /// What was to come free stays staked.
  UNSTAKE_CANCELED,
  /// A client told what it calls an order.
  ORDER_NOTED,
  /// An order with a name rests.
  RESTS_WITH_A_NAME,
  /// An owner took an order out.
  CANCELED_BY_OWNER,
  /// A trade left an account owing something that it did not owe before.
  BORROWED_BY_TRADE,
  /// A withdrawal did.
  BORROWED_BY_WITHDRAWAL,
  /// A move between accounts of one owner did.
  BORROWED_BY_MOVE,
  /// A conversion did.
  BORROWED_BY_CONVERSION,
  /// A deposit or trade paid back all that was owed of an asset.
  REPAID,
  /// A mark moved under an account that owes something.
  MARK_MOVED_WHILE_OWING,
  /// A privilege let a withdrawal or a move through.
  WITHDREW_BY_PRIVILEGE,
  /// A privilege let an order through.
  ORDERED_BY_PRIVILEGE,
  /// A privilege let an account owe where the rules let nobody borrow.
  OWED_WITHOUT_LENDING,
  /// A privilege let an order for a future through.
  ORDERED_A_FUTURE_BY_PRIVILEGE,
  /// A privilege let an account owe what nobody offered, where only offers are lent.
  OWED_BEYOND_OFFERS,
  /// A privilege spared an account an hour's interest.
  INTEREST_SPARED,
  /// Nobody accepted a quote in time.
  QUOTE_EXPIRED,
  /// A withdrawal was sent by the command that asked for it.
  WITHDRAWAL_SENT_AT_ONCE,
  /// A withdrawal waited in a queue and was sent.
  WITHDRAWAL_SENT_LATER,
  /// A withdrawal was taken back while it waited.
  WITHDRAWAL_CANCELED,
  /// Time passed, and custody had less than what a withdrawal asked for.
  WITHDRAWAL_WAITED_FOR_COINS,
  /// A clamp let only a part of an index through.
  CLAMPED,
  /// A clamp let only a part of a future's price through.
  CLAMPED_A_FUTURE,
  /// The mark of a future followed the index while nothing could trade.
  PAUSED_MARK,
  /// An index was read off a market of the venue.
  INDEXED_BY_OWN_TRADES,
  /// Two orders met in a futures market.
  TRADED_A_FUTURE,
  /// An order in a futures market was amended.
  AMENDED_IN_A_FUTURE,
  /// An order that waited for the mark of a future was placed.
  TRIGGERED_IN_A_FUTURE,
  /// An order was accepted that only reduces.
  REDUCED_A_POSITION,
  /// A futures position made money.
  SETTLED_A_GAIN,
  /// A futures position lost money.
  SETTLED_A_LOSS,
  /// A loss was larger than what the account had.
  SETTLED_INTO_DEBT,
  /// A position was closed because its future had expired.
  EXPIRED_A_POSITION,
  /// A future expired after a command that had nothing to do with the clock.
  EXPIRED_IN_STEPS,
  /// What a position had earned when its future expired did not fit a balance.
  SETTLEMENT_DEFERRED,
  /// A long paid a short, or the other way round.
  PAID_FUNDING,
  /// Rounding left something of a funding payment to the fund.
  FUNDED_A_REMAINDER,
  /// Offers covered what was owed of an asset at the full hour.
  LENDING_COVERED,
  /// They did not, and the venue lent the rest.
  LENDING_UNCOVERED,
  /// A recalled offer that nobody else covered stayed lent.
  RECALL_KEPT,
  /// What was lent of a recalled offer came free.
  RECALL_SERVED,
  /// Interest was posted after a command that had nothing to do with the clock.
  CLEARING_WENT_ON,
  /// An hour's interest did not fit a bound.
  INTEREST_CAPPED,
  /// An account came into liquidation.
  FAILED,
  /// Accounts were asked for their stage that the clock's own command had no time for.
  ASKED_LATER,
  /// An account in liquidation was found healthy again.
  RECOVERED,
  /// An account that nobody may liquidate was found below its requirement.
  SPARED_BY_PRIVILEGE,
  /// An order was canceled because its account was in liquidation.
  CANCELED_BY_LIQUIDATION,
  /// An offer was recalled because its account was in liquidation.
  RECALLED_BY_LIQUIDATION,
  /// An order of the venue traded for an account in liquidation, in a future.
  LIQUIDATED_IN_BOOK,
  /// The same in a spot market.
  LIQUIDATED_SPOT_IN_BOOK,
  /// A position went to a backstop provider.
  HANDED_TO_BACKSTOP,
  /// A coin went to a backstop provider, or came from one.
  COIN_HANDED_TO_BACKSTOP,
  /// The difference between two prices went to the fund.
  FUND_GAINED,
  /// An opposing position was closed, by size.
  DELEVERAGED,
  /// The same by profit and leverage.
  DELEVERAGED_BY_PNL,
  /// Somebody who was deleveraged lost resting orders.
  CANCELED_BY_DELEVERAGING,
  /// The fund took over what an account had and owed.
  ESTATE_TAKEN,
  /// The fund took over a loss on futures that an account could not be made to pay.
  LOSS_TAKEN_OVER,
  /// The fund took what was reserved for lending.
  LENT_TAKEN_OVER,
  /// The fund bore some of a loss.
  LOSS_BY_FUND,
  /// The venue's owners bore some of a loss.
  LOSS_BY_CAPITAL,
  /// Profits of the day bore some of a loss.
  LOSS_SOCIALIZED,
  /// Nobody bore some of a loss.
  LOSS_BY_NOBODY,
  /// A round of liquidation went on after a command that had nothing to do with the clock.
  LIQUIDATION_WENT_ON,
  /// An owner traded enough for another tier.
  REACHED_A_TIER,
  /// An owner's exchange tokens made his fees lower.
  HELD_FOR_A_DISCOUNT,
  /// The treasury's order did not pass the gates.
  BUYBACK_REFUSED,
  /// Owners did not get what is for buying back.
  OWNERS_AFTER_THE_TREASURY,
  /// Owners did not get what customers wait for.
  OWNERS_AFTER_CUSTOMERS,
  /// The treasury bought exchange tokens.
  BOUGHT_BACK,
  /// An account was short of collateral, of which the cap of all accounts let only a part count.
  VENUE_CAP_BOUND,
  /// An announced weight took a step.
  WEIGHT_MOVED,
  /// A leveraged token's fund traded because of the time of day.
  REBALANCED_DAILY,
  /// One traded because its leverage was too high.
  REBALANCED_INTRADAY,
  /// One traded because tokens were created or redeemed.
  REBALANCED_AFTER_A_FLOW,
  /// One got back to its target.
  REBALANCED_WHOLLY,
  /// One found too little in the order book, and left it at that.
  REBALANCING_GAVE_UP,
  /// A child order of one did not pass the gates.
  CHILD_ORDER_REFUSED,
  /// One was refused because the fund was in liquidation.
  CHILD_ORDER_REFUSED_IN_LIQUIDATION,
  /// A fund came into liquidation.
  FUND_FAILED,
  /// A part of a fund's position was handed over.
  FUND_HANDED_OVER,
  /// A fund was worth nothing.
  FUND_BANKRUPT,
  /// An era ended with leverage above 20 chosen, and maintenance followed.
  LEVERAGE_CUT,
  /// An account that had chosen leverage above 20 came into liquidation.
  FAILED_AT_HIGH_LEVERAGE,
  /// A taker paid what leverage from 50 on adds.
  TOOK_AT_HIGH_LEVERAGE,
  /// A maker paid it.
  MADE_AT_HIGH_LEVERAGE,
  /// A venue was restored from a snapshot that was taken while due work waited for the next
  /// command.
  SNAPSHOT_WHILE_CATCHING_UP,
  /// One was taken amid the hourly clearing of loans.
  SNAPSHOT_AMID_CLEARING,
  /// One was taken before all accounts had been looked at after the marks had moved.
  SNAPSHOT_AMID_A_LOOK,
  /// One was taken amid a round of liquidation.
  SNAPSHOT_AMID_LIQUIDATION,
  /// One was taken amid a delisting.
  SNAPSHOT_AMID_DELISTING,
  /// One was taken while a fund traded back to its target.
  SNAPSHOT_AMID_REBALANCING,
  /// One was taken while orders rested.
  SNAPSHOT_WITH_ORDERS,
  /// One was taken while orders waited for the mark.
  SNAPSHOT_WITH_TRIGGERS,
  /// One was taken while quotes were open.
  SNAPSHOT_WITH_QUOTES,
  /// One was taken while withdrawals waited.
  SNAPSHOT_WITH_WITHDRAWALS,
  /// One was taken while accounts were in liquidation.
  SNAPSHOT_WITH_LIQUIDATIONS
}
