package org.plimsoll.ecosystem.scenario;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;

/// A kind of agent that scenarios can name: what it is asked for, and how it joins.
///
/// @param <T> its terms: a record whose components, in kebab-case, are the keys of its entry in a
///   scenario file. Components are `long`, `int`, `double`, `boolean`, `String` (also for the names
///   of parties, accounts, assets and markets), enums, and lists and records of those.
public interface AgentKind<T extends Record> {
  /// Returns how scenario files call it, in kebab-case, such as `noise-trader`.
  String name();

  /// Returns one sentence about what it does, with the source of its rule.
  String about();

  /// Returns the type of its terms.
  Class<T> terms();

  /// Makes an agent.
  ///
  /// @param agent its own name, which no other agent has
  /// @throws IllegalArgumentException if a term makes no sense or names nothing; the message names
  ///   the term in kebab-case
  Agent create(Alarm alarm, Setting setting, String agent, T terms);
}
