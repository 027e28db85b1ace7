package org.plimsoll.ecosystem.agent.market;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent of this package.
public final class MarketAgents {
  private MarketAgents() {}

  /// Returns them in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return List.of(
        AnticipatorySeller.KIND,
        Arbitrageur.KIND,
        BackstopProvider.KIND,
        CollateralBorrower.KIND,
        CollateralPumper.KIND,
        CompetingMakers.KIND,
        DiscretionaryLong.KIND,
        FundMarket.KIND,
        IndexPublisher.KIND,
        LeavingCustomer.KIND,
        LeveragedTokenHolder.KIND,
        LeveredRetail.KIND,
        MarketMaker.KIND,
        MomentumTrader.KIND,
        NoiseTrader.KIND,
        RunawayAlgorithm.KIND,
        ThinMaker.KIND,
        TokenBeliever.KIND,
        TokenShortSeller.KIND,
        TrackRecord.KIND);
  }
}
