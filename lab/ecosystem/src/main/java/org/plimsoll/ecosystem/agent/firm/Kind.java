package org.plimsoll.ecosystem.agent.firm;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// A kind of agent whose class has a constructor for it.
record Kind<T extends Record>(String name, String about, Class<T> terms, Maker<T> maker)
    implements AgentKind<T> {
  interface Maker<T> {
    Agent create(Alarm alarm, Setting setting, String agent, T terms);
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, T terms) {
    return maker.create(alarm, setting, agent, terms);
  }
}
