package org.plimsoll.ecosystem.agent.desk;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes reconcilers.
public final class Reconcilers implements AgentKind<ReconcilerTerms> {
  @Override
  public String name() {
    return "reconciler";
  }

  @Override
  public String about() {
    return "Compares a party's cash book with statements from outside, and what customers are owed"
        + " with what banks and wallets hold; raises a flag where they differ.";
  }

  @Override
  public Class<ReconcilerTerms> terms() {
    return ReconcilerTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, ReconcilerTerms terms) {
    Economy economy = setting.economy();
    int[] places = terms.safePlaces().stream().mapToInt(setting::place).toArray();
    CashBook book =
        new CashBook(
            terms, setting.holder(terms.party()), alarm::nowNs, economy.random(agent, "mistakes"));
    economy.listen(book);
    RiskOrders orders =
        new RiskOrders(
            economy.exchange(),
            terms.takesBack().stream().map(setting::terminal).toList(),
            "reconciliation");
    return new Reconciler(agent, alarm, economy, terms, places, book, orders);
  }
}
