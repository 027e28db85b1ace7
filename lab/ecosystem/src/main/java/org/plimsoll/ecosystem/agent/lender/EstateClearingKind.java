package org.plimsoll.ecosystem.agent.lender;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// `estate-clearing`: what creditors of failed firms will get.
public final class EstateClearingKind implements AgentKind<Estates> {
  @Override
  public String name() {
    return "estate-clearing";
  }

  @Override
  public String about() {
    return "Works out what creditors of failed firms get, by rank and after costs (Eisenberg and Noe"
        + " 2001, Rogers and Veraart 2013).";
  }

  @Override
  public Class<Estates> terms() {
    return Estates.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, Estates terms) {
    return new EstateClearing(alarm, setting, agent, terms);
  }
}
