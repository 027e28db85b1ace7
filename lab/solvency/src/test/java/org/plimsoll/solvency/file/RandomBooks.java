package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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

/// Books that keep every rule of a file and are otherwise as odd as a seed makes them.
final class RandomBooks {
  private static final String[] IDS = {
    "no", "null", "unknown", "TRUE", "1INCH", "a.b-c_d@e+f", "x", "0", "BTC", "y-1", "2022-06-30"
  };
  private static final String[] SENTENCES = {
    "",
    "A paper, 2 March 2022",
    "quotes \" and \\ back",
    "# not: a comment",
    "ünï çödé 𝄞",
    "a\tb\u0085"
  };

  private static final Asset CURRENCY =
      new Asset(
          "USD",
          Asset.Kind.FIAT,
          Optional.empty(),
          Asset.Tier.LIQUID,
          Figure.of(Interval.exactly(BigDecimal.ONE)),
          Optional.empty());

  private static final Figure UNTOLD = Figure.of(Interval.UNKNOWN);

  private final SplittableRandom random;

  RandomBooks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Book next() {
    List<Party> parties = parties();
    List<Asset> assets = new ArrayList<>();
    for (String id : IDS) {
      assets.add(asset(id));
    }
    assets.add(CURRENCY);
    return new Book(
        sentence(1),
        random.nextBoolean() ? "2022-06-30" : "2022-11-10T14:00:00Z",
        "USD",
        id(),
        random.nextBoolean() ? List.of() : List.of(sentence(1), sentence(1)),
        assets,
        parties,
        accounts(),
        loans(),
        custody(),
        random.nextBoolean() ? List.of() : List.of(market()),
        policies(),
        random.nextBoolean() ? List.of() : List.of(fact("2022-06-30"), fact("2020-02-29")),
        random.nextBoolean() ? List.of() : List.of(new Elsewhere(id(), id(), quantity())));
  }

  private Policies policies() {
    SortedMap<String, BigDecimal> caps = new TreeMap<>();
    if (random.nextBoolean()) {
      caps.put(id(), fraction());
    }
    return new Policies(
        one(Policies.CustodyPolicy.values()),
        fraction(),
        one(Policies.Exemptions.values()),
        one(Policies.OwnTokens.values()),
        caps,
        new LossRules(
            one(WaterfallProfile.named().toArray(WaterfallProfile[]::new)),
            fraction(),
            fraction(),
            fraction()),
        random.nextBoolean()
            ? WithdrawalRules.NONE
            : new WithdrawalRules(
                new BigDecimal("0.05"), one(WithdrawalRules.Queue.values()), fraction()));
  }

  private Market market() {
    return switch (random.nextInt(3)) {
      case 0 -> new Market(id(), quantity());
      case 1 -> new Market(id(), quantity(), quantity(), quantity(), quantity(), BigDecimal.ONE);
      default ->
          new Market(id(), UNTOLD, quantity(), UNTOLD, quantity(), Market.DEFAULT_PARTICIPATION);
    };
  }

  private Fact fact(String date) {
    return new Fact(date, id(), one(Fact.Kind.values()), sentence(1), sentence(0));
  }

  private LoanTerms terms() {
    return random.nextBoolean()
        ? LoanTerms.UNTOLD
        : new LoanTerms(
            maybe(this::quantity),
            maybe(random::nextBoolean),
            maybe(() -> "2024-02-29"),
            maybe(this::fraction),
            maybe(this::fraction),
            maybe(this::fraction));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private Figure probability() {
    Interval value = Interval.between(BigDecimal.ZERO, fraction());
    return random.nextBoolean() ? UNTOLD : new Figure(value, sentence(0));
  }

  /// An asset without an issuer is nobody's own token.
  private Asset asset(String id) {
    Optional<String> issuer = maybe(this::id);
    return new Asset(
        id,
        one(Asset.Kind.values()),
        issuer,
        one(Asset.Tier.values()),
        quantity(),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new CollateralWeights(fraction(), fraction(), fraction())),
        random.nextBoolean() ? Feedback.NONE : feedback(issuer.isPresent()));
  }

