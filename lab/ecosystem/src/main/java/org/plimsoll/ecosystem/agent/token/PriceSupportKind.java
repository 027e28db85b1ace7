package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes price supporters.
public final class PriceSupportKind implements AgentKind<PriceSupportTerms> {
  @Override
  public String name() {
    return "price-support";
  }

  @Override
  public String about() {
    return "Holds the price of a token at a peg with cash of its own, so that loans against it are"
        + " not called.";
  }

  @Override
  public Class<PriceSupportTerms> terms() {
    return PriceSupportTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, PriceSupportTerms terms) {
    Economy economy = setting.economy();
    Seat seat = setting.seat(terms.account(), terms.party(), terms.market());
    return new PriceSupport(
        agent, alarm, setting.ticks(), terms, seat, economy.bulletin(), economy.chronicle());
  }
}
