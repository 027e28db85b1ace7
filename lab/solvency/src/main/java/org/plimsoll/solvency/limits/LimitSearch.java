package org.plimsoll.solvency.limits;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.limits.CollateralLimit.Ground;
import org.plimsoll.solvency.limits.CollateralLimit.Priced;
import org.plimsoll.solvency.limits.CollateralLimit.Tie;
import org.plimsoll.solvency.limits.CollateralLimit.Tied;
import org.plimsoll.solvency.limits.CollateralLimit.Unknown;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.policy.Borrower;
import org.plimsoll.solvency.policy.Outlet;
import org.plimsoll.solvency.requirement.SizeScaling;

/// Searches the limits of one book.
final class LimitSearch {
  private static final int WEIGHT_DECIMALS = 2;
  private static final MathContext FACTOR_DIGITS = new MathContext(2, RoundingMode.UP);

  /// Points at which the tail beyond the confidence is averaged.
  private static final int TAIL_POINTS = 200;

  private final Book book;
  private final LossBudget budget;
  private final double confidence;
  private final Prices prices;
  private final SortedMap<String, Market> markets = new TreeMap<>();
  private final SortedMap<String, Interval> today = new TreeMap<>();
  private final SortedMap<String, Double> elsewhere = new TreeMap<>();
  private final SortedSet<String> borrowers = new TreeSet<>();

  LimitSearch(Book book, LossBudget budget) {
    this.book = book;
    this.budget = budget;
    this.confidence = budget.confidence().doubleValue();
    this.prices = new Prices(book);
    book.markets().forEach(market -> markets.put(market.asset(), market));
    for (Borrower borrower : Borrower.of(book)) {
      borrowers.add(borrower.owner());
      borrower
          .held()
          .forEach(
              (asset, units) -> today.merge(asset, prices.value(asset, units), Interval::plus));
    }
    for (Loan loan : book.loans()) {
      if (!loan.lender().equals(book.subject())) {
        addElsewhere(loan);
      }
    }
  }

  /// All that others have lent counts against each of its collaterals, at the careful end.
  private void addElsewhere(Loan loan) {
    double debt =
        Corner.CAREFUL.ofLessIsBetter(prices.value(loan.asset(), loan.principal().value()));
    loan.collateral()
        .forEach((asset, pledged) ->
            elsewhere.merge(
                asset,
                StrictMath.min(
                    debt, Corner.CAREFUL.ofLessIsBetter(prices.value(asset, pledged.value()))),
                Double::sum));
  }