  private Feedback feedback(boolean isIssued) {
    List<Feedback.LeveragedToken> tokens = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      BigDecimal leverage = BigDecimal.valueOf(random.nextInt(-40, 1), 1);
      tokens.add(
          new Feedback.LeveragedToken(
              "T" + i,
              random.nextBoolean() ? leverage : BigDecimal.ONE.subtract(leverage),
              quantity()));
    }
    return new Feedback(
        isIssued
            ? maybe(() -> new Feedback.OwnToken(quantity(), quantity(), quantity()))
            : Optional.empty(),
        maybe(() -> new Feedback.Emission(quantity(), quantity(), maybe(this::id))),
        maybe(() -> new Feedback.Run(probability(), quantity(), probability())),
        tokens);
  }

  private List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < IDS.length; i++) {
      String next = IDS[(i + 1) % IDS.length];
      String second = IDS[(i + 2) % IDS.length];
      BigDecimal half = new BigDecimal("0.5");
      Interval share = Interval.between(fraction().multiply(half), BigDecimal.ONE);
      List<Party.Ownership> owners =
          List.of(
              new Party.Ownership(next, new Figure(share, sentence(0))),
              new Party.Ownership(second, new Figure(Interval.exactly(half), sentence(0))));
      parties.add(
          new Party(
              IDS[i],
              one(Party.Kind.values()),
              random.nextBoolean() ? List.of() : List.of(second, next),
              random.nextBoolean() ? List.of() : owners,
              probability()));
    }
    return parties;
  }

  private List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    for (String base : new String[] {"A", "A-1", "B-x"}) {
      int width = 1 + random.nextInt(2);
      int members = random.nextInt(14);
      SortedMap<String, Figure> balances = amounts();
      String owner = id();
      for (int number = random.nextInt(2); number < members; number++) {
        boolean differs = random.nextInt(20) == 0;
        accounts.add(
            new Account(
                AccountGroup.memberId(base, number, width),
                owner,
                differs,
                random.nextInt(30) == 0 ? List.of(Account.Exemption.NO_INTEREST) : List.of(),
                random.nextInt(15) == 0 ? amounts() : balances,
                random.nextInt(4) == 0 ? positions() : List.of()));
      }
    }
    return accounts;
  }

  private List<Position> positions() {
    return amounts().entrySet().stream()
        .map(size -> new Position(size.getKey(), size.getValue(), quantity()))
        .toList();
  }

  private List<Loan> loans() {
    List<Loan> loans = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      int lender = random.nextInt(IDS.length);
      SortedMap<String, Figure> collateral = new TreeMap<>();
      for (int pledges = random.nextInt(3); pledges > 0; pledges--) {
        collateral.put(id(), quantity());
      }
      loans.add(
          new Loan(
              "L" + i,
              IDS[lender],
              IDS[(lender + 1) % IDS.length],
              id(),
              quantity(),
              collateral,
              one(Loan.Due.values()),
              maybe(this::fraction),
              fraction(),
              terms()));
    }
    return loans;
  }

  private List<Custody> custody() {
    List<Custody> custody = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Figure free = new Figure(Interval.ZERO, sentence(0));
      custody.add(
          new Custody(
              "place-" + i,
              one(Custody.Kind.values()),
              id(),
              quantity(),
              random.nextBoolean() ? free : new Figure(Interval.UNKNOWN, sentence(0))));
    }
    return custody;
  }

  private SortedMap<String, Figure> amounts() {
    SortedMap<String, Figure> amounts = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Figure figure = quantity();
      amounts.put(
          id(),
          random.nextBoolean() ? figure : new Figure(figure.value().negate(), figure.source()));
    }
    return amounts;
  }

  private Figure quantity() {
    BigDecimal low = decimal();
    BigDecimal high = low.add(decimal());
    Interval value =
        switch (random.nextInt(6)) {
          case 0 -> Interval.UNKNOWN;
          case 1 -> Interval.between(low, high);
          case 2 -> new Interval(low, null);
          case 3 -> new Interval(null, high);
          default -> Interval.exactly(low);
        };
    return new Figure(value.atLeast(BigDecimal.ZERO), sentence(0));
  }

  private BigDecimal decimal() {
    return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(19));
  }

  private BigDecimal fraction() {
    return BigDecimal.valueOf(random.nextInt(1_001), 3);
  }

  private String sentence(int from) {
    return SENTENCES[random.nextInt(from, SENTENCES.length)];
  }

  private String id() {
    return one(IDS);
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
