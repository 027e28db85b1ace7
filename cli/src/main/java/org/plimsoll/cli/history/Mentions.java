package org.plimsoll.cli.history;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalInt;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;

/// Whether a command or an event names an account and a market. Both must be named by one and the
/// same; one that was not asked for is named by everything.
///
/// @param account the account that is looked for
/// @param market the market that is looked for
public record Mentions(OptionalInt account, OptionalInt market) {
  /// Returns whether a command or anything that it did names them.
  public boolean any(Command command, Collection<Event> events) {
    return names((Record) command) || events.stream().anyMatch(this::in);
  }

  /// Returns whether an event names them.
  public boolean in(Event event) {
    return switch (event) {
      case TransferPosted posted ->
          market.isEmpty() && (account.isEmpty() || isOf(posted.from()) || isOf(posted.to()));
      case Event.CommandApplied applied -> names((Record) applied.command());
      default -> names((Record) event);
    };
  }

  private boolean isOf(int ledgerAccount) {
    return LedgerAccount.kind(ledgerAccount) == LedgerAccount.Kind.CUSTOMER
        && LedgerAccount.number(ledgerAccount) == account.orElseThrow();
  }

  private boolean names(Record record) {
    return names(record, account, "account") && names(record, market, "market");
  }

  /// Whether a component whose name ends like `kind` has the number.
  private static boolean names(Record record, OptionalInt number, String kind) {
    if (number.isEmpty()) {
      return true;
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = component.getName();
      boolean isKind = name.toLowerCase(Locale.ROOT).endsWith(kind);
      if (isKind
          && component.getType() == int.class
          && value(record, component) == number.getAsInt()) {
        return true;
      }
    }
    return false;
  }

  private static int value(Record record, RecordComponent component) {
    try {
      return (int) component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
