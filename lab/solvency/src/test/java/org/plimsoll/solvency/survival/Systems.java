package org.plimsoll.solvency.survival;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.MatrixUtils;

/// Small systems for tests.
final class Systems {
  private Systems() {}

  static CreditSystem of(List<RiskyAsset> assets, List<Counterparty> parties, List<Debt> debts) {
    return new CreditSystem(
        assets,
        MatrixUtils.createRealIdentityMatrix(assets.size()),
        parties,
        debts,
        MarketJump.NONE,
        0);
  }

  /// A price that only sales move.
  static RiskyAsset still(double price, double depth) {
    return new RiskyAsset(price, 0, 0, depth, 1);
  }

  static RiskyAsset moving(double price, double volatility) {
    return new RiskyAsset(price, 0, volatility, Double.POSITIVE_INFINITY, 1);
  }

  static Counterparty watched(double... holdings) {
    return new Counterparty(DoubleStream.of(holdings).boxed().toList(), 0, true);
  }

  static Counterparty opaque(double... holdings) {
    return new Counterparty(DoubleStream.of(holdings).boxed().toList(), 0, false);
  }

  static Debt due(int lender, int borrower, double principal, int day) {
    return new Debt(lender, borrower, 0, principal, 0, day, Debt.Security.NONE);
  }

  static Debt secured(int borrower, double principal, double quantity, double trigger) {
    Debt.Security security = new Debt.Security(1, quantity, trigger, 1);
    return new Debt(0, borrower, 0, principal, 0, 0, security);
  }

  static SurvivalResult onePath(CreditSystem system, int days) {
    return new SurvivalEngine(system).run(new SurvivalPlan(1, days, 1, 0, 1));
  }

  /// The day by whose end it has happened on the only path; 0 for never.
  static int day(SurvivalCurve curve) {
    for (int day = 1; day <= curve.happened().size(); day++) {
      if (curve.failed(day).hits() > 0) {
        return day;
      }
    }
    return 0;
  }
}
