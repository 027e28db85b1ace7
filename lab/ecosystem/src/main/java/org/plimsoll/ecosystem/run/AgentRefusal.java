package org.plimsoll.ecosystem.run;

import java.util.Objects;

/// An agent's terms make no sense in its scenario.
public final class AgentRefusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int agent;

  /// Creates the refusal of an agent.
  ///
  /// @param agent its number in the plot
  AgentRefusal(int agent, String name, IllegalArgumentException cause) {
    super("agent `" + name + "`: " + cause.getMessage(), cause);
    this.agent = agent;
  }

  /// Returns its number in the plot.
  public int agent() {
    return agent;
  }

  @Override
  public synchronized IllegalArgumentException getCause() {
    return (IllegalArgumentException) Objects.requireNonNull(super.getCause(), "it has a cause");
  }
}
