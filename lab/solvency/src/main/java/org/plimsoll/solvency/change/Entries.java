package org.plimsoll.solvency.change;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.plimsoll.solvency.book.WithdrawalRules;

/// Every entry of a book but its accounts, as properties under the names that book files use.
final class Entries {
  /// Which entry it is.
  record Key(Part part, String name) {}

  private final Map<Key, SortedMap<String, Told>> entries = new LinkedHashMap<>();
  private SortedMap<String, Told> entry = new TreeMap<>();

  private Entries() {}

  /// Returns the entries in the order of the book.
  static Map<Key, SortedMap<String, Told>> of(Book book) {
    Entries all = new Entries();
    book.assets().forEach(all::add);
    book.parties().forEach(all::add);
    book.custody().forEach(all::add);
    book.loans().forEach(all::add);
    book.markets().forEach(all::add);
    all.add(book.policies());
    book.elsewhere().forEach(all::add);
    book.facts().forEach(all::add);
    book.notes().forEach(note -> all.begin(Part.NOTE, note));
    return all.entries;
  }

  private void add(Asset asset) {
    begin(Part.ASSET, asset.id());
    words("kind", asset.kind());
    words("tier", asset.tier());
    asset.issuer().ifPresent(issuer -> words("issuer", issuer));
    number("price", asset.price().value());
    asset.weights().ifPresent(this::add);
    add(asset.feedback());
  }

  private void add(Feedback feedback) {
    feedback
        .ownToken()
        .ifPresent(token -> {
          number("own-token supply", token.supply().value());
          number("own-token independent-value", token.independentValue().value());
          number("own-token per-equity", token.perEquity().value());
        });
    feedback
        .emission()
        .ifPresent(paid -> {
          number("emission per-day", paid.perDay().value());
          number("emission inflow", paid.inflow().value());
          paid.supporter().ifPresent(supporter -> words("emission supporter", supporter));
        });
    feedback
        .run()
        .ifPresent(run -> {
          number("run base", run.base().value());
          number("run sensitivity", run.sensitivity().value());
          number("run sold", run.sold().value());
        });
    for (Feedback.LeveragedToken token : feedback.leveragedTokens()) {
      number("leverage of " + token.name(), token.leverage());
      number("net-asset-value of " + token.name(), token.netAssetValue().value());
    }
  }

  private void add(CollateralWeights weights) {
    number("initial weight", weights.initial());
    number("total weight", weights.total());
    number("imf-factor", weights.imfFactor());
  }

  private void add(Party party) {
    begin(Part.PARTY, party.id());
    words("kind", party.kind());
    if (!party.relatedTo().isEmpty()) {
      words("related-to", party.relatedTo().stream().sorted().collect(Collectors.joining(", ")));
    }
    party.owners().forEach(owner -> number("share of " + owner.owner(), owner.share().value()));
    if (!party.defaultProbability().value().equals(ANY_SHARE)) {
      number("default-probability", party.defaultProbability().value());
    }
  }

  private static final Interval ANY_SHARE = Interval.between(BigDecimal.ZERO, BigDecimal.ONE);

  private void add(Custody custody) {
    if (custody.quantity().value().equals(Interval.ZERO)
        && custody.encumbered().value().equals(Interval.ZERO)) {
      return;
    }
    begin(Part.CUSTODY, custody.asset() + " at " + custody.location());
    words("location", custody.location());
    words("kind", custody.kind());
    words("asset", custody.asset());
    number("quantity", custody.quantity().value());
    number("encumbered", custody.encumbered().value());
  }

  private void add(Loan loan) {
    begin(Part.LOAN, loan.id());
    words("lender", loan.lender());
    words("borrower", loan.borrower());
    words("asset", loan.asset());
    number("principal", loan.principal().value());
    loan.collateral()
        .forEach((asset, pledged) -> {
          if (!pledged.value().equals(Interval.ZERO)) {
            number("collateral in " + asset, pledged.value());
          }
        });
    words("due", loan.due());
    number("recourse", loan.recourse());
    number("liquidation-ltv", loan.liquidationLtv());
    LoanTerms terms = loan.terms();
    terms.rate().ifPresent(rate -> number("rate", rate.value()));
    terms.callable().ifPresent(callable -> words("callable", callable ? "yes" : "no"));
    terms.maturity().ifPresent(maturity -> words("maturity", maturity));
    number("target-ltv", terms.targetLtv());
    number("close-factor", terms.closeFactor());
    number("bonus", terms.bonus());
  }

  private void add(Market market) {
    begin(Part.MARKET, market.asset());
    told("depth", market.depth());
    told("adv", market.adv());
    told("daily-vol", market.dailyVol());
    told("visible-depth", market.visibleDepth());
    if (market.participation().compareTo(Market.DEFAULT_PARTICIPATION) != 0) {
      number("participation", market.participation());
    }
  }

  private void add(Policies policies) {
    begin(Part.POLICY, "policies");
    words("custody", policies.custody());
    number("account-recovery", policies.accountRecovery());
    words("exemptions", policies.exemptions());
    words("own-tokens", policies.ownTokens());
    policies.caps().forEach((asset, cap) -> number("cap of " + asset, cap));
    LossRules losses = policies.losses();
    words("losses", losses.order().name());
    number("backstop", losses.backstop());
    number("insurance-fund", losses.insuranceFund());
    number("venue-capital", losses.venueCapital());
    WithdrawalRules withdrawals = policies.withdrawals();
    number("withdrawals per day", withdrawals.perDay());
    words("withdrawal queue", withdrawals.queue());
    number("withdrawal fee", withdrawals.fee());
  }

  private void add(Elsewhere elsewhere) {
    begin(Part.ELSEWHERE, elsewhere.asset() + " of " + elsewhere.party());
    number("quantity", elsewhere.quantity().value());
  }

  private void add(Fact fact) {
    begin(Part.FACT, fact.text());
    words("date", fact.date());
    words("party", fact.party());
    words("kind", fact.kind());
  }

  private void begin(Part part, String name) {
    entry = entries.computeIfAbsent(new Key(part, name), _ -> new TreeMap<>());
  }

  private void words(String property, String text) {
    entry.put(property, new Told.Words(text));
  }

  private void words(String property, Enum<?> constant) {
    words(property, constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void number(String property, Interval value) {
    entry.put(property, new Told.Measured(value));
  }

  private void number(String property, BigDecimal value) {
    number(property, Interval.exactly(value));
  }

  private void number(String property, Optional<BigDecimal> value) {
    value.ifPresent(known -> number(property, known));
  }

  /// A market leaves out what its book does not say.
  private void told(String property, Figure figure) {
    if (!figure.value().equals(ANY_QUANTITY)) {
      number(property, figure.value());
    }
  }

  private static final Interval ANY_QUANTITY = new Interval(BigDecimal.ZERO, null);
}