  List<CollateralLimit> limits() {
    List<CollateralLimit> limits = new ArrayList<>();
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Asset asset : book.assets()) {
      if (refusal(asset).isEmpty()) {
        candidates.put(asset.id(), candidate(asset));
      }
    }
    Map<String, Double> shares = shares(candidates.values());
    for (Asset asset : book.assets()) {
      if (!asset.id().equals(book.currency())) {
        Candidate candidate = candidates.get(asset.id());
        limits.add(
            candidate == null
                ? nothing(asset)
                : limit(candidate, shares.getOrDefault(asset.id(), 0.0)));
      }
    }
    return limits;
  }

  /// Divides the budget by load lines; what a collateral does not use at its line goes to the
  /// others.
  private Map<String, Double> shares(Collection<Candidate> candidates) {
    Map<String, Double> shares = new LinkedHashMap<>();
    List<Candidate> open = new ArrayList<>(candidates);
    double left = budget.amount().doubleValue();
    for (boolean changed = true; changed && !open.isEmpty(); ) {
      double lines = open.stream().mapToDouble(Candidate::line).sum();
      double perLine = lines == 0 ? 0 : left / lines;
      List<Candidate> served =
          open.stream().filter(each -> each.lossAtLine() <= perLine * each.line()).toList();
      for (Candidate each : served) {
        shares.put(each.asset(), each.lossAtLine());
        left -= each.lossAtLine();
      }
      open.removeAll(served);
      changed = !served.isEmpty();
      for (Candidate each : open) {
        shares.put(each.asset(), perLine * each.line());
      }
    }
    return shares;
  }

  private CollateralLimit nothing(Asset asset) {
    return new CollateralLimit(
        asset.id(),
        new CollateralWeights(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
        BigDecimal.ZERO,
        today.getOrDefault(asset.id(), Interval.ZERO),
        refusal(asset).orElseThrow());
  }

  /// Returns why nothing can be lent against an asset, if so.
  private Optional<Ground> refusal(Asset asset) {
    Optional<Ground> tie = asset.issuer().flatMap(this::tie);
    if (tie.isPresent()) {
      return tie;
    }
    List<String> missing = new ArrayList<>();
    Optional<Market> market = Optional.ofNullable(markets.get(asset.id()));
    double volatility = volatility(asset.id());
    if (!(volatility > 0 && Double.isFinite(volatility))) {
      missing.add("its daily volatility (daily-vol)");
    }
    if (traded(asset, market).isEmpty()) {
      missing.add("how much its market takes (adv, depth or visible-depth)");
    }
    return asset.id().equals(book.currency()) || !missing.isEmpty()
        ? Optional.of(new Unknown(missing))
        : Optional.empty();
  }

  private Optional<Ground> tie(String issuer) {
    if (issuer.equals(book.subject())) {
      return Optional.of(new Tied(issuer, Tie.SUBJECT));
    }
    if (OwnTokens.relatedParties(book).contains(issuer)) {
      return Optional.of(new Tied(issuer, Tie.RELATED));
    }
    return borrowers.contains(issuer)
        ? Optional.of(new Tied(issuer, Tie.BORROWER))
        : Optional.empty();
  }

  private double volatility(String asset) {
    Market market = markets.get(asset);
    return market == null
        ? Double.POSITIVE_INFINITY
        : Corner.CAREFUL.ofLessIsBetter(market.dailyVol().value());
  }

  private List<Outlet.Traded> traded(Asset asset, Optional<Market> market) {
    return Outlet.of(asset, market, prices.of(asset.id()), budget.days()).stream()
        .filter(Outlet.Traded.class::isInstance)
        .map(Outlet.Traded.class::cast)
        .toList();
  }

  /// A collateral against which something can be lent, before the budget is divided.
  ///
  /// @param losses one for each model of its market; none where the weight is 0
  private record Candidate(
      String asset,
      double volatility,
      PriceFall fall,
      PriceFall fallWithNotice,
      CollateralWeights weights,
      List<SaleLoss> losses,
      List<Outlet.Traded> outlets,
      double elsewhere) {
    /// What may be lent beyond what others have lent already.
    double line() {
      double least = Double.POSITIVE_INFINITY;
      for (SaleLoss loss : losses) {
        least = StrictMath.min(least, loss.line());
      }
      return losses.isEmpty() ? 0 : StrictMath.max(0, least - elsewhere);
    }

    double value() {
      return line() / weights.total().doubleValue();
    }

    double lossAtLine() {
      return losses.isEmpty() ? 0 : loss(value(), fall.atConfidence());
    }

    double loss(double value, double part) {
      double most = 0;
      for (SaleLoss loss : losses) {
        most = StrictMath.max(most, loss.of(value, part));
      }
      return most;
    }
  }

  private Candidate candidate(Asset asset) {
    double volatility = volatility(asset.id());
    PriceFall fall = new PriceFall(volatility, budget.days(), confidence);
    PriceFall withNotice = new PriceFall(volatility, 2.0 * budget.days(), confidence);
    List<Outlet.Traded> outlets = traded(asset, Optional.ofNullable(markets.get(asset.id())));
    CollateralWeights weights =
        new CollateralWeights(
            weight(withNotice.atConfidence()), weight(fall.atConfidence()), factor(asset.id()));
    List<SaleLoss> losses =
        weights.initial().signum() == 0
            ? List.of()
            : outlets.stream()
                .map(outlet -> new SaleLoss(outlet, weights.total().doubleValue()))
                .toList();
    return new Candidate(
        asset.id(),
        volatility,
        fall,
        withNotice,
        weights,
        losses,
        outlets,
        elsewhere.getOrDefault(asset.id(), 0.0));
  }

  private static BigDecimal weight(double fall) {
    double weight = (1 - fall) * (1 - Limits.SALE_ALLOWANCE);
    return new BigDecimal(Double.toString(weight)).setScale(WEIGHT_DECIMALS, RoundingMode.DOWN);
  }

  /// The requirement grows with size as the square-root law says that a sale costs; where no volume
  /// is told, the cap alone bounds the size.
  private BigDecimal factor(String asset) {
    double price = Corner.CAREFUL.ofMoreIsBetter(prices.of(asset));
    Market market = markets.get(asset);
    double volume =
        market == null ? 0 : Corner.CAREFUL.ofMoreIsBetter(market.adv().value()) / price;
    return volume > 0
        ? new BigDecimal(Double.toString(SizeScaling.factorCovering(1, volatility(asset), volume)))
            .round(FACTOR_DIGITS)
        : BigDecimal.ZERO;
  }

  private CollateralLimit limit(Candidate candidate, double share) {
    double fall = candidate.fall().atConfidence();
    double byBudget = 0;
    if (candidate.line() > 0) {
      byBudget = Double.POSITIVE_INFINITY;
      for (SaleLoss loss : candidate.losses()) {
        byBudget = StrictMath.min(byBudget, loss.valueFor(share, fall));
      }
    }
    boolean isAtLine = candidate.line() > 0 && share >= candidate.lossAtLine();
    double least = isAtLine ? candidate.value() : byBudget;
    BigDecimal cap = new BigDecimal(Double.toString(least)).round(Limits.DOWN);
    boolean isEligible = cap.signum() > 0;
    double used = cap.doubleValue();
    Outlet.Traded binding = binding(candidate);
    Priced priced =
        new Priced(
            candidate.volatility(),
            candidate.fall(),
            candidate.fallWithNotice(),
            binding.sellable() * binding.model().price(),
            candidate.line(),
            candidate.elsewhere(),
            share,
            isAtLine,
            binding.depth(),
            candidate.loss(used, fall),
            beyond(candidate, used));
    CollateralWeights none =
        new CollateralWeights(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    return new CollateralLimit(
        candidate.asset(),
        isEligible ? candidate.weights() : none,
        cap,
        today.getOrDefault(candidate.asset(), Interval.ZERO),
        priced);
  }

  private static Outlet.Traded binding(Candidate candidate) {
    return candidate.losses().stream()
        .min(Comparator.comparingDouble(SaleLoss::line))
        .map(SaleLoss::outlet)
        .orElseGet(() -> candidate.outlets().getFirst());
  }

  /// The mean over the middle points of equal parts of the tail.
  private double beyond(Candidate candidate, double value) {
    double sum = 0;
    for (int point = 0; point < TAIL_POINTS; point++) {
      double level = 1 - (1 - confidence) * (point + 0.5) / TAIL_POINTS;
      sum += candidate.loss(value, candidate.fall().beyond(level));
    }
    return sum / TAIL_POINTS;
  }
}
