package org.plimsoll.ecosystem.agent.firm;

import static org.plimsoll.ledger.VenueAccount.CAPITAL;
import static org.plimsoll.ledger.VenueAccount.FEES;
import static org.plimsoll.ledger.VenueAccount.INSURANCE;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Somebody who sees all books and whom nobody reads: what an affiliate draws on the venue, what
/// customers are owed and what is there, all without the venue's own token. It flags the first day
/// of each finding, which is when a control would have.
///
/// Its figures are notices in whole dollars: `affiliate-draw`, `affiliate-loans`, `fiat-debt`,
/// `customer-claims`, `liquid-custody`, `hole` (what accounts of others are owed less what is
/// there), `revenue` and `paid-out` (both since the beginning; the second net of deposits). Of the
/// affiliate's sheet it says all that is on the left, `affiliate-assets`, and how much of it is the
/// venue's token, `affiliate-token-share` in percent.
public final class Auditor implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "auditor",
          "Measures the affiliate's draw, claims, custody and the hole without the venue's own"
              + " token; nobody reads it.",
          Terms.class,
          Auditor::new);

  private static final long SECONDS_AFTER_TICK = 1_800;
  private static final double PERCENT = 100;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final Exchange exchange;
  private final Setting setting;
  private final Appraiser appraiser;
  private final Rounds rounds;
  private final int affiliate;
  private final int token;
  private final List<Integer> customers;
  private final FirmAssets affiliateAssets;
  private long lastNs;
  private long revenue;
  private double paidOut;
  private boolean isShort;
  private boolean isExposed;
  private boolean isFiatShort;

  /// What it is asked for.
  ///
  /// @param affiliate party that draws
  /// @param fiatAccount account of that party in which customers' dollars at its bank are owed
  /// @param token the venue's own, which counts nothing here
  /// @param customers parties whose claims are counted
  /// @param closelyFrom when it begins to look at every tick; before that once a day
  /// @param threshold dollars below which nothing is flagged
  public record Terms(
      String affiliate,
      String fiatAccount,
      String token,
      List<String> customers,
      String closelyFrom,
      double threshold) {
    /// Takes a copy.
    public Terms {
      customers = List.copyOf(customers);
    }
  }

  Auditor(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    economy = setting.economy();
    exchange = economy.exchange();
    appraiser = new Appraiser(economy.ledger(), economy.prices());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    affiliate = setting.holder(terms.affiliate());
    token = setting.instrument(terms.token());
    customers = terms.customers().stream().map(setting::holder).toList();
    affiliateAssets = new FirmAssets(economy, appraiser, affiliate);
    exchange.listen(this::onVenueTransfer);
  }

  private void onVenueTransfer(Cause cause, int asset, int from, int to, long amount) {
    switch (cause) {
      case TAKER_FEE, MAKER_FEE -> revenue += appraiser.worth(asset, amount);
      case REBATE -> revenue -= appraiser.worth(asset, amount);
      case DEPOSIT -> paidOut -= ofCustomer(to, asset, amount);
      case WITHDRAWAL -> paidOut += ofCustomer(from, asset, amount);
      default -> {}
    }
  }

  private double ofCustomer(int address, int asset, long amount) {
    boolean isAccount =
        LedgerAccount.kind(address) != LedgerAccount.Kind.CUSTODY
            && LedgerAccount.kind(address) != LedgerAccount.Kind.VENUE;
    return isAccount && customers.contains(exchange.holderOfAccount(LedgerAccount.number(address)))
        ? appraiser.units(appraiser.worth(asset, amount))
        : 0;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(rounds.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    if (nowNs >= Plan.timeNs(terms.closelyFrom()) || nowNs - lastNs >= Rounds.DAY_NS) {
      lastNs = nowNs;
      look(nowNs);
    }
    alarm.at(rounds.next(nowNs));
  }

  private void look(long nowNs) {
    List<MarketListing> futures =
        exchange.books().markets().stream().filter(ListFuture.class::isInstance).toList();
    double draw = 0;
    double claims = 0;
    double owed = 0;
    for (int account = 0; account < exchange.accounts(); account++) {
      int holder = exchange.holderOfAccount(account);
      double worth = worth(account, futures);
      draw -= holder == affiliate ? worth : 0;
      owed += holder == affiliate ? 0 : worth;
      claims += customers.contains(holder) ? worth : 0;
    }
    double there = custody();
    double fiat = -appraiser.units(setting.terminal(terms.fiatAccount()).balance(0));
    post("affiliate-draw", nowNs, draw);
    post("affiliate-loans", nowNs, appraiser.units(economy.loans().owedBy(affiliate)));
    post("fiat-debt", nowNs, fiat);
    post("customer-claims", nowNs, claims);
    post("liquid-custody", nowNs, there);
    post("hole", nowNs, owed - there);
    post("revenue", nowNs, appraiser.units(revenue));
    post("paid-out", nowNs, paidOut);
    double assets = appraiser.units(affiliateAssets.worth());
    post("affiliate-assets", nowNs, assets);
    double tokens = appraiser.units(affiliateAssets.worth(token));
    post("affiliate-token-share", nowNs, PERCENT * tokens / Math.max(1, assets));
    flag(nowNs, draw, owed - there, fiat);
  }

  private void flag(long nowNs, double draw, double hole, double fiat) {
    if (!isExposed && draw > own() + terms.threshold()) {
      isExposed = true;
      tell(nowNs, "control", "The affiliate owes the venue more than the venue's own money.");
    }
    if (!isFiatShort && fiat > terms.threshold()) {
      isFiatShort = true;
      tell(nowNs, "fiat-short", "Customers' dollars at the affiliate's bank exceed what is there.");
    }
    if (!isShort && hole > terms.threshold()) {
      isShort = true;
      tell(nowNs, "insolvent", "Without its own token the venue owes more than it has.");
    }
  }

  /// Returns the venue's own money: less than nothing where its fund has taken over more than it
  /// had.
  private double own() {
    long sum = 0;
    for (VenueAccount purpose : List.of(FEES, CAPITAL, INSURANCE)) {
      for (int asset = 0; asset < exchange.books().assetCount(); asset++) {
        long balance = exchange.books().venueBalance(purpose, asset);
        sum += asset == token ? 0 : appraiser.worth(asset, balance);
      }
    }
    return appraiser.units(sum);
  }

  private double worth(int account, List<MarketListing> futures) {
    long sum = 0;
    for (int asset = 0; asset < exchange.books().assetCount(); asset++) {
      if (asset != token) {
        long amount =
            exchange.books().balance(account, asset) + exchange.books().pending(account, asset);
        sum += amount == 0 ? 0 : appraiser.worth(asset, amount);
      }
    }
    for (MarketListing future : futures) {
      sum += exchange.books().unrealized(account, future.market());
    }
    return appraiser.units(sum);
  }

  private double custody() {
    long sum = 0;
    for (int place = 0; place < exchange.places(); place++) {
      for (int asset = 0; asset < exchange.books().assetCount(); asset++) {
        long there = exchange.books().onHand(place, asset);
        sum += asset == token ? 0 : appraiser.worth(asset, there);
      }
    }
    return appraiser.units(sum);
  }

  private void post(String topic, long nowNs, double figure) {
    economy.bulletin().post(topic, nowNs, Math.round(figure));
  }

  private void tell(long nowNs, String kind, String text) {
    economy.chronicle().add(new Flag(nowNs, kind, text, Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs).add(revenue).add(Double.doubleToLongBits(paidOut));
    sink.add(isShort ? 1 : 0).add(isExposed ? 1 : 0).add(isFiatShort ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
    revenue = source.number();
    paidOut = Double.longBitsToDouble(source.number());
    isShort = source.flag();
    isExposed = source.flag();
    isFiatShort = source.flag();
  }
}
