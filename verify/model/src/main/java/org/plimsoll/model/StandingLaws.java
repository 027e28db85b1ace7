package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.AccountStanding;
import org.plimsoll.venue.BalanceStanding;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.VenueView;

/// What accounts are shown of where they stand, against the slow twin.
final class StandingLaws {
  private StandingLaws() {}

  /// After each command one account is asked about, in turn, with all its positions and the balance
  /// of one asset.
  static void shownAsReckoned(Request request, LawRun run) {
    VenueView view = run.view();
    int accounts = view.accounts().size();
    if (accounts == 0 || view.assetCount() == 0) {
      return;
    }
    int account = (int) (view.sequence() % accounts);
    checkAccount(view.standing(account), run.twin());
    for (NaiveState.Market market : run.twin().state().markets) {
      if (market.isFuture()) {
        checkPosition(
            view.positionStanding(account, market.listing().market()), market, run.twin());
      }
    }
    int asset = (int) (view.sequence() / accounts % view.assetCount());
    checkBalance(view.balanceStanding(account, asset), run.twin());
  }

  private static void checkAccount(AccountStanding shown, NaiveVenue twin) {
    int account = shown.account();
    NaiveHealth.Figures figures = twin.health().of(account);
    equal("value", account, figures.value(), shown.value());
    equal("maintenance", account, figures.maintenance(), shown.maintenance());
    equal("notional", account, figures.notional(), shown.notional());
    equal("auto-close", account, figures.autoClose(), shown.autoClose());
    BrokenLaw.unlessEqual(figures.stage(), shown.stage(), () -> "stage of account " + account);
    BrokenLaw.unlessEqual(
        twin.health().stage(account),
        shown.isSpared() ? MarginStage.HEALTHY : shown.stage(),
        () -> "binding stage of account " + account);
    BigInteger free = twin.gates().leastFree(account, Optional.empty());
    equal("free collateral", account, free, shown.freeCollateral());
    BigInteger asItStands =
        twin.gates().freeAsItStands(account).add(twin.futures().free(account, Optional.empty()));
    long counted = shown.collateral() + Math.min(0, shown.unrealized());
    equal("requirement", account, asItStands, counted - shown.initialRequirement());
  }

  private static void checkPosition(
      PositionStanding shown, NaiveState.Market market, NaiveVenue twin) {
    int account = shown.account();
    NaiveHealth health = twin.health();
    BigInteger unrealized = twin.futures().unrealized(market, account, Optional.empty());
    equal("unrealized", account, unrealized, shown.unrealized());
    equal("notional", account, health.notional(market, account), shown.notional());
    equal("maintenance", account, health.maintenance(market, account), shown.maintenance());
    BrokenLaw.unlessEqual(
        shown.lots() != 0, shown.zeroPriceE9().isPresent(), () -> "zero price of " + account);
    shown
        .zeroPriceE9()
        .ifPresent(priceE9 -> {
          NaiveZeroPrices prices = new NaiveZeroPrices(twin.state(), twin.futures(), health);
          BigInteger zero = prices.of(market, account, MarginStage.HEALTHY).zero();
          equal("zero price", account, zero, priceE9);
        });
    checkLiquidationPrice(shown, market, twin);
  }

  /// The price is on the side where the account's own mark must go: against it while it meets its
  /// requirement, else back.
  private static void checkLiquidationPrice(
      PositionStanding shown, NaiveState.Market market, NaiveVenue twin) {
    OptionalLong priceE9 = shown.liquidationPriceE9();
    if (priceE9.isPresent()) {
      boolean isMet = twin.health().of(shown.account()).isMet();
      BigInteger away =
          BigInteger.valueOf(priceE9.getAsLong()).subtract(twin.futures().markE9(market));
      boolean isBelow = shown.lots() > 0 == isMet;
      BrokenLaw.unless(
          shown.lots() != 0 && (isBelow ? away.signum() <= 0 : away.signum() >= 0),
          () -> "liquidation price of " + shown);
    }
  }

  private static void checkBalance(BalanceStanding shown, NaiveVenue twin) {
    NaiveState state = twin.state();
    int account = shown.account();
    int asset = shown.asset();
    BigInteger balance = state.balance(account, asset);
    equal("borrowed", account, balance.negate().max(BigInteger.ZERO), shown.borrowed());
    BigInteger own =
        balance
            .subtract(state.takes(account, asset))
            .subtract(state.offers.of(account, asset).reserved())
            .max(BigInteger.ZERO);
    BigInteger most = state.assets.get(asset).balanceMax();
    checkMost(shown.availableWithoutBorrow(), own.min(most), shown, twin);
    checkMost(shown.free(), most, shown, twin);
  }

  /// So much may go, and one more may not, unless it is all there is to ask for.
  private static void checkMost(
      long amount, BigInteger most, BalanceStanding shown, NaiveVenue twin) {
    BigInteger may = BigInteger.valueOf(amount);
    BrokenLaw.unless(
        amount >= 0 && may.compareTo(most) <= 0, () -> amount + " is too much for " + shown);
    BrokenLaw.unless(
        amount == 0 || mayGo(may, shown, twin), () -> amount + " may not go of " + shown);
    BrokenLaw.unless(
        may.equals(most) || !mayGo(may.add(BigInteger.ONE), shown, twin),
        () -> "more than " + amount + " may go of " + shown);
  }

  private static boolean mayGo(BigInteger amount, BalanceStanding of, NaiveVenue twin) {
    try {
      twin.gates().checkWithdrawal(of.account(), of.asset(), amount);
      twin.gates().checkOffers(of.account(), of.asset(), amount);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static void equal(String what, int account, BigInteger expected, long actual) {
    BrokenLaw.unlessEqual(
        expected, BigInteger.valueOf(actual), () -> what + " of account " + account);
  }
}
