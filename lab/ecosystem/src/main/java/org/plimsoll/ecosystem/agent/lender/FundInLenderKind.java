package org.plimsoll.ecosystem.agent.lender;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// `fund-in-lender`: a fund that keeps money with a lender.
public final class FundInLenderKind implements AgentKind<FundInLender> {
  @Override
  public String name() {
    return "fund-in-lender";
  }

  @Override
  public String about() {
    return "Keeps money with a lender for the interest, and loses it when the lender fails (like Lantern and Pharos).";
  }

  @Override
  public Class<FundInLender> terms() {
    return FundInLender.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, FundInLender terms) {
    return new LenderDepositor(alarm, setting, agent, terms);
  }
}
