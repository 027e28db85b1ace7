package org.plimsoll.ecosystem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.PERP;
import static org.plimsoll.ecosystem.SmallEconomy.SPOT;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.RandomEconomy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.outcome.Flow;
import org.plimsoll.ecosystem.outcome.WealthLine;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.units.Side;

final class WealthAccountTest {
  private static final long HOUR_NS = SmallEconomy.HOUR_NS;
  private static final int SEEDS = 30;

  private final Economy economy = SmallEconomy.create(1);
  private final Terminal alice = SmallEconomy.open(economy, "alice", 1_000_000, 10);
  private final Terminal bob = SmallEconomy.open(economy, "bob", 1_000_000, 10);

  @Test
  void deposits_and_withdrawals_make_nobody_richer() {
    alice.withdraw(USD, 400_000_000, BANK);

    assertThat(lines("alice")).containsExactly("opening 1200000.000000");
    assertThat(lines("venue")).isEmpty();
    economy.wealth().check();
  }

  @Test
  void a_coin_bought_above_the_mark_costs_the_difference_and_then_gains_with_the_price() {
    bob.limit(SPOT, Side.SELL, 2_010_000, 10_000);
    alice.market(SPOT, Side.BUY, 10_000);
    mark(22_000);

    // 1 BTC for 20,100 where the mark is 20,000; a taker pays 0.07 %, a maker 0.02 %.
    assertThat(lines("alice"))
        .containsExactly(
            "opening 1200000.000000",
            "trade -100.000000",
            "taker-fee -14.070000",
            "holding gain on BTC 22000.000000");
    assertThat(lines("bob"))
        .containsExactly(
            "opening 1200000.000000",
            "trade 100.000000",
            "maker-fee -4.020000",
            "holding gain on BTC 18000.000000");
    assertThat(wealth("alice")).isEqualByComparingTo("1221885.930000");
    economy.wealth().check();
  }

  @Test
  void a_position_gains_with_the_mark_whether_it_is_settled_or_not() {
    bob.limit(PERP, Side.SELL, 2_010_000, 10_000);
    alice.market(PERP, Side.BUY, 10_000);
    assertThat(gain("alice", "trade")).isEqualByComparingTo("-100");
    assertThat(gain("alice", "holding gain on BTC-PERP")).isZero();
    mark(22_000);
    economy.exchange().require(new AdvanceTime(START_NS + 2 * HOUR_NS, 0));
    economy.wealth().check();

    // The mark follows the last trade to 20,100; a short pays funding, since the index is above.
    assertThat(lines("alice"))
        .containsExactly(
            "opening 1200000.000000",
            "trade -100.000000",
            "funding 79.166667",
            "taker-fee -14.070000",
            "holding gain on BTC 20000.000000",
            "holding gain on BTC-PERP 100.000000");
    assertThat(gain("bob", "trade")).isEqualByComparingTo("100");
    assertThat(alice.balance(USD)).isEqualTo(1_000_000_000_000L - 14_070_000 + 79_166_667);
  }

  @Test
  void what_is_paid_outside_and_into_the_venues_capital_is_a_flow_of_its_own() {
    alice.withdraw(USD, 50_000_000, BANK);
    economy
        .ledger()
        .transfer(WorldCause.BRAND_SPENDING, USD, alice.holder(), bob.holder(), 30_000_000);

    assertThat(economy.wealth().flows())
        .contains(new Flow("alice", "bob", "brand-spending", money("30.000000")));
    assertThat(gain("bob", "brand-spending")).isEqualByComparingTo("30");
  }

  @Test
  void what_the_venue_earns_and_pays_its_owners_is_explained() {
    bob.limit(SPOT, Side.SELL, 2_010_000, 10_000);
    alice.market(SPOT, Side.BUY, 10_000);
    int owner = economy.ledger().open("owner");
    PayFromFees dividend = new PayFromFees(USD, 10_000_000, BANK, "dividend", "one", "other");
    assertThat(economy.exchange().askPaidBy(owner, dividend)).isTrue();

    assertThat(lines("owner")).containsExactly("owners-paid 10.000000");
    assertThat(lines("venue"))
        .containsExactly("owners-paid -10.000000", "taker-fee 14.070000", "maker-fee 4.020000");
    economy.reconciliation().check();
    economy.wealth().check();
  }

