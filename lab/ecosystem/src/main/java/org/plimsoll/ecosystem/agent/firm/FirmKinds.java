package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.agent.lender.CryptoFundKind;
import org.plimsoll.ecosystem.agent.lender.FundInLenderKind;
import org.plimsoll.ecosystem.agent.lender.LenderKind;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent around an affiliated firm, for scenario files to name.
public final class FirmKinds {
  private FirmKinds() {}

  /// Returns them.
  public static List<AgentKind<?>> all() {
    return List.of(
        Treasury.KIND,
        Longs.KIND,
        LiquidityDesk.KIND,
        DecayingEdge.KIND,
        PriceSupporter.KIND,
        Spender.KIND,
        Rescuer.KIND,
        TokenMaker.KIND,
        TokenHolder.KIND,
        RoundTrips.KIND,
        VenueOffice.KIND,
        Auditor.KIND,
        new LenderKind(),
        new CryptoFundKind(),
        new FundInLenderKind());
  }
}
