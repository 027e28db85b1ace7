package org.plimsoll.ecosystem.agent.desk;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes lines that always have something to do.
public final class ProductionLines implements AgentKind<ProductionLineTerms> {
  @Override
  public String name() {
    return "production-line";
  }

  @Override
  public String about() {
    return "Stations in a row, specialists or generalists, single pieces or batches (Hopp and"
        + " Spearman, Factory Physics).";
  }

  @Override
  public Class<ProductionLineTerms> terms() {
    return ProductionLineTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, ProductionLineTerms terms) {
    StationLine line = new StationLine(terms.line(), setting.economy().random(agent, "work"));
    return new ProductionLine(
        agent, alarm, setting.ticks(), setting.economy().bulletin(), line, terms.batch());
  }
}
