package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.USD;
import static org.plimsoll.ecosystem.SmallEconomy.WALLET;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.loadline.LoadLines;

/// The desk at the load line in the small economy, where BTC costs 20,000 and a firm with a credit
/// line has a bitcoin. The book that it reads is written here: 100 bitcoin pledged, and a million
/// of bids near the market.
final class LoadLineDeskTest {
  private static final long DOLLAR = 1_000_000;

  private Setting setting;
  private Terminal firm;
  private Book book;

  @BeforeEach
  void set_up() {
    setting = SmallSetting.create(1);
    SmallEconomy.hourly(setting.economy(), _ -> 20_000_000_000_000L);
    SmallEconomy.open(setting.economy(), "customer", 1_000_000, 0);
    firm = setting.terminal("firm", "customers");
    WorldLedger ledger = setting.economy().ledger();
    ledger.transfer(WorldCause.OPENING, BTC, WorldLedger.OUTSIDE, firm.holder(), 100_000_000);
    assertThat(firm.deposit(BTC, 100_000_000, WALLET)).isTrue();
    setting
        .economy()
        .exchange()
        .require(
            new GrantPrivilege(
                firm.account(),
                Privilege.ALLOW_NEGATIVE,
                100_000 * DOLLAR,
                "test",
                "one",
                "another"));
    book = book(0, 0);
    setting.keepVenueBook(() -> book);
  }

  @Test
  void a_load_under_its_line_is_left_alone_but_for_the_cap() {
    book = book(10_000, 0);
    run(true);

    assertThat(flags()).isEmpty();
    assertThat(firm.withdraw(USD, 50_000 * DOLLAR, BANK)).as("by its credit line").isTrue();
    assertThat(counted()).isCloseTo(line() / 20_000, within(1e-6));
  }

  @Test
  void what_others_have_lent_on_it_leaves_less_to_count() {
    book = book(10_000, 30_000);
    run(true);

    assertThat(counted()).isCloseTo((line() - 30_000) / 20_000, within(1e-6));
  }

  @Test
  void a_load_over_its_line_is_flagged_and_takes_the_credit_line_back() {
    assertThat(firm.withdraw(USD, 50_000 * DOLLAR, BANK)).isTrue();
    book = book(1_500_000, 0);
    run(true);

    assertThat(flags()).containsExactly("control");
    assertThat(firm.withdraw(USD, DOLLAR, BANK)).isFalse();
    assertThat(firm.balance(USD)).as("nobody is made to sell").isEqualTo(-50_000 * DOLLAR);
    assertThat(firm.balance(BTC)).isEqualTo(100_000_000);
  }

  @Test
  void a_desk_that_only_looks_flags_and_does_nothing() {
    book = book(1_500_000, 0);
    run(false);

    assertThat(flags()).containsExactly("control");
    assertThat(setting.economy().exchange().books().caps(BTC).venueMax()).isEqualTo(Long.MAX_VALUE);
    assertThat(firm.withdraw(USD, 50_000 * DOLLAR, BANK)).isTrue();
  }

  @Test
  void what_nobody_owes_against_has_no_line_yet() {
    run(true);

    assertThat(setting.economy().exchange().books().caps(BTC).venueMax()).isEqualTo(Long.MAX_VALUE);
  }

  private void run(boolean acts) {
    SmallSetting.join(
        setting,
        LoadLineDesk.KIND,
        "desk",
        new LoadLineDesk.Terms("BTC", 1, 1, List.of("firm"), acts));
    SmallSetting.run(setting, 60);
  }

  private List<String> flags() {
    return setting.economy().chronicle().flags().stream().map(Flag::kind).toList();
  }

  /// Returns how many bitcoin count over all accounts.
  private double counted() {
    return setting.economy().exchange().books().caps(BTC).venueMax() / 1e8;
  }

  private double line() {
    return LoadLines.of(book, 1).getFirst().deciding().orElseThrow().low();
  }

  private static Book book(long owed, long lentOutside) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    balances.put("BTC", exactly(100));
    if (owed > 0) {
      balances.put("USD", exactly(-owed));
    }
    return new Book(
        "A firm at a venue",
        "2022-06-30",
        "USD",
        "venue",
        List.of(),
        List.of(
            asset("USD", Asset.Kind.FIAT, 1, Optional.empty()),
            asset("BTC", Asset.Kind.COIN, 20_000, Optional.of(weights()))),
        List.of(
            party("venue", Party.Kind.VENUE),
            party("firm", Party.Kind.CUSTOMER),
            party("lender", Party.Kind.LENDER)),
        List.of(new Account("firm", "firm", false, List.of(), balances)),
        lentOutside > 0 ? List.of(loan(lentOutside)) : List.of(),
        List.of(),
        List.of(
            new Market(
                "BTC",
                unknown(),
                unknown(),
                unknown(),
                exactly(1_000_000),
                Market.DEFAULT_PARTICIPATION)),
        new Policies(Policies.CustodyPolicy.COMMINGLED, BigDecimal.ZERO));
  }

  private static Loan loan(long principal) {
    SortedMap<String, Figure> pledged = new TreeMap<>();
    pledged.put("BTC", exactly(50));
    return new Loan(
        "loan-0",
        "lender",
        "firm",
        "USD",
        exactly(principal),
        pledged,
        Loan.Due.ON_DEMAND,
        Optional.empty(),
        BigDecimal.ONE);
  }

  private static Asset asset(
      String id, Asset.Kind kind, long price, Optional<CollateralWeights> weights) {
    return new Asset(id, kind, Optional.empty(), Asset.Tier.LIQUID, exactly(price), weights);
  }

  private static CollateralWeights weights() {
    return new CollateralWeights(
        new BigDecimal("0.95"), new BigDecimal("0.975"), new BigDecimal("0.002"));
  }

  private static Party party(String id, Party.Kind kind) {
    return new Party(id, kind, List.of(), List.of());
  }

  private static Figure exactly(long value) {
    return Figure.of(Interval.exactly(BigDecimal.valueOf(value)));
  }

  private static Figure unknown() {
    return Figure.of(Interval.UNKNOWN);
  }
}
