package org.plimsoll.ecosystem.agent.token;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent of this package.
public final class TokenAgents {
  private TokenAgents() {}

  /// Returns them in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return List.of(new MoneyDepthKind(), new PriceSupportKind(), new TokenEmissionKind());
  }
}
