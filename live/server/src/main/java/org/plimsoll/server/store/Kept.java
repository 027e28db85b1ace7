package org.plimsoll.server.store;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What the store keeps of what happened. Amounts count an asset's smallest unit, prices ticks,
/// quantities lots, rates billionths; times are nanoseconds since 1970 in UTC, and those of
/// something hourly are when it fell due.
public sealed interface Kept {
  /// What has become of an order.
  enum OrderStatus {
    OPEN,
    FILLED,
    CANCELED
  }

  /// An order as it is by now.
  ///
  /// @param priceTicks its limit; 0 for a market order, which lives as one that takes at once
  /// @param clientOrder the number that its owner gave it, or 0
  /// @param clientText what its owner calls it
  /// @param isLiquidation whether the venue sent it for an account in liquidation
  /// @param costTickLots the sum of price times quantity over its fills
  record Order(
      long id,
      int account,
      int market,
      Side side,
      boolean isMarket,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      boolean isReduceOnly,
      long clientOrder,
      Optional<String> clientText,
      boolean isLiquidation,
      long timeNs,
      long filledLots,
      long costTickLots,
      OrderStatus status,
      OptionalLong closedNs,
      Optional<CancelCause> cancelCause)
      implements Kept {}

  /// A trade as the public sees it.
  ///
  /// @param id how many trades there have been with it, over all markets
  record Trade(
      long id,
      long timeNs,
      int market,
      Side takerSide,
      long priceTicks,
      long quantityLots,
      boolean isLiquidation)
      implements Kept {}

  /// One side of a trade.
  ///
  /// @param id 2 x trade - 1 of the maker, 2 x trade of the taker
  /// @param fee what was paid for it; negative for a rebate
  record Fill(
      long id,
      long timeNs,
      long trade,
      long order,
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      boolean isMaker,
      int feeAsset,
      long fee,
      boolean isLiquidation)
      implements Kept {}

