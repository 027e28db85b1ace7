package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes depositors who learn when to leave.
public final class CoverageGames implements AgentKind<CoverageGameTerms> {
  @Override
  public String name() {
    return "coverage-game";
  }

  @Override
  public String about() {
    return "Depositors who learn from experience below which signal of coverage to leave (the game"
        + " of Morris and Shin 2003).";
  }

  @Override
  public Class<CoverageGameTerms> terms() {
    return CoverageGameTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, CoverageGameTerms terms) {
    DepositRounds deposits =
        new DepositRounds(
            setting,
            agent,
            terms.party(),
            terms.accounts(),
            terms.dollars(),
            new DepositRounds.Places(terms.bank(), terms.invested()));
    return new CoverageGame(
        agent,
        alarm,
        terms,
        deposits,
        setting.economy().bulletin(),
        setting.economy().random(agent, "signals"));
  }
}
