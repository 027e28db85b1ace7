package org.plimsoll.crowd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody in the crowd does. An account has the role that its name begins with, such as
/// `maker-1`.
public enum Role {
  /// Quotes both sides of every market.
  MAKER,
  /// Trades for reasons of its own.
  NOISE,
  /// Follows a perpetual's price, with as much leverage as there is.
  MOMENTUM,
  /// Trades perpetuals and spot markets against each other.
  ARBITRAGE;

  /// Returns the role of an account; empty if it is nobody's of the crowd.
  public static Optional<Role> of(String account) {
    return Arrays.stream(values())
        .filter(role -> account.startsWith(role.name().toLowerCase(Locale.ROOT) + "-"))
        .findFirst();
  }

  Agent agent(Login login, Client client, Board board, Luck luck) {
    return switch (this) {
      case MAKER -> new Maker(client, board, luck);
      case NOISE -> new NoiseTrader(client, board, luck);
      case MOMENTUM -> new MomentumTrader(client, login.account() + "-bets", board, luck);
      case ARBITRAGE -> new Arbitrageur(client, board);
    };
  }
}
