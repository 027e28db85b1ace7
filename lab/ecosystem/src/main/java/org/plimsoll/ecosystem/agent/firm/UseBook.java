package org.plimsoll.ecosystem.agent.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Payments planned by date. What cannot be paid on its day waits until it can.
final class UseBook {
  private final WorldLedger ledger;
  private final int holder;
  private final List<Payment> payments = new ArrayList<>();

  /// A payment, spread evenly from one date to another.
  ///
  /// @param from first day
  /// @param until when all of it is paid; the same for all at once
  /// @param cause as a cause of transfers in kebab-case, such as `venture` or `insider-payment`
  /// @param payee party that gets it; `outside` for the rest of the world
  /// @param gets instrument that the firm gets for it at par, of kind `STAKE` or `OWED`; empty for
  ///   none
  /// @param dollars in all
  public record Use(
      String from, String until, String cause, String payee, String gets, double dollars) {}

  private static final class Payment {
    final long fromNs;
    final long untilNs;
    final WorldCause cause;
    final int payee;
    final int gets;
    final long total;
    long paid;

    Payment(Setting setting, Use use, Appraiser appraiser) {
      fromNs = Plan.timeNs(use.from());
      untilNs = Math.max(fromNs + 1, Plan.timeNs(use.until()));
      cause = WorldCause.valueOf(use.cause().replace('-', '_').toUpperCase(Locale.ROOT));
      payee = use.payee().equals("outside") ? WorldLedger.OUTSIDE : setting.holder(use.payee());
      gets = use.gets().isEmpty() ? -1 : setting.instrument(use.gets());
      total = appraiser.money(use.dollars());
    }

    long due(long nowNs) {
      if (nowNs < fromNs) {
        return 0;
      }
      double share = Math.min(1, (double) (nowNs - fromNs) / (untilNs - fromNs));
      return Math.max(0, Math.round(share * total) - paid);
    }
  }

  UseBook(Setting setting, int holder, List<Use> uses) {
    ledger = setting.economy().ledger();
    this.holder = holder;
    Appraiser appraiser = new Appraiser(ledger, setting.economy().prices());
    uses.forEach(use -> payments.add(new Payment(setting, use, appraiser)));
  }

  /// Returns what is due by now and not paid.
  long due(long nowNs) {
    long sum = 0;
    for (Payment payment : payments) {
      sum += payment.due(nowNs);
    }
    return sum;
  }

  /// Pays what is due, in the order of the plan, with at most so much money.
  void pay(long nowNs, long most) {
    long left = most;
    for (Payment payment : payments) {
      long amount = Math.min(left, payment.due(nowNs));
      if (amount > 0) {
        ledger.transfer(payment.cause, 0, holder, payment.payee, amount);
        if (payment.gets >= 0) {
          ledger.transfer(payment.cause, payment.gets, payment.payee, holder, amount);
        }
        payment.paid += amount;
        left -= amount;
      }
    }
  }

  void writeTo(StateSink sink) {
    sink.add(payments.size());
    payments.forEach(payment -> sink.add(payment.paid));
  }

  /// What was paid belongs to a payment by its place in the plan, so the plan must be as long.
  void readFrom(StateSource source) {
    source.require(source.number() == payments.size(), "as many payments are planned");
    payments.forEach(payment -> payment.paid = source.number());
  }
}
