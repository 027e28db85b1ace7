package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes markets in which money moves the price.
public final class MoneyDepthKind implements AgentKind<MoneyDepthTerms> {
  @Override
  public String name() {
    return "money-depth";
  }

  @Override
  public String about() {
    return "Quotes one price that net buying moves by its part of a constant depth in dollars.";
  }

  @Override
  public Class<MoneyDepthTerms> terms() {
    return MoneyDepthTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, MoneyDepthTerms terms) {
    return new MoneyDepth(
        agent,
        alarm,
        setting.ticks(),
        terms,
        setting.seat(terms.account(), terms.party(), terms.market()));
  }
}
