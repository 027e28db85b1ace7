package org.plimsoll.solvency.lender;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// Finds the flags of a borrower: in the entries of the book, and in the facts that were public on
/// the book's day.
final class Flags {
  private static final int DAY_LENGTH = 10;

  /// More than a day of everybody's trade cannot be sold within a day by anybody.
  private static final BigDecimal DAYS_MAX = BigDecimal.ONE;

  private final Book book;
  private final String borrower;
  private final List<Exposure> exposures;
  private final String day;
  private final SortedSet<String> pledged = new TreeSet<>();
  private final List<Flag> flags = new ArrayList<>();

  private Flags(Book book, String borrower, List<Exposure> exposures) {
    this.book = book;
    this.borrower = borrower;
    this.exposures = exposures;
    this.day = book.asOf().substring(0, Math.min(DAY_LENGTH, book.asOf().length()));
    exposures.forEach(exposure -> pledged.addAll(exposure.collateral().keySet()));
  }

  /// Returns the flags, the most serious first; among equals the book's own entries come first,
  /// then facts, the oldest first.
  static List<Flag> of(
      Book book, String borrower, List<Exposure> exposures, List<LoanJudgment> loans) {
    Flags found = new Flags(book, borrower, exposures);
    found.addWrongWay();
    found.addExemptions();
    found.addVolumes();
    loans.forEach(found::addCapacity);
    found.addShares();
    found.addSellers();
    found.addDefaultProbability();
    found.addFacts();
    found.flags.sort(Comparator.comparing(Flag::kind));
    return List.copyOf(found.flags);
  }

  private void add(Flag.Kind kind, String party, String text, String source, String entry) {
    flags.add(new Flag(kind, day, party, text, source.isEmpty() ? "the book: " + entry : source));
  }

  private void addWrongWay() {
    SortedSet<String> related = OwnTokens.relatedTo(book, borrower);
    for (Asset asset : book.assets()) {
      if (pledged.contains(asset.id())) {
        String text = asset.id() + ", which secures " + secured(asset.id()) + ", is issued by ";
        switch (WrongWayReason.of(asset.issuer(), borrower, related, book.subject())) {
          case WrongWayReason.Statistical() -> {}
          case WrongWayReason.OwnToken() ->
              addIssuer(asset, book.subject(), text + book.subject() + ", whose book this is.");
          case WrongWayReason.IssuerRelated(String issuer) ->
              addIssuer(
                  asset,
                  issuer,
                  text
                      + (issuer.equals(borrower)
                          ? "the borrower itself."
                          : issuer + ", which stands or falls with " + borrower + "."));
        }
      }
    }
  }

  private void addIssuer(Asset asset, String issuer, String text) {
    add(Flag.Kind.WRONG_WAY_COLLATERAL, issuer, text, "", "asset " + asset.id() + ", its issuer");
  }

  private String secured(String asset) {
    return Wording.list(
        exposures.stream()
            .filter(exposure -> exposure.collateral().containsKey(asset))
            .map(Exposure::name)
            .toList());
  }

  private void addExemptions() {
    for (Exposure exposure : exposures) {
      if (!exposure.exemptions().isEmpty()) {
        List<String> rules = exposure.exemptions().stream().map(Flags::words).toList();
        add(
            Flag.Kind.EXEMPTION,
            borrower,
            "Its account "
                + exposure.name()
                + " with "
                + exposure.lender()
                + " has exemptions: "
                + Wording.list(rules)
                + ".",
            "",
            "account " + exposure.name());
      }
    }
  }

