package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.script.Operands.Quantity;

/// Reads the statements about cash besides bringing and taking it.
final class CashStatements {
  private final Operands in;

  CashStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it is not about
  /// cash.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "withdrawals" -> Optional.of(List.of(withdrawals()));
      case "move" -> Optional.of(List.of(move()));
      case "quote" -> Optional.of(List.of(quote()));
      case "accept" -> Optional.of(List.of(accept()));
      case "carry" -> Optional.of(List.of(carry()));
      case "pay" -> Optional.of(List.of(pay()));
      default -> Optional.empty();
    };
  }

  private Command move() {
    int from = in.account();
    Quantity q = in.quantity();
    in.words().takeKeyword("to");
    return new CashCommand.MoveAsset(from, in.account(), q.asset(), q.amount());
  }

  private Command carry() {
    Quantity q = in.quantity();
    in.words().takeKeyword("from");
    int from = in.custody();
    in.words().takeKeyword("to");
    return new CashCommand.MoveCustody(from, in.custody(), q.asset(), q.amount());
  }

  private Command pay() {
    Quantity q = in.quantity();
    in.words().takeKeyword("to");
    in.words().takeKeyword("owners");
    in.words().takeKeyword("from");
    int custody = in.custody();
    Approval a = Approval.take(in);
    return new CashCommand.PayFromFees(
        q.asset(), q.amount(), custody, a.reason(), a.granter(), a.secondGranter());
  }

  private Command quote() {
    long quote = in.number(0).count();
    in.words().takeKeyword("by");
    int counterparty = in.account();
    in.words().takeKeyword("to");
    int account = in.account();
    Quantity from = in.quantity();
    in.words().takeKeyword("for");
    Quantity to = in.quantity();
    in.words().takeKeyword("until");
    return new QuoteCommand.OfferQuote(
        quote,
        counterparty,
        account,
        from.asset(),
        to.asset(),
        from.amount(),
        to.amount(),
        in.timeNs());
  }

  private Command accept() {
    int account = in.account();
    return new QuoteCommand.AcceptQuote(account, in.number("quote", 0).count());
  }

  private Command withdrawals() {
    int asset = in.asset();
    WithdrawalMode mode = in.oneOf(WithdrawalMode.values());
    int perMinute = 0;
    if (mode == WithdrawalMode.QUEUED) {
      perMinute = in.wholeNumber();
      in.words().takeKeyword("a");
      in.words().takeKeyword("minute");
    }
    Approval a = Approval.take(in);
    return new CashCommand.SetWithdrawalPolicy(
        asset, mode, perMinute, a.reason(), a.granter(), a.secondGranter());
  }
}
