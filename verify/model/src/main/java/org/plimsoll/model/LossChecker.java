package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.CollateralEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Request;

/// Follows who bears losses: the parts sum to the loss, each is what was posted for it, and nobody
/// is asked before all that stands before him has nothing left. Whoever leaves a loss is left with
/// nothing that has a price, what he lends included.
public final class LossChecker implements HistoryChecker {
  private static final int INSURANCE = NaiveLedger.VENUE_BIT + 1;
  private static final int CAPITAL = NaiveLedger.VENUE_BIT + 2;

  private final NaiveLedger ledger = new NaiveLedger();
  private final List<NaiveAsset> assets = new ArrayList<>();
  private BigInteger fundBefore = BigInteger.ZERO;
  private BigInteger covered = BigInteger.ZERO;
  private BigInteger socialized = BigInteger.ZERO;

  @Override
  public void onCommand(Request request, List<Event> events) {
    events.forEach(this::follow);
  }

  /// Returns whether a transfer goes the way that its cause may: the fund takes over what failed,
  /// and what it lacks is paid to it.
  static boolean isProper(Event.TransferPosted e, Kind from, Kind to) {
    boolean isCustomers = from == Kind.CUSTOMER && to == Kind.CUSTOMER && e.from() != e.to();
    boolean isForFund = e.to() == INSURANCE;
    boolean isMoney = e.asset() == 0;
    return switch (e.cause()) {
      case CONTRIBUTION -> from == Kind.CUSTODY && (isForFund || e.to() == CAPITAL);
      case HANDOVER ->
          isCustomers
              || (isForFund && isMoney && (from == Kind.SETTLEMENT || from == Kind.CUSTOMER));
      case ESTATE ->
          (isForFund && from == Kind.CUSTOMER)
              || (e.from() == INSURANCE && (to == Kind.CUSTOMER || to == Kind.SETTLEMENT));
      case LOSS_COVERED -> isForFund && isMoney && e.from() == CAPITAL;
      case SOCIALIZED_LOSS -> isForFund && isMoney && from == Kind.CUSTOMER;
      default -> false;
    };
  }

  private void follow(Event event) {
    switch (event) {
      case Event.CommandApplied(ListingCommand.DefineAsset c) -> assets.add(NaiveAsset.of(c));
      case Event.CommandApplied(SetCollateral c) ->
          assets.set(c.asset(), assets.get(c.asset()).with(c));
      case CollateralEvent.WeightMoved e -> move(e);
      case PriceEvent.MarkPriceSet e ->
          assets.set(e.asset(), assets.get(e.asset()).sampled(BigInteger.valueOf(e.priceE9())));
      case ClockEvent.DueWorkBegan _ -> fundBefore = worthOfFund();
      case Event.TransferPosted e -> {
        BigInteger amount = BigInteger.valueOf(e.amount());
        ledger.post(e.asset(), e.from(), e.to(), amount);
        covered = e.cause() == Cause.LOSS_COVERED ? covered.add(amount) : covered;
        socialized = e.cause() == Cause.SOCIALIZED_LOSS ? socialized.add(amount) : socialized;
      }
      case LossBorne e -> check(e);
      default -> {}
    }
  }

  private void move(CollateralEvent.WeightMoved e) {
    NaiveAsset asset = assets.get(e.asset());
    SetCollateral terms = asset.collateral().orElseThrow();
    assets.set(
        e.asset(),
        asset.with(
            new SetCollateral(
                e.asset(), e.initialWeightE9(), e.totalWeightE9(), terms.imfFactorE9())));
  }

  private void check(LossBorne e) {
    boolean isSum = e.loss() > 0 && e.fund() + e.capital() + e.profits() + e.nobody() == e.loss();
    boolean isPositive = e.fund() >= 0 && e.capital() >= 0 && e.profits() >= 0 && e.nobody() >= 0;
    BrokenLaw.unless(isSum && isPositive, "parts that are no loss: " + e);
    BrokenLaw.unlessEqual(covered, BigInteger.valueOf(e.capital()), "capital in " + e);
    BrokenLaw.unlessEqual(socialized, BigInteger.valueOf(e.profits()), "profits in " + e);
    BigInteger fund = BigInteger.valueOf(e.fund());
    BrokenLaw.unlessEqual(BigInteger.valueOf(e.loss()).min(fundBefore), fund, "fund in " + e);
    BrokenLaw.unless(
        e.profits() + e.nobody() == 0 || ledger.balance(CAPITAL, 0).signum() <= 0,
        "capital is left: " + e);
    for (int asset = 0; asset < assets.size(); asset++) {
      BrokenLaw.unless(
          assets.get(asset).mark().signum() == 0
              || ledger.balance(e.account(), asset).signum() == 0,
          "something is left of asset " + asset + " after " + e);
    }
    covered = BigInteger.ZERO;
    socialized = BigInteger.ZERO;
  }

  private BigInteger worthOfFund() {
    BigInteger worth = BigInteger.ZERO;
    for (int i = 0; i < assets.size(); i++) {
      BigInteger max = assets.get(i).balanceMax();
      BigInteger has = ledger.balance(INSURANCE, i).min(max).max(max.negate());
      int decimals = assets.getFirst().definition().decimals();
      worth = worth.add(NaiveHealth.worth(assets.get(i), has, decimals));
    }
    return worth.max(BigInteger.ZERO);
  }
}
