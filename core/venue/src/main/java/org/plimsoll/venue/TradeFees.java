package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.FeeSchedule;
import org.plimsoll.protocol.TokenEvent.FeeCapped;
import org.plimsoll.units.Side;

/// Makes both sides of every trade pay for it.
///
/// A taker pays by the running total of its order, so that what the order costs does not depend on
/// how many makers it met: each trade adds what the fee on the total grows by. A maker pays for
/// each trade. Nobody can be refused here: what a taker pays the margin gate has asked for, a maker
/// pays out of what it receives, and a rebate is never more than the taker of the same trade has
/// paid.
final class TradeFees {
  private final VenueState state;
  private long takerOrder;
  private long traded;

  TradeFees(VenueState state) {
    this.state = state;
  }

  /// Returns what an account would pay for trading `notional` at once by one order.
  long ofTaker(int account, long notional) {
    if (notional == 0 || !state.rules.chargesFees()) {
      return 0;
    }
    return FeeSchedule.fee(notional, takerE9(account))
        + FeeSchedule.fee(notional, surchargeE9(account));
  }

  /// Charges a trade that has just been exchanged.
  ///
  /// @param base amount of what was traded
  /// @param quote what it cost, in the unit of account
  void charge(
      Market market, int maker, long order, int taker, Side takerSide, long base, long quote) {
    if (!state.rules.chargesFees()) {
      return;
    }
    traded = order == takerOrder ? traded : 0;
    takerOrder = order;
    chargeTaker(market, taker, traded, traded + quote);
    traded += quote;
    chargeMaker(market, maker, takerSide, base, quote);
    countVolume(maker, taker, quote);
  }

  private void chargeTaker(Market market, int taker, long before, long after) {
    long takerE9 = takerE9(taker);
    long fee = FeeSchedule.fee(after, takerE9) - FeeSchedule.fee(before, takerE9);
    post(market, Cause.TAKER_FEE, VenueAccount.FEES, taker, 0, fee);
    long surchargeE9 = surchargeE9(taker);
    surcharge(
        market,
        Cause.TAKER_FEE,
        taker,
        0,
        FeeSchedule.fee(before, surchargeE9),
        FeeSchedule.fee(after, surchargeE9));
  }

  private void chargeMaker(Market market, int maker, Side takerSide, long base, long quote) {
    long makerE9 = state.fees.makerE9(state.owners.get(maker));
    int asset = market.makerFeeAsset(takerSide.opposite());
    long received = asset == 0 ? quote : base;
    long fee = Math.max(0, FeeSchedule.fee(received, makerE9));
    if (makerE9 < 0) {
      long rebate = -FeeSchedule.fee(quote, makerE9);
      post(market, Cause.REBATE, VenueAccount.FEES, maker, 0, rebate);
    } else {
      post(market, Cause.MAKER_FEE, VenueAccount.FEES, maker, asset, fee);
    }
    long more = Math.min(FeeSchedule.fee(received, surchargeE9(maker)), received - fee);
    surcharge(market, Cause.MAKER_FEE, maker, asset, 0, more);
  }

  /// Half of what high leverage costs more is put by for losses; the odd unit is too.
  private void surcharge(
      Market market, Cause cause, int account, int asset, long before, long after) {
    long fund = Math.ceilDiv(after, 2L) - Math.ceilDiv(before, 2L);
    post(market, cause, VenueAccount.INSURANCE, account, asset, fund);
    post(market, cause, VenueAccount.FEES, account, asset, after - before - fund);
  }

  /// Posts what is due as far as there is room for it.
  private void post(
      Market market, Cause cause, VenueAccount purpose, int account, int asset, long due) {
    if (due == 0) {
      return;
    }
    boolean isRebate = cause == Cause.REBATE;
    long own = state.ledger.venueBalance(purpose, asset);
    long room =
        Math.min(
            isRebate ? Limits.OWN_MAX + own : Limits.OWN_MAX - own,
            market.feeRoom(account, isRebate));
    long posted = Math.clamp(room, 0, due);
    if (posted > 0) {
      int address = LedgerAccount.venue(purpose);
      int payer = market.feePayer(account);
      state.ledger.post(
          cause, asset, isRebate ? address : payer, isRebate ? payer : address, posted);
      market.onFee(account, isRebate ? -posted : posted);
      if (purpose == VenueAccount.FEES && asset == 0) {
        state.token.countFee(isRebate ? -posted : posted);
      }
    }
    if (posted < due) {
      state.sink.onDesk(new FeeCapped(account, asset, isRebate ? -due : due, posted));
    }
  }

  /// What the accounts of one owner trade with each other counts for no tier.
  private void countVolume(int maker, int taker, long quote) {
    int makersOwner = state.owners.get(maker);
    int takersOwner = state.owners.get(taker);
    if (makersOwner != takersOwner) {
      state.fees.count(makersOwner, quote);
      state.fees.count(takersOwner, quote);
    }
  }

  private long takerE9(int account) {
    return state.fees.takerE9(state.owners.get(account));
  }

  private long surchargeE9(int account) {
    return FeeSchedule.surchargeE9(state.leverage.of(account));
  }
}
