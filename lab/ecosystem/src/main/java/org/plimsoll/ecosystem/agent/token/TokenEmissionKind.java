package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes emissions.
public final class TokenEmissionKind implements AgentKind<EmissionTerms> {
  @Override
  public String name() {
    return "token-emission";
  }

  @Override
  public String about() {
    return "A token that is paid out and sold every day, against dollars that come of themselves.";
  }

  @Override
  public Class<EmissionTerms> terms() {
    return EmissionTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, EmissionTerms terms) {
    return new TokenEmission(
        agent,
        alarm,
        setting.ticks(),
        terms,
        setting.economy().ledger(),
        setting.seat(terms.account(), terms.party(), terms.market()),
        new TokenEmission.Places(setting.place(terms.bank()), setting.place(terms.wallet())));
  }
}
