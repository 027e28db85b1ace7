package org.plimsoll.ecosystem.agent.betting;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes bettors.
public final class BettorsKind implements AgentKind<BettorTerms> {
  @Override
  public String name() {
    return "bettors";
  }

  @Override
  public String about() {
    return "People who stake any multiple of Kelly (1956), or all they have, again and again.";
  }

  @Override
  public Class<BettorTerms> terms() {
    return BettorTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, BettorTerms terms) {
    return new Bettors(agent, alarm, setting.economy(), terms, setting.holder(terms.party()));
  }
}