  private static String words(Account.Exemption exemption) {
    return exemption.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A debt counts where the pledge is not told: to repay it, its worth must be sold.
  private void addVolumes() {
    for (Market market : book.markets()) {
      if (pledged.contains(market.asset())) {
        Block block = Block.pledged(book, market.asset(), exposures);
        boolean isTold = block.value().high() != null;
        Interval worth = isTold ? block.value() : block.debt();
        Optional<RatioRange> days = RatioRange.of(worth, market.adv().value());
        if (days.isPresent() && exceedsADay(days.get())) {
          add(
              Flag.Kind.CONCENTRATION,
              borrower,
              (isTold
                      ? "The pledged " + market.asset() + " is worth "
                      : "To repay the debt from "
                          + market.asset()
                          + " alone, its worth must be sold: ")
                  + Wording.amount(worth, book.currency())
                  + ", "
                  + Block.days(days.get())
                  + " of all its trade.",
              market.adv().source(),
              "market of " + market.asset());
        }
      }
    }
  }

  /// What the market takes in a month bounds what comes back, whatever is pledged.
  private void addCapacity(LoanJudgment judged) {
    LoanJudgment.Sale month = judged.month();
    if (!judged.exposure().collateral().isEmpty() && month.low() > 0) {
      add(
          Flag.Kind.CONCENTRATION,
          borrower,
          "However much is pledged for "
              + judged.exposure().name()
              + ", a sale of it brings at most "
              + Wording.about(month.best())
              + " "
              + book.currency()
              + " in "
              + month.days()
              + " days, of "
              + Wording.amount(judged.exposure().debt(), book.currency())
              + " owed.",
          "",
          "its markets");
    }
  }

  private static boolean exceedsADay(RatioRange days) {
    return days.high().map(most -> most.rounded().compareTo(DAYS_MAX) > 0).orElse(true);
  }

  private void addShares() {
    String lender = book.subject();
    List<Loan> lent = Positions.lent(book);
    if (!lent.isEmpty() && lent.stream().allMatch(loan -> loan.borrower().equals(borrower))) {
      add(
          Flag.Kind.CONCENTRATION,
          borrower,
          "All that " + lender + " has lent in this book is lent to " + borrower + ".",
          "",
          "its loans");
    }
  }

  private void addSellers() {
    for (Elsewhere holder : book.elsewhere()) {
      if (pledged.contains(holder.asset())) {
        Interval quantity = holder.quantity().value();
        String held =
            quantity.high() == null && quantity.low() != null && quantity.low().signum() == 0
                ? holder.asset() + " elsewhere, a quantity that is not told"
                : Wording.amount(quantity, holder.asset()) + " elsewhere";
        add(
            Flag.Kind.OTHER_SELLERS,
            holder.party(),
            holder.party() + " has " + held + ", and would sell into the same market.",
            holder.quantity().source(),
            "elsewhere, " + holder.party());
      }
    }
  }

  private void addDefaultProbability() {
    for (Party party : book.parties()) {
      if (party.id().equals(borrower)) {
        DefaultChance.told(party)
            .ifPresent(chance ->
                add(
                    Flag.Kind.DEFAULT_PROBABILITY,
                    borrower,
                    "Its chance to fail within a year is told: " + percent(chance) + ".",
                    party.defaultProbability().source(),
                    "party " + borrower));
      }
    }
  }

  private static String percent(Interval chance) {
    return Wording.percent(RatioRange.of(chance, Interval.exactly(BigDecimal.ONE)).orElseThrow());
  }

  /// A fact of a later day could not be seen on the book's, and one without a day proves nothing.
  private void addFacts() {
    NavigableSet<String> circle = new TreeSet<>(OwnTokens.relatedTo(book, borrower));
    circle.add(borrower);
    book.assets().stream()
        .filter(asset -> pledged.contains(asset.id()))
        .flatMap(asset -> asset.issuer().stream())
        .forEach(circle::add);
    book.elsewhere().stream()
        .filter(holder -> pledged.contains(holder.asset()))
        .map(Elsewhere::party)
        .forEach(circle::add);
    List<Fact> facts = new ArrayList<>(book.facts());
    facts.sort(Comparator.comparing(Fact::date));
    for (Fact fact : facts) {
      boolean isSeen = !fact.date().isBlank() && fact.date().compareTo(day) <= 0;
      if (isSeen && circle.contains(fact.party())) {
        flags.add(
            new Flag(kind(fact.kind()), fact.date(), fact.party(), fact.text(), fact.source()));
      }
    }
  }

  private static Flag.Kind kind(Fact.Kind kind) {
    return switch (kind) {
      case OWN_TOKEN_COLLATERAL -> Flag.Kind.WRONG_WAY_COLLATERAL;
      case RELATED_PARTY -> Flag.Kind.RELATED_PARTY;
      case MISSING_AUDIT -> Flag.Kind.MISSING_AUDIT;
      case CONCENTRATION -> Flag.Kind.CONCENTRATION;
      case WITHDRAWAL -> Flag.Kind.WITHDRAWAL;
      case LEAK -> Flag.Kind.LEAK;
      case MATURITY_MISMATCH -> Flag.Kind.MATURITY_MISMATCH;
      case DEFAULT_OF_BORROWER -> Flag.Kind.DEFAULT_OF_BORROWER;
      case OTHER -> Flag.Kind.OTHER;
    };
  }
}
