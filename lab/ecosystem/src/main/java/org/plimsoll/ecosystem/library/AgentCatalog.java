package org.plimsoll.ecosystem.library;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.ecosystem.agent.betting.BettorsKind;
import org.plimsoll.ecosystem.agent.depositor.CoverageGames;
import org.plimsoll.ecosystem.agent.depositor.Customers;
import org.plimsoll.ecosystem.agent.depositor.DepositRuns;
import org.plimsoll.ecosystem.agent.desk.LoadLineDesk;
import org.plimsoll.ecosystem.agent.desk.ProductionLines;
import org.plimsoll.ecosystem.agent.desk.Reconcilers;
import org.plimsoll.ecosystem.agent.desk.WithdrawalDesks;
import org.plimsoll.ecosystem.agent.firm.FirmKinds;
import org.plimsoll.ecosystem.agent.lender.EstateClearingKind;
import org.plimsoll.ecosystem.agent.market.AnticipatorySeller;
import org.plimsoll.ecosystem.agent.market.Arbitrageur;
import org.plimsoll.ecosystem.agent.market.BackstopProvider;
import org.plimsoll.ecosystem.agent.market.CollateralBorrower;
import org.plimsoll.ecosystem.agent.market.CollateralPumper;
import org.plimsoll.ecosystem.agent.market.CompetingMakers;
import org.plimsoll.ecosystem.agent.market.DiscretionaryLong;
import org.plimsoll.ecosystem.agent.market.FundMarket;
import org.plimsoll.ecosystem.agent.market.IndexPublisher;
import org.plimsoll.ecosystem.agent.market.LeavingCustomer;
import org.plimsoll.ecosystem.agent.market.LeveragedTokenHolder;
import org.plimsoll.ecosystem.agent.market.LeveredRetail;
import org.plimsoll.ecosystem.agent.market.MarketMaker;
import org.plimsoll.ecosystem.agent.market.MomentumTrader;
import org.plimsoll.ecosystem.agent.market.NoiseTrader;
import org.plimsoll.ecosystem.agent.market.RunawayAlgorithm;
import org.plimsoll.ecosystem.agent.market.ThinMaker;
import org.plimsoll.ecosystem.agent.market.TokenBeliever;
import org.plimsoll.ecosystem.agent.market.TokenShortSeller;
import org.plimsoll.ecosystem.agent.market.TrackRecord;
import org.plimsoll.ecosystem.agent.token.MoneyDepthKind;
import org.plimsoll.ecosystem.agent.token.PriceSupportKind;
import org.plimsoll.ecosystem.agent.token.TokenEmissionKind;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent that scenarios can name. To add one is a line here: its schema and its
/// reading follow from its terms.
public final class AgentCatalog {
  private static final List<AgentKind<?>> OTHERS =
      List.of(
          AnticipatorySeller.KIND,
          Arbitrageur.KIND,
          BackstopProvider.KIND,
          CollateralBorrower.KIND,
          CollateralPumper.KIND,
          CompetingMakers.KIND,
          new Customers(),
          DiscretionaryLong.KIND,
          FundMarket.KIND,
          IndexPublisher.KIND,
          LeavingCustomer.KIND,
          LeveragedTokenHolder.KIND,
          LeveredRetail.KIND,
          LoadLineDesk.KIND,
          MarketMaker.KIND,
          MomentumTrader.KIND,
          NoiseTrader.KIND,
          new ProductionLines(),
          new Reconcilers(),
          RunawayAlgorithm.KIND,
          ThinMaker.KIND,
          TokenBeliever.KIND,
          TokenShortSeller.KIND,
          TrackRecord.KIND,
          new BettorsKind(),
          new EstateClearingKind(),
          new CoverageGames(),
          new DepositRuns(),
          new MoneyDepthKind(),
          new PriceSupportKind(),
          new TokenEmissionKind(),
          new WithdrawalDesks());

  private static final List<AgentKind<?>> KINDS =
      Stream.<AgentKind<?>>concat(OTHERS.stream(), FirmKinds.all().stream())
          .sorted(Comparator.comparing(AgentKind::name))
          .toList();

  private AgentCatalog() {}

  /// Returns every kind, in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return KINDS;
  }
}
