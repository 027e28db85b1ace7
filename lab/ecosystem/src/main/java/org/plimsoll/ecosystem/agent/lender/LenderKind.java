package org.plimsoll.ecosystem.agent.lender;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// `lender`: a firm that lends its depositors' money on against collateral, and recalls it.
public final class LenderKind implements AgentKind<Lending> {
  @Override
  public String name() {
    return "lender";
  }

  @Override
  public String about() {
    return "Lends its depositors' money against collateral, calls for more, and recalls when it"
        + " lacks cash (wrong-way haircut after Pykhtin 2003).";
  }

  @Override
  public Class<Lending> terms() {
    return Lending.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, Lending terms) {
    return new Lender(alarm, setting, agent, terms);
  }
}