  @Test
  void an_untold_change_is_found() {
    economy.wealth().onTransfer(WorldCause.THEFT, USD, alice.holder(), bob.holder(), 1);

    assertThatExceptionOfType(InvariantViolation.class)
        .isThrownBy(economy.wealth()::check)
        .withMessage(
            "alice is worth 1200000.000000000000000000, transfers and holding gains explain"
                + " 1199999.999999000000000000");
  }

  @Test
  void wealth_is_explained_at_every_instant_of_random_economies() {
    SortedSet<String> causes = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Economy random = RandomEconomy.create(seed, 3 + seed % 5);
      random.simulation().watch(_ -> random.wealth().check());
      random.simulation().runUntil(START_NS + 48 * HOUR_NS);
      random.reconciliation().checkAll();
      assertThatLinesAddUp(random);
      assertThatFlowsMakeTheLines(random);
      random.wealth().lines().forEach(line -> causes.add(line.cause()));
    }

    assertThat(causes)
        .containsAll(
            Stream.of(
                    Cause.TRADE,
                    Cause.TAKER_FEE,
                    Cause.MAKER_FEE,
                    Cause.FUNDING,
                    Cause.INTEREST_PAID,
                    Cause.INTEREST_EARNED,
                    Cause.HANDOVER,
                    Cause.ESTATE,
                    Cause.TOKEN_CREATED,
                    Cause.TOKEN_FEE)
                .map(cause -> Causes.name(Causes.of(cause)))
                .toList())
        .contains("loan-interest", "venture", "venue-capital", "rounding")
        .contains("holding gain on stake", "holding gain on BTC-0703", "holding gain on BULL")
        .doesNotContain("loan-drawn", "holding gain on loan", "settlement", "custody-move");
  }

  private static void assertThatLinesAddUp(Economy economy) {
    for (String party : parties(economy)) {
      BigDecimal sum = BigDecimal.ZERO;
      for (WealthLine line : economy.wealth().lines()) {
        sum = line.party().equals(party) ? sum.add(line.value()) : sum;
      }
      BigDecimal off = sum.subtract(economy.wealth().wealth(party)).abs();
      assertThat(off).as(party).isLessThanOrEqualTo(new BigDecimal("0.0000005"));
    }
  }

  /// Both are rounded, the one over many pairs, the other once.
  private static void assertThatFlowsMakeTheLines(Economy economy) {
    for (WealthLine line : economy.wealth().lines()) {
      if (!line.cause().startsWith("holding gain") && !line.cause().equals("rounding")) {
        BigDecimal net = BigDecimal.ZERO;
        for (Flow flow : economy.wealth().flows()) {
          if (flow.cause().equals(line.cause())) {
            net = flow.to().equals(line.party()) ? net.add(flow.value()) : net;
            net = flow.from().equals(line.party()) ? net.subtract(flow.value()) : net;
          }
        }
        assertThat(net.subtract(line.value()).abs()).isLessThan(new BigDecimal("0.00001"));
      }
    }
  }

  private static SortedSet<String> parties(Economy economy) {
    SortedSet<String> names = new TreeSet<>();
    economy.wealth().lines().forEach(line -> names.add(line.party()));
    return names;
  }

  private void mark(int dollars) {
    economy.exchange().require(new PublishIndexPrice(BTC, dollars * 1_000_000_000L));
    economy.exchange().require(new AdvanceTime(START_NS + HOUR_NS, 0));
  }

  private List<String> lines(String party) {
    return economy.wealth().lines().stream()
        .filter(line -> line.party().equals(party))
        .map(line -> line.cause() + " " + line.value().toPlainString())
        .toList();
  }

  private BigDecimal gain(String party, String cause) {
    return economy.wealth().lines().stream()
        .filter(line -> line.party().equals(party) && line.cause().equals(cause))
        .map(WealthLine::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal wealth(String party) {
    return economy.wealth().wealth(party);
  }

  private static BigDecimal money(String value) {
    return new BigDecimal(value);
  }
}
