package org.plimsoll.ecosystem;

import static org.plimsoll.ecosystem.RandomEconomy.BANK;
import static org.plimsoll.ecosystem.RandomEconomy.BTC;
import static org.plimsoll.ecosystem.RandomEconomy.BTC_DATED;
import static org.plimsoll.ecosystem.RandomEconomy.BTC_PERP;
import static org.plimsoll.ecosystem.RandomEconomy.BTC_SPOT;
import static org.plimsoll.ecosystem.RandomEconomy.BULL;
import static org.plimsoll.ecosystem.RandomEconomy.COLD;
import static org.plimsoll.ecosystem.RandomEconomy.FTT;
import static org.plimsoll.ecosystem.RandomEconomy.FTT_SPOT;
import static org.plimsoll.ecosystem.RandomEconomy.HOUR_NS;
import static org.plimsoll.ecosystem.RandomEconomy.LOAN;
import static org.plimsoll.ecosystem.RandomEconomy.STAKE;
import static org.plimsoll.ecosystem.RandomEconomy.USD;
import static org.plimsoll.ecosystem.RandomEconomy.WALLET;

import java.util.List;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Does anything that a party can do, at random times.
final class RestlessParty implements Agent {
  private static final int[] MARKETS = {BTC_SPOT, BTC_PERP, FTT_SPOT, BTC_DATED};

  private final Alarm alarm;
  private final Economy economy;
  private final Terminal terminal;
  private final List<Terminal> others;
  private final RandomStream random;
  private long deeds;

  RestlessParty(Alarm alarm, Economy economy, Terminal terminal, List<Terminal> others) {
    this.alarm = alarm;
    this.economy = economy;
    this.terminal = terminal;
    this.others = others;
    this.random = economy.random(name(), "deeds");
  }

  @Override
  public String name() {
    return "party-" + terminal.account();
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    deeds++;
    int dice = random.below(24);
    if (dice < 14) {
      trade();
    } else if (dice < 18) {
      cash();
    } else if (dice < 21) {
      outside();
    } else {
      special();
    }
    sleep();
  }

  private void trade() {
    int market = MARKETS[random.below(MARKETS.length)];
    Side side = random.below(2) == 0 ? Side.BUY : Side.SELL;
    boolean isCoin = market == FTT_SPOT;
    long markTicks = isCoin ? terminal.markE9(FTT) / 1_000_000 : terminal.markE9(BTC) / 10_000_000;
    long lots = 1L + random.below(isCoin ? 500 : random.below(3) == 0 ? 400_000 : 8_000);
    switch (random.below(4)) {
      case 0 -> terminal.market(market, side, lots);
      case 1 -> terminal.cancelAll(market);
      default -> {
        long away = markTicks * (random.below(200) - 60) / 10_000;
        terminal.limit(market, side, markTicks + (side == Side.BUY ? -away : away), lots);
      }
    }
  }

  private void cash() {
    int asset = random.below(3);
    int custody = asset == USD ? BANK : WALLET;
    long outside = economy.ledger().balance(terminal.holder(), asset);
    if (random.below(2) == 0 && outside > 1) {
      terminal.deposit(asset, 1 + outside / (2 + random.below(5)), custody);
    } else {
      long there = Math.max(2, terminal.balance(asset));
      terminal.withdraw(asset, there / (1 + random.below(6)), custody);
    }
  }

  /// A loan, its interest, or a purchase of a stake.
  private void outside() {
    int other = others.get(random.below(others.size())).holder();
    int own = terminal.holder();
    WorldLedger ledger = economy.ledger();
    if (other == own) {
      economy.prices().set(STAKE, 2_000_000_000L + random.below(2_000_000_000));
      return;
    }
    long money = ledger.balance(own, USD) / (3 + random.below(5));
    switch (random.below(3)) {
      case 0 -> {
        ledger.transfer(WorldCause.LOAN_DRAWN, USD, own, other, money);
        ledger.transfer(WorldCause.LOAN_DRAWN, LOAN, other, own, money);
      }
      case 1 -> ledger.transfer(WorldCause.LOAN_INTEREST, USD, own, other, money / 7);
      default -> {
        ledger.transfer(WorldCause.VENTURE, USD, own, other, money / 3);
        ledger.transfer(WorldCause.VENTURE, STAKE, other, own, ledger.balance(other, STAKE) / 2);
      }
    }
  }

  private void special() {
    int account = terminal.account();
    switch (random.below(6)) {
      case 0 -> terminal.ask(new StakeToken(account, Math.max(1, terminal.balance(FTT) / 9)));
      case 1 ->
          terminal.ask(
              new OfferLending(
                  account, random.below(3), Math.max(0, terminal.balance(USD) / 50), 100));
      case 2 -> terminal.ask(new CreateToken(account, BULL, 1 + random.below(1_000_000_000)));
      case 3 -> terminal.ask(new RedeemToken(account, BULL, Math.max(1, terminal.balance(BULL))));
      case 4 -> economy.exchange().ask(new MoveCustody(WALLET, COLD, BTC, 1 + random.below(1_000)));
      default -> terminal.cancelAll(BTC_SPOT);
    }
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + 1 + (long) (HOUR_NS / 4 * random.exponential()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(deeds);
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    deeds = source.number();
    random.readFrom(source);
  }
}
