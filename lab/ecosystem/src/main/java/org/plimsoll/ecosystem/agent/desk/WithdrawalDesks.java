package org.plimsoll.ecosystem.agent.desk;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes withdrawal desks. A venue has one at most.
public final class WithdrawalDesks implements AgentKind<WithdrawalDeskTerms> {
  @Override
  public String name() {
    return "withdrawal-desk";
  }

  @Override
  public String about() {
    return "Stations through which every withdrawal goes, whose queue everybody can see; an asset"
        + " that is gone is held, and all stops when nothing there would pay those who wait.";
  }

  @Override
  public Class<WithdrawalDeskTerms> terms() {
    return WithdrawalDeskTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, WithdrawalDeskTerms terms) {
    Economy economy = setting.economy();
    int[] places = terms.places().stream().mapToInt(setting::place).toArray();
    StationLine line = new StationLine(terms.line(), economy.random(agent, "work"));
    WithdrawalDesk desk =
        new WithdrawalDesk(agent, alarm, setting.ticks(), economy, terms, places, line);
    economy.exchange().setDoor(desk);
    return desk;
  }
}