  /// The trades of a market within a time.
  ///
  /// @param volumeTickLots the sum of price times quantity; at its bound it stays there
  record Candle(
      long startNs,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long volumeLots,
      long volumeTickLots,
      long trades)
      implements Kept {
    /// Returns this one and a later one of the same time as one.
    Candle followedBy(Candle later) {
      return new Candle(
          startNs,
          openTicks,
          Math.max(highTicks, later.highTicks),
          Math.min(lowTicks, later.lowTicks),
          later.closeTicks,
          sum(volumeLots, later.volumeLots),
          sum(volumeTickLots, later.volumeTickLots),
          trades + later.trades);
    }

    private static long sum(long a, long b) {
      return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
  }

  /// What has become of an order that waits for the mark.
  enum TriggerStatus {
    OPEN,
    /// The mark came, and it was placed.
    FIRED,
    CANCELED,
    /// The mark came, and a gate refused it.
    REFUSED
  }

  /// An order that waits for the mark, as it is by now.
  ///
  /// @param triggerTicks the mark it waits for, or the distance of a trailing stop
  /// @param limitTicks the limit of what it places, or 0 for a market order
  /// @param order what it placed
  record Trigger(
      long id,
      int account,
      int market,
      TriggerKind kind,
      Side side,
      long triggerTicks,
      long limitTicks,
      long quantityLots,
      boolean isReduceOnly,
      long timeNs,
      TriggerStatus status,
      OptionalLong closedNs,
      OptionalLong order,
      Optional<RefusalReason> refusal,
      OptionalLong required,
      OptionalLong available)
      implements Kept {}

  /// What a long of a perpetual paid for a unit of notional for an hour.
  record FundingRate(long id, long timeNs, int market, long rateE9) implements Kept {}

  /// What an account paid for its position for an hour.
  ///
  /// @param payment of the unit of account; negative where it was paid
  record FundingPayment(long id, long timeNs, int market, int account, long payment, long rateE9)
      implements Kept {}

  /// What the loans of an asset cost for an hour.
  ///
  /// @param rateE9 what lenders got
  /// @param borrowRateE9 what borrowers paid
  /// @param demand what was owed
  /// @param matched what of it customers lent
  record LendingRate(
      long id, long timeNs, int asset, long rateE9, long borrowRateE9, long demand, long matched)
      implements Kept {}

  /// An account's interest for an hour.
  ///
  /// @param isEarned whether it lent, and did not borrow
  /// @param size what it lent or owed
  /// @param amount what it got or paid for that
  record Interest(
      long id,
      long timeNs,
      int account,
      int asset,
      boolean isEarned,
      long size,
      long rateE9,
      long amount)
      implements Kept {}

  /// What a customer brought.
  record Deposit(long id, long timeNs, int account, int asset, long amount, int custody)
      implements Kept {}

  /// What has become of a withdrawal.
  enum WithdrawalStatus {
    REQUESTED,
    SENT,
    CANCELED
  }

  /// What a customer asked for, as it is by now.
  record Withdrawal(
      long id,
      long timeNs,
      int account,
      int asset,
      long amount,
      int custody,
      WithdrawalStatus status,
      OptionalLong closedNs)
      implements Kept {}

  /// What an owner moved from one of his accounts to another.
  record Move(long id, long timeNs, int from, int to, int asset, long amount) implements Kept {}

  /// What has become of a quote.
  enum QuoteStatus {
    OPEN,
    ACCEPTED,
    EXPIRED
  }

  /// An exchange that was offered to an account, as it is by now.
  record Quote(
      long id,
      long timeNs,
      int counterparty,
      int account,
      int fromAsset,
      int toAsset,
      long fromAmount,
      long toAmount,
      long expiresNs,
      QuoteStatus status,
      OptionalLong closedNs)
      implements Kept {}

  /// Leveraged tokens that an account created or redeemed.
  ///
  /// @param worth what the tokens were worth; a creation cost the fee more, a redemption brought it
  ///   less
  record TokenOrder(
      long id,
      long timeNs,
      int account,
      int asset,
      boolean isCreation,
      long tokens,
      long worth,
      long fee)
      implements Kept {}

  /// What can happen to a stake.
  enum StakeKind {
    STAKED,
    /// It waits to come free.
    ASKED_BACK,
    /// It was to come free, and stays staked after all.
    KEPT,
    RELEASED
  }

  /// What happened to an account's stake.
  record Stake(long id, long timeNs, int account, StakeKind kind, long amount) implements Kept {}

  /// What can happen to an account that fails.
  enum LiquidationKind {
    /// Its stage has changed.
    STAGE,
    /// The venue sent an order for it.
    ORDER,
    /// A position went to a counterparty, a backstop provider.
    HANDED_OVER,
    /// A position was closed against that of a counterparty who had no choice.
    DELEVERAGED,
    /// Coins went to it (positive) or from it, to a counterparty or the fund.
    COINS,
    /// The fund paid for it (positive), or took what it had.
    ESTATE,
    /// It owed more than it had, and somebody bears it.
    LOSS,
    /// The fund took over what it could not be made to pay.
    LOSS_TAKEN_OVER,
    /// What it offered to lend is offered no longer.
    OFFER_RECALLED,
    /// A profit of this account pays for the loss of another.
    PROFIT_TAKEN
  }

  /// A step of a liquidation.
  ///
  /// @param lots what the counterparty gets, or what the order is for; negative for a short or sale
  /// @param amount in the smallest unit of the asset; where positions go over, by how much the cost
  ///   of the account's changed
  /// @param counterAmount by how much the counterparty's did
  /// @param byFund who bears a loss, in the smallest unit of account
  record Liquidation(
      long id,
      long timeNs,
      LiquidationKind kind,
      int account,
      Optional<MarginStage> stage,
      OptionalInt counterparty,
      OptionalInt market,
      OptionalInt asset,
      OptionalLong order,
      OptionalLong lots,
      OptionalLong amount,
      OptionalLong counterAmount,
      OptionalLong byFund,
      OptionalLong byCapital,
      OptionalLong byProfits,
      OptionalLong byNobody)
      implements Kept {}

  /// A rule that did not bind an account.
  ///
  /// @param amount by how much that changed the outcome, in the smallest unit of account
  record Exemption(long id, long timeNs, int account, Privilege privilege, long amount)
      implements Kept {}

  /// A movement of money between two ledger accounts.
  ///
  /// @param sequence the command that brought it about
  /// @param from address of the one that gave ([org.plimsoll.ledger.LedgerAccount])
  /// @param to address of the one that received
  record Transfer(
      long id, long sequence, long timeNs, Cause cause, int asset, int from, int to, long amount)
      implements Kept {}
}
