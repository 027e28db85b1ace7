package org.plimsoll.ecosystem.agent.market;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Customers who trade with the venue's money, each for himself: the customers A, long on margin,
/// and B, short, of Levine's example (docs/explanation/levine.md).
///
/// Each enters once, at a random time, to the leverage that he likes, and goes back to it after
/// that as often as it says: up when he has won, which is buying into a rise, and down never. What
/// then happens to him is the venue's affair.
public final class LeveredRetail implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "levered-retail",
          "Customers who are long or short with borrowed money, each for himself.",
          Terms.class,
          LeveredRetail::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final RandomStream random;
  private final List<Seat> seats = new ArrayList<>();
  private final long[] dueNs;

  /// What they are asked for.
  ///
  /// @param party whose money it is
  /// @param account of the one customer, or of the first of them: the others' have `-2`, `-3` and
  ///   so on behind it
  /// @param customers how many there are, from 1
  /// @param market where they trade
  /// @param side which way they bet
  /// @param leverage what they hold over what they own, positive
  /// @param entryDays within how many days they come, not negative
  /// @param renewDays after how many days each goes back up to his leverage; 0 for never
  /// @param limitPrice at which their orders rest, in dollars; 0 for market orders
  public record Terms(
      String party,
      String account,
      int customers,
      String market,
      Side side,
      double leverage,
      @Omissible double entryDays,
      @Omissible double renewDays,
      @Omissible double limitPrice) {
    /// Checks the bounds.
    public Terms {
      Require.holds(customers >= 1, "customers", customers, "must be at least 1");
      Require.positive("leverage", leverage);
      Require.notNegative("entry-days", entryDays);
      Require.notNegative("renew-days", renewDays);
      Require.notNegative("limit-price", limitPrice);
    }

    /// Returns the name of a customer's account.
    ///
    /// @param customer from 0
    String accountOf(int customer) {
      return customer == 0 ? account : account + "-" + (customer + 1);
    }
  }

  LeveredRetail(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    random = setting.economy().random(name, "entry");
    dueNs = new long[terms.customers()];
    for (int customer = 0; customer < terms.customers(); customer++) {
      Terminal terminal = setting.terminal(terms.accountOf(customer), terms.party());
      int market = setting.market(terms.market());
      seats.add(new Seat(setting.economy().exchange(), terminal, market));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    for (int customer = 0; customer < dueNs.length; customer++) {
      dueNs[customer] = alarm.nowNs() + 1 + (long) (random.uniform() * terms.entryDays() * DAY_NS);
      alarm.at(dueNs[customer]);
    }
  }

  @Override
  public void wake(long nowNs) {
    for (int customer = 0; customer < dueNs.length; customer++) {
      if (dueNs[customer] == nowNs) {
        bet(seats.get(customer));
        if (terms.renewDays() > 0) {
          dueNs[customer] = nowNs + (long) (terms.renewDays() * DAY_NS);
          alarm.at(dueNs[customer]);
        }
      }
    }
  }

  private void bet(Seat seat) {
    double price = terms.limitPrice() > 0 ? terms.limitPrice() : seat.middle();
    double owned = price > 0 ? seat.worth(price) : 0;
    if (owned <= 0) {
      return;
    }
    double sign = terms.side() == Side.BUY ? 1 : -1;
    double missing = sign * terms.leverage() * owned / price - seat.coins();
    if (missing * sign > 0 && terms.limitPrice() > 0) {
      seat.limit(terms.side(), price, StrictMath.abs(missing));
    } else if (missing * sign > 0) {
      seat.trade(terms.side(), StrictMath.abs(missing));
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
    for (long due : dueNs) {
      sink.add(due);
    }
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
    for (int customer = 0; customer < dueNs.length; customer++) {
      dueNs[customer] = source.number();
    }
  }
}
