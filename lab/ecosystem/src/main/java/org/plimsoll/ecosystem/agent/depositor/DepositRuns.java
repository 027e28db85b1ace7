package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;

/// Makes depositors with a contract that invites a run.
public final class DepositRuns implements AgentKind<DepositRunTerms> {
  @Override
  public String name() {
    return "deposit-run";
  }

  @Override
  public String about() {
    return "Depositors whose early promise makes leaving the best reply once enough others leave"
        + " (Diamond and Dybvig 1983).";
  }

  @Override
  public Class<DepositRunTerms> terms() {
    return DepositRunTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, DepositRunTerms terms) {
    DepositRounds deposits =
        new DepositRounds(
            setting,
            agent,
            terms.party(),
            terms.accounts(),
            terms.dollars() * terms.promise(),
            new DepositRounds.Places(terms.bank(), terms.invested()));
    return new DepositRun(agent, alarm, terms, deposits, setting.economy().bulletin());
  }
}
