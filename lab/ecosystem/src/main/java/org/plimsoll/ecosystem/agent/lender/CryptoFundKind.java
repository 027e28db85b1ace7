package org.plimsoll.ecosystem.agent.lender;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// `crypto-fund`: a fund that borrows to hold coins, and fails when it cannot pay.
public final class CryptoFundKind implements AgentKind<CryptoFund> {
  @Override
  public String name() {
    return "crypto-fund";
  }

  @Override
  public String about() {
    return "Borrows all that lenders offer to hold coins, and sells them when money is asked back (like Three Arrows).";
  }

  @Override
  public Class<CryptoFund> terms() {
    return CryptoFund.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, CryptoFund terms) {
    return new LeveredFund(alarm, setting, agent, terms);
  }
}
