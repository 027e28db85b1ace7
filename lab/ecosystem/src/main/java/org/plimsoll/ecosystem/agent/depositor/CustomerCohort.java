package org.plimsoll.ecosystem.agent.depositor;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.ShortNumber;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Customers of one class. At each tick a few of them, in turns, bring what has come since their
/// last visit, take a little out, and trade; and whoever has lost his trust, and looks, takes out
/// everything.
///
/// What somebody brings on a visit is exact however seldom he comes, so a few commands at each tick
/// are enough for any number of accounts.
final class CustomerCohort implements Agent {
  private static final double HOUR_NS = 3_600e9;
  private static final double DAY_NS = 24 * HOUR_NS;

  /// Share of a cohort, by size, whose leaving is called a run.
  private static final double RUN = 0.1;

  /// Dollars that those who leave must have brought for it to be called one: of a cohort that has
  /// just begun, a single customer is a tenth.
  private static final double RUN_DOLLARS = 1e6;

  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final CustomerTerms terms;
  private final List<Customer> customers;
  private final Cashier cashier;
  private final Habit habit;
  private final ArrivalFlow arrivals;
  private final CoverageBelief belief;
  private final PriceBoard prices;
  private final int coin;
  private final Chronicle chronicle;
  private final RandomStream attention;
  private int next;
  private long lastNs;
  private boolean hasRun;

  CustomerCohort(
      String name,
      Alarm alarm,
      Ticks ticks,
      CustomerTerms terms,
      List<Customer> customers,
      Cashier cashier,
      Habit habit,
      ArrivalFlow arrivals,
      CoverageBelief belief,
      PriceBoard prices,
      int coin,
      Chronicle chronicle,
      RandomStream attention) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    this.terms = terms;
    this.customers = List.copyOf(customers);
    this.cashier = cashier;
    this.habit = habit;
    this.arrivals = arrivals;
    this.belief = belief;
    this.prices = prices;
    this.coin = coin;
    this.chronicle = chronicle;
    this.attention = attention;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    customers.forEach(customer -> customer.visitedNs = lastNs);
    alarm.at(ticks.after(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double brought = arrivals.brought(nowNs, prices.priceE9(coin) / 1e9);
    double coverage = belief.coverage(nowNs);
    if (belief.leaves(coverage, -1)) {
      frighten(nowNs, coverage, brought);
    }
    for (int visit = 0; visit < terms.visitsPerTick(); visit++) {
      visit(customers.get(next), nowNs, brought, coverage);
      next = (next + 1) % customers.size();
    }
    lastNs = nowNs;
    alarm.at(ticks.after(nowNs));
  }

  private void frighten(long nowNs, double coverage, double brought) {
    double chance =
        -StrictMath.expm1(-(nowNs - lastNs) / HOUR_NS / terms.belief().attentionHours());
    double left = 0;
    for (Customer customer : customers) {
      if (!customer.hasLeft
          && belief.leaves(coverage, customer.doubt)
          && attention.uniform() < chance) {
        customer.hasLeft = true;
        takeAll(customer);
      }
      left += customer.hasLeft ? customer.weight : 0;
    }
    if (left > RUN && left * brought >= RUN_DOLLARS && !hasRun) {
      hasRun = true;
      String text =
          "A tenth of "
              + name
              + " leaves, who had brought "
              + ShortNumber.of(left * brought, "USD");
      chronicle.add(new Flag(nowNs, "run", text + ".", Optional.empty()));
    }
  }

  private void visit(Customer customer, long nowNs, double brought, double coverage) {
    if (customer.hasLeft && belief.leaves(coverage, customer.doubt)) {
      takeAll(customer);
      customer.seen = brought;
    } else {
      customer.seen = customer.hasLeft ? brought : customer.seen;
      customer.hasLeft = false;
      cashier.bring(customer.terminal, customer.weight * (brought - customer.seen));
      customer.seen = brought;
      double days = (nowNs - customer.visitedNs) / DAY_NS;
      cashier.takeSome(customer.terminal, days, terms.dailyWithdrawals());
      habit.settle(customer);
    }
    customer.visitedNs = nowNs;
  }

  private void takeAll(Customer customer) {
    habit.unwind(customer);
    cashier.take(customer.terminal, 1);
  }

  @Override
  public void writeTo(StateSink sink) {
    customers.forEach(customer -> customer.writeTo(sink));
    cashier.writeTo(sink);
    arrivals.writeTo(sink);
    belief.writeTo(sink);
    attention.writeTo(sink);
    sink.add(next).add(lastNs).add(hasRun ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    customers.forEach(customer -> customer.readFrom(source));
    cashier.readFrom(source);
    arrivals.readFrom(source);
    belief.readFrom(source);
    attention.readFrom(source);
    next = source.index(customers.size());
    lastNs = source.number();
    hasRun = source.flag();
  }
}
