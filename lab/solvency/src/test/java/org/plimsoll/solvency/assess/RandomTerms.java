package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LoanTerms;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.waterfall.WaterfallProfile;

/// Gives a drawn book what its entries may say besides prices, balances and debts: rules, terms,
/// markets, chances, facts. About half of it stays untold.
final class RandomTerms {
  private final SplittableRandom random;

  /// Apart, so that a book with a position is otherwise the one that it was.
  private final SplittableRandom positions;

  RandomTerms(long seed) {
    this.random = new SplittableRandom(seed);
    this.positions = new SplittableRandom(seed ^ Long.MAX_VALUE);
  }

  Book given(Book book) {
    return new Book(
        book.title(),
        book.asOf(),
        book.currency(),
        book.subject(),
        maybe(() -> "a note").stream().toList(),
        book.assets().stream().map(this::weighted).toList(),
        book.parties().stream().map(this::owned).toList(),
        book.accounts().stream().map(this::ruled).toList(),
        book.loans().stream().map(this::agreed).toList(),
        book.custody().stream().map(this::placed).toList(),
        book.markets().stream().map(this::traded).toList(),
        policies(book.policies()),
        maybe(this::fact).stream().toList(),
        maybe(() -> new Elsewhere("bob", "FTT", figure(random.nextInt(500)))).stream().toList());
  }

  private Asset weighted(Asset asset) {
    BigDecimal initial = part(500, 901);
    Supplier<CollateralWeights> weights =
        () -> new CollateralWeights(initial, initial.add(part(0, 99)), part(0, 10));
    return new Asset(
        asset.id(),
        asset.kind(),
        asset.issuer(),
        asset.tier(),
        asset.price(),
        maybe(weights),
        maybe(() -> feedback(asset.issuer().isPresent())).orElse(Feedback.NONE));
  }

  private Feedback feedback(boolean isIssued) {
    return new Feedback(
        isIssued
            ? maybe(() ->
                new Feedback.OwnToken(figure(random.nextInt(1, 900)), share(0, 500), share(0, 900)))
            : Optional.empty(),
        maybe(() ->
            new Feedback.Emission(
                figure(random.nextInt(90)),
                figure(random.nextInt(90)),
                maybe(() -> oneOf("ann", "bob")))),
        maybe(() -> new Feedback.Run(share(0, 300), share(0, 900), share(0, 1_001))),
        maybe(() ->
                new Feedback.LeveragedToken(
                    oneOf("UP", "DOWN"),
                    BigDecimal.valueOf(oneOf(3, -3)),
                    figure(random.nextInt(90))))
            .stream()
            .toList());
  }

  private Figure share(int least, int bound) {
    return Figure.of(Interval.exactly(part(least, bound)));
  }

  private Party owned(Party party) {
    List<Party.Ownership> owners = new ArrayList<>();
    if (!party.id().equals("ann")) {
      maybe(() -> new Party.Ownership("ann", Figure.of(Interval.exactly(part(1, 1_000)))))
          .ifPresent(owners::add);
    }
    Figure chance = maybe(() -> Figure.of(Interval.exactly(part(0, 200)))).orElse(untold());
    return new Party(party.id(), party.kind(), party.relatedTo(), owners, chance);
  }

  private Account ruled(Account account) {
    List<Account.Exemption> exemptions =
        maybe(() -> oneOf(Account.Exemption.values())).stream().toList();
    return new Account(
        account.id(),
        account.owner(),
        random.nextBoolean(),
        exemptions,
        account.balances(),
        positions.nextInt(5) == 0 ? List.of(position()) : List.of());
  }

  private Position position() {
    return new Position(
        List.of("BTC", "FTT").get(positions.nextInt(2)),
        figure(positions.nextInt(-30, 31)),
        figure(positions.nextInt(40)));
  }

  private Loan agreed(Loan loan) {
    LoanTerms terms =
        new LoanTerms(
            maybe(() -> Figure.of(Interval.exactly(part(0, 300)))),
            maybe(random::nextBoolean),
            maybe(() -> oneOf("2022-11-12", "2022-12-01", "2023-06-30")),
            maybe(() -> part(300, 600)),
            maybe(() -> part(250, 1_001)),
            maybe(() -> part(0, 100)));
    return new Loan(
        loan.id(),
        loan.lender(),
        loan.borrower(),
        loan.asset(),
        loan.principal(),
        loan.collateral(),
        loan.due(),
        maybe(() -> part(650, 950)),
        loan.recourse(),
        terms);
  }

  private Custody placed(Custody custody) {
    return new Custody(
        custody.location(),
        oneOf(Custody.Kind.values()),
        custody.asset(),
        custody.quantity(),
        custody.encumbered());
  }

  private Market traded(Market market) {
    return new Market(
        market.asset(),
        market.depth(),
        maybe(() -> figure(random.nextInt(1, 900))).orElse(untold()),
        maybe(() -> Figure.of(Interval.exactly(part(5, 100)))).orElse(untold()),
        maybe(() -> figure(random.nextInt(1, 300))).orElse(untold()),
        maybe(() -> part(50, 1_001)).orElse(Market.DEFAULT_PARTICIPATION));
  }

  private Policies policies(Policies policies) {
    TreeMap<String, BigDecimal> caps = new TreeMap<>();
    maybe(() -> BigDecimal.valueOf(random.nextInt(400))).ifPresent(cap -> caps.put("FTT", cap));
    return new Policies(
        oneOf(Policies.CustodyPolicy.values()),
        policies.accountRecovery(),
        oneOf(Policies.Exemptions.values()),
        oneOf(Policies.OwnTokens.values()),
        caps,
        maybe(this::losses).orElse(LossRules.NONE),
        maybe(this::withdrawals).orElse(WithdrawalRules.NONE));
  }

  private LossRules losses() {
    return new LossRules(
        oneOf(WaterfallProfile.named().toArray(WaterfallProfile[]::new)),
        BigDecimal.valueOf(random.nextInt(40)),
        BigDecimal.valueOf(random.nextInt(40)),
        BigDecimal.valueOf(random.nextInt(40)));
  }

  private WithdrawalRules withdrawals() {
    return new WithdrawalRules(
        part(1, 1_001), oneOf(WithdrawalRules.Queue.values()), part(0, 1_001));
  }

  private Fact fact() {
    return new Fact("2022-11-01", "bob", oneOf(Fact.Kind.values()), "It was told.", "a paper");
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private static Figure figure(int value) {
    return Figure.of(Interval.exactly(BigDecimal.valueOf(value)));
  }

  private static Figure untold() {
    return Figure.of(Interval.UNKNOWN);
  }

  /// Thousandths, from `least` to below `bound`.
  private BigDecimal part(int least, int bound) {
    return BigDecimal.valueOf(random.nextInt(least, bound), 3);
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
