package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The market maker of an exchange token. It quotes around what it believes the token is worth: the
/// buy-backs capitalized, and a share of the venue's believed equity, over the float; both less the
/// more it doubts the venue. What it has been sold lowers its quotes until it has placed it
/// elsewhere, and doubt makes its quotes thin. It posts how many tokens it believes to be in
/// circulation, `circulating-tokens`.
public final class TokenMaker implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "token-maker",
          "Quotes an exchange token around capitalized buy-backs and believed equity of the venue,"
              + " over the float.",
          Terms.class,
          TokenMaker::new);

  private static final long SECONDS_AFTER_TICK = 1;
  private static final double E9 = 1e9;
  private static final double WEEKS_PER_YEAR = 365.25 / 7;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Bulletin bulletin;
  private final PriceBoard prices;
  private final Plan floating;
  private final RandomStream random;
  private final Rounds rounds;
  private final int moodAsset;
  private long lastNs;
  private double home;
  private double sentiment;
  private double slowMood;
  private double weekly;

  /// What it is asked for.
  ///
  /// @param party whose money and tokens it quotes with
  /// @param account of that party at the venue
  /// @param market the token's spot market
  /// @param floating tokens in circulation by date, before what is burned
  /// @param buybackShare of the venue's fees that buys back, 0 to 1
  /// @param multiple worth of a year's buy-backs for each dollar of them, positive
  /// @param apart worth of all tokens apart from the venue's business, in dollars
  /// @param phi worth of all tokens for a dollar of the venue's equity, from 0
  /// @param moodAsset asset whose price over its mean stands for the market's mood
  /// @param moodDays over how many days that mean is taken
  /// @param moodExponent percent that the worth moves for a percent of mood
  /// @param feeWeeks over how many weeks it averages the venue's fees
  /// @param dailySigma of its own judgement by day; parameter
  /// @param sentimentDays in which that judgement returns halfway home
  /// @param doubts how news lowers the worth
  /// @param depthDollars that move its log price by one in calm times
  /// @param depthPerVolume the same for each dollar of the venue's weekly fees, added
  /// @param halfSpread a fraction
  /// @param levels prices on each side
  /// @param step between them, a fraction
  /// @param placingDays in which it places half of what it has been sold elsewhere
  public record Terms(
      String party,
      String account,
      String market,
      List<Plan.Point> floating,
      double buybackShare,
      double multiple,
      double apart,
      double phi,
      String moodAsset,
      double moodDays,
      double moodExponent,
      double feeWeeks,
      double dailySigma,
      double sentimentDays,
      List<Doubt> doubts,
      double depthDollars,
      double depthPerVolume,
      double halfSpread,
      int levels,
      double step,
      double placingDays) {
    /// Takes copies.
    public Terms {
      floating = List.copyOf(floating);
      doubts = List.copyOf(doubts);
    }
  }

  /// How a topic of the bulletin lowers what the token is worth.
  ///
  /// @param topic such as `letter`
  /// @param perUnit fall of the logarithm of the worth for each unit of the newest notice
  /// @param most fall of the logarithm that it can bring
  public record Doubt(String topic, double perUnit, double most) {}

  TokenMaker(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    bulletin = setting.economy().bulletin();
    prices = setting.economy().prices();
    floating = new Plan(terms.floating());
    random = setting.economy().random(name, "sentiment");
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    moodAsset = setting.instrument(terms.moodAsset());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    home = seat.coins();
    alarm.at(rounds.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double days = (nowNs - lastNs) / (double) Rounds.DAY_NS;
    lastNs = nowNs;
    remember(nowNs, days);
    double doubt = doubt(nowNs);
    quote(worth(nowNs, doubt), doubt);
    alarm.at(rounds.next(nowNs));
  }

  private void remember(long nowNs, double days) {
    double reverts = -StrictMath.expm1(-days / terms.sentimentDays());
    sentiment +=
        -reverts * sentiment + terms.dailySigma() * StrictMath.sqrt(days) * random.normal();
    home += (seat.coins() - home) * -StrictMath.expm1(-days / terms.placingDays());
    double mood = prices.priceE9(moodAsset) / E9;
    slowMood = slowMood == 0 ? mood : slowMood;
    slowMood += (mood - slowMood) * -StrictMath.expm1(-days / terms.moodDays());
    double latest = bulletin.latest("weekly-fees", nowNs).value();
    weekly += (latest - weekly) * -StrictMath.expm1(-days / 7 / terms.feeWeeks());
  }

  private double doubt(long nowNs) {
    double doubt = 0;
    for (Doubt each : terms.doubts()) {
      double news = bulletin.latest(each.topic(), nowNs).value() * each.perUnit();
      doubt += StrictMath.min(each.most(), StrictMath.max(0, news));
    }
    return doubt;
  }

  /// Returns what a token is worth in dollars.
  private double worth(long nowNs, double doubt) {
    double mood = StrictMath.pow(prices.priceE9(moodAsset) / E9 / slowMood, terms.moodExponent());
    double buyback = weekly * WEEKS_PER_YEAR * terms.buybackShare() * terms.multiple();
    double equity = terms.phi() * bulletin.latest("believed-equity", nowNs).value();
    double tokens = floating.at(nowNs) - bulletin.latest("burned-tokens", nowNs).value();
    bulletin.post("circulating-tokens", nowNs, Math.round(tokens));
    double all = terms.apart() + (buyback + equity) * mood;
    return all / tokens * StrictMath.exp(sentiment - doubt);
  }

  private void quote(double worth, double doubt) {
    seat.cancelAll();
    double calm = terms.depthDollars() + terms.depthPerVolume() * weekly;
    double depth = calm * StrictMath.exp(-doubt) / worth;
    double center = worth * StrictMath.exp(-(seat.coins() - home) / (calm / worth));
    for (int level = 0; level < terms.levels(); level++) {
      double away = terms.halfSpread() + level * terms.step();
      double coins = depth * terms.step();
      double bid = center * StrictMath.exp(-away);
      seat.limit(Side.BUY, bid, StrictMath.min(coins, seat.dollars() / terms.levels() / bid));
      seat.limit(
          Side.SELL,
          center * StrictMath.exp(away),
          StrictMath.min(coins, seat.coins() / terms.levels()));
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs);
    for (double each : new double[] {home, sentiment, slowMood, weekly}) {
      sink.add(Double.doubleToLongBits(each));
    }
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
    home = Double.longBitsToDouble(source.number());
    sentiment = Double.longBitsToDouble(source.number());
    slowMood = Double.longBitsToDouble(source.number());
    weekly = Double.longBitsToDouble(source.number());
    random.readFrom(source);
  }
}
