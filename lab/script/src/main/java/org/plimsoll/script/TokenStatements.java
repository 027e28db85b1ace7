package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.TokenCommand;

/// Reads the statements about what trading costs and the exchange token.
final class TokenStatements {
  private static final int E9_DECIMALS = 9;

  private final Operands in;

  TokenStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it says nothing
  /// of fees or the token.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "rebate" -> Optional.of(List.of(rebate()));
      case "exchange-token" -> Optional.of(List.of(token()));
      case "stake" -> Optional.of(stake());
      case "unstake" -> Optional.of(unstake());
      default -> Optional.empty();
    };
  }

  private Command rebate() {
    return new TokenCommand.SetMakerRebate(in.account(), in.number(E9_DECIMALS).count());
  }

  private Command token() {
    in.words().takeKeyword("supply");
    Operands.Quantity supply = in.quantity();
    in.words().takeKeyword("in");
    int market = in.market();
    in.words().takeKeyword("by");
    int treasury = in.account();
    in.words().takeKeyword("from");
    int custody = in.custody();
    return new TokenCommand.SetExchangeToken(
        supply.asset(),
        market,
        treasury,
        custody,
        supply.amount(),
        in.number("fees", E9_DECIMALS).count(),
        in.number("fund", E9_DECIMALS).count(),
        whole("slices"),
        whole("seconds"),
        in.number("above", E9_DECIMALS).count());
  }

  private int whole(String keyword) {
    in.words().takeKeyword(keyword);
    return in.wholeNumber();
  }

  private List<? extends Command> stake() {
    List<Integer> accounts = in.accounts();
    long amount = in.quantity().amount();
    return accounts.stream().map(a -> new TokenCommand.StakeToken(a, amount)).toList();
  }

  private List<? extends Command> unstake() {
    List<Integer> accounts = in.accounts();
    long amount = in.quantity().amount();
    return accounts.stream().map(a -> new TokenCommand.UnstakeToken(a, amount)).toList();
  }
}
