package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.solvency.cycle.CycleHistory;
import org.plimsoll.solvency.cycle.CycleStatistics;
import org.plimsoll.venue.Limits;

/// The leverage cycle by parties who really have what they trade, beside the closed book of it.
final class FundMarketTest {
  private static final int STEPS = 20_000;
  private static final int SHARE = 1;
  private static final int DEBT = 2;

  /// The bands are those within which simulations of the published case are accepted: means over
  /// seeds 0.0288, -0.63, 11.3, 0.159, 1.9 and 5.7 at a cap of 10.
  @Test
  void leverage_makes_falls_steep_and_tails_fat_as_in_the_closed_book() {
    List<CycleStatistics> levered =
        LongStream.rangeClosed(1, 4).mapToObj(seed -> statistics(run(seed, 10))).toList();

    assertThat(mean(levered, CycleStatistics::deviation)).isCloseTo(.0288, within(.001));
    assertThat(mean(levered, CycleStatistics::skew)).isCloseTo(-.63, within(.15));
    assertThat(mean(levered, CycleStatistics::excessKurtosis)).isCloseTo(11.3, within(2.8));
    assertThat(mean(levered, CycleStatistics::clustering)).isCloseTo(.159, within(.03));
    assertThat(mean(levered, CycleStatistics::tailIndex)).isCloseTo(1.9, within(.38));
    assertThat(mean(levered, CycleStatistics::defaultsPerThousand)).isCloseTo(5.7, within(1.4));
  }

  @Test
  void without_borrowing_prices_are_nearly_normal() {
    CycleStatistics calm = statistics(run(1, 1));

    assertThat(calm.deviation()).isBetween(.031, .035);
    assertThat(calm.skew()).isCloseTo(0, within(.05));
    assertThat(calm.excessKurtosis()).isCloseTo(.1, within(.2));
    assertThat(calm.tailIndex()).isGreaterThan(8);
    assertThat(calm.defaultsPerThousand()).isLessThan(.1);
  }

  @Test
  void nothing_is_lost_between_the_parties() {
    FundMarket market = run(2, 20);

    assertThat(market.defaults()).isPositive();
    for (int instrument = 0; instrument < 3; instrument++) {
      assertThat(market.ledger().sum(instrument)).isZero();
    }
    assertThat(run(2, 20).prices()).isEqualTo(market.prices());
  }

  private static double mean(
      List<CycleStatistics> runs, ToDoubleFunction<CycleStatistics> statistic) {
    return runs.stream().mapToDouble(statistic).average().orElseThrow();
  }

  private static CycleStatistics statistics(FundMarket market) {
    List<Double> prices = market.prices();
    double[] all = prices.stream().mapToDouble(each -> each).toArray();
    return CycleStatistics.of(new CycleHistory(1, all, market.defaults(), 0));
  }

  static FundMarket run(long seed, double cap) {
    Economy economy =
        new Economy(
            seed,
            0,
            List.of(
                new Instrument("USD", 6, Kind.HELD),
                new Instrument("SHARE", 9, Kind.HELD),
                new Instrument("loan", 6, Kind.OWED)),
            new Limits(4, 4, 4, 4, 1, 4, 4));
    Setting setting = new Setting(economy, new Ticks(1_000_000_000, List.of()));
    setting.nameInstrument("SHARE", SHARE);
    setting.nameInstrument("loan", DEBT);
    int noise = party(setting, "noise");
    give(economy, noise, 0, 1_000_000_000_000L);
    give(economy, noise, SHARE, 1_000_000_000_000L);
    give(economy, party(setting, "lender"), 0, 1_000_000_000_000L);
    List<FundMarket.FundTerms> funds = new ArrayList<>();
    for (int fund = 1; fund <= 10; fund++) {
      give(economy, party(setting, "fund-" + fund), 0, 2_000_000);
      funds.add(new FundMarket.FundTerms("fund-" + fund, 5 * fund));
    }
    FundMarket.Terms terms =
        new FundMarket.Terms(
            "SHARE",
            "loan",
            "noise",
            "lender",
            funds,
            1,
            1_000,
            .99,
            .035,
            cap,
            2,
            .1,
            100,
            new FundMarket.Investors(.1, .15, .005),
            1);
    FundMarket market =
        economy
            .simulation()
            .join(alarm -> (FundMarket) FundMarket.KIND.create(alarm, setting, "market", terms));
    economy.simulation().start();
    economy.simulation().runUntil(60_000_000_000L * STEPS);
    return market;
  }

  private static int party(Setting setting, String name) {
    int holder = setting.economy().ledger().open(name);
    setting.nameHolder(name, holder);
    return holder;
  }

  private static void give(Economy economy, int holder, int instrument, long amount) {
    economy.ledger().transfer(WorldCause.OPENING, instrument, WorldLedger.OUTSIDE, holder, amount);
  }
}
