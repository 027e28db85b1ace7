package org.plimsoll.ecosystem.agent.firm;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Finds what customers of a venue have asked for and what is not there. First its firm pays back
/// what it owes the venue, out of its own coins; then what the venue keeps and nobody waits for is
/// taken out, exchanged elsewhere and brought back, which leaves the firm owing the one and having
/// paid the other.
///
/// It trades at the price of the moment with a stated loss, and no more in a day than the market
/// takes: what a thin market does not take stays where it is, however much is asked for.
public final class LiquidityDesk implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "liquidity-desk",
          "Exchanges its firm's coins, and then the venue's, for what customers have asked for and"
              + " is not there.",
          Terms.class,
          LiquidityDesk::new);

  private static final long SECONDS_AFTER_TICK = 240;

  private final Alarm alarm;
  private final String name;
  private final Exchange exchange;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final OutsideMarket market;
  private final Terminal terminal;
  private final Rounds rounds;
  private final int holder;
  private final List<Pool> pools = new ArrayList<>();
  private long lastNs;

  /// What it is asked for.
  ///
  /// @param party whose coins it sells
  /// @param account of that party at the venue, which owes the venue; without a credit line there
  ///   nothing of the venue's is exchanged
  /// @param place custody location to which it brings dollars
  /// @param outlets what it can exchange for dollars, in this order
  public record Terms(String party, String account, String place, List<Outlet> outlets) {
    /// Takes a copy.
    public Terms {
      outlets = List.copyOf(outlets);
    }
  }

  /// A coin and the market for it.
  ///
  /// @param asset the coin
  /// @param place custody location where the venue keeps it
  /// @param dollarsPerDay of it that the market takes or gives in a day, positive
  /// @param slip fraction that is lost on each trade, 0 to 1
  public record Outlet(String asset, String place, double dollarsPerDay, double slip) {}

  /// Dollars, or an outlet and how much the market still takes of it in this round.
  private static final class Pool {
    private final int asset;
    private final int place;
    private final double dollarsPerDay;
    private final double slip;
    private long room = Long.MAX_VALUE;

    private Pool(int asset, int place, double dollarsPerDay, double slip) {
      this.asset = asset;
      this.place = place;
      this.dollarsPerDay = dollarsPerDay;
      this.slip = slip;
    }
  }

  LiquidityDesk(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    exchange = setting.economy().exchange();
    ledger = setting.economy().ledger();
    appraiser = new Appraiser(ledger, setting.economy().prices());
    market = new OutsideMarket(ledger, appraiser);
    terminal = setting.terminal(terms.account(), terms.party());
    holder = terminal.holder();
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    pools.add(new Pool(0, setting.place(terms.place()), 0, 0));
    for (Outlet each : terms.outlets()) {
      pools.add(
          new Pool(
              setting.instrument(each.asset()),
              setting.place(each.place()),
              each.dollarsPerDay(),
              each.slip()));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(rounds.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double days = (nowNs - lastNs) / (double) Rounds.DAY_NS;
    lastNs = nowNs;
    pools.stream()
        .filter(pool -> pool.asset != 0)
        .forEach(pool -> pool.room = appraiser.money(pool.dollarsPerDay * days));
    for (Pool wanted : pools) {
      long lacking = appraiser.worth(wanted.asset, Math.max(0, exchange.lacking(wanted.asset)));
      if (lacking > 0) {
        exchangeCustody(wanted, lacking - payBack(wanted, lacking));
      }
    }
    alarm.at(rounds.next(nowNs));
  }

  /// Brings the firm's own coins, or what they fetch, as far as it owes the venue.
  ///
  /// @return what they brought, in money
  private long payBack(Pool wanted, long money) {
    long owed = Math.min(money, debt());
    long left = owed;
    if (wanted.asset != 0) {
      left -= bring(wanted, Math.min(own(wanted), appraiser.amountFor(wanted.asset, left)));
    }
    for (Pool given : pools) {
      if (given != wanted && given.asset != 0 && left > 0) {
        left -=
            bring(wanted, trade(given, Math.min(own(given), most(given, wanted, left)), wanted));
      }
    }
    return owed - left;
  }

  /// Exchanges what the venue keeps and nobody waits for.
  private void exchangeCustody(Pool wanted, long money) {
    long left = money;
    for (Pool given : pools) {
      long spare = Math.max(0, -exchange.lacking(given.asset));
      long there = Math.min(spare, terminal.onHand(given.place, given.asset));
      long amount = given == wanted ? 0 : Math.min(there, most(given, wanted, left));
      long before = own(given);
      if (amount > 0
          && terminal.ask(
              new WithdrawAsset(terminal.account(), given.asset, amount, given.place))) {
        left -= bring(wanted, trade(given, own(given) - before, wanted));
      }
    }
  }

  /// Returns how much of something is worth so much money, as far as both markets take it; nothing
  /// of what has no price.
  private long most(Pool given, Pool wanted, long money) {
    long room = Math.min(given.room, wanted.room);
    long amount = appraiser.amountFor(given.asset, Math.max(0, Math.min(money, room)));
    return amount == Long.MAX_VALUE ? 0 : amount;
  }

  /// Returns how much of what is wanted the holder gets for what is given.
  private long trade(Pool given, long amount, Pool wanted) {
    long money = amount;
    if (given.asset != 0) {
      long cash = ledger.balance(holder, 0);
      market.sell(holder, given.asset, amount, given.slip);
      money = ledger.balance(holder, 0) - cash;
      given.room -= Math.min(given.room, appraiser.worth(given.asset, amount));
    }
    if (wanted.asset == 0) {
      return money;
    }
    long before = own(wanted);
    market.buy(holder, wanted.asset, money, wanted.slip);
    wanted.room -= Math.min(wanted.room, money);
    return own(wanted) - before;
  }

  /// Returns the worth of what was brought to the venue.
  private long bring(Pool pool, long amount) {
    boolean isThere = amount > 0 && terminal.deposit(pool.asset, amount, pool.place);
    return isThere ? appraiser.worth(pool.asset, amount) : 0;
  }

  private long own(Pool pool) {
    return ledger.balance(holder, pool.asset);
  }

  /// Returns what the account owes the venue, in money.
  private long debt() {
    long sum = 0;
    for (Pool pool : pools) {
      sum -= appraiser.worth(pool.asset, terminal.balance(pool.asset));
    }
    return Math.max(0, sum);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
  }
}
