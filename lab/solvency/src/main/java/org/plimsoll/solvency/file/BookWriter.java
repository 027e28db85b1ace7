package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LoanTerms;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.text.Yaml;

/// Writes the canonical file of a book: the same book gives the same text on every machine.
///
/// [BookReader] reads the text back to an equal book, provided that the book keeps the rules of a
/// file (ids as the schema has them, everything named declared once). One entry is one line; equal
/// accounts that follow each other under numbered ids are one entry with a `count`. Lines end with
/// `\n`.
public final class BookWriter {
  private static final Interval SIGNED = Interval.UNKNOWN;
  static final Interval QUANTITY = new Interval(BigDecimal.ZERO, null);
  static final Interval SHARE = Interval.between(BigDecimal.ZERO, BigDecimal.ONE);

  private final StringBuilder text = new StringBuilder();

  private BookWriter() {}

  /// Returns the file of a book.
  public static String write(Book book) {
    BookWriter writer = new BookWriter();
    writer.head(book);
    writer.section("assets", book.assets().stream().map(BookWriter::asset));
    writer.section("parties", book.parties().stream().map(BookWriter::party));
    writer.section(
        "accounts", AccountGroup.groups(book.accounts()).stream().map(BookWriter::accounts));
    writer.section(
        "positions",
        book.accounts().stream()
            .flatMap(
                account -> account.positions().stream().map(open -> position(account.id(), open))));
    writer.section("loans", book.loans().stream().map(BookWriter::loan));
    writer.section("custody", book.custody().stream().map(BookWriter::custody));
    writer.section("markets", book.markets().stream().map(BookWriter::market));
    writer.text.append(PolicyText.policies(book.policies()));
    writer.section("facts", book.facts().stream().map(BookWriter::fact));
    writer.section("elsewhere", book.elsewhere().stream().map(BookWriter::elsewhere));
    return writer.text.toString();
  }

  private void head(Book book) {
    text.append("book: 1\n");
    text.append("title: ").append(Yaml.quoted(book.title())).append('\n');
    text.append("as-of: ").append(book.asOf()).append('\n');
    text.append("currency: ").append(Yaml.text(book.currency())).append('\n');
    text.append("subject: ").append(Yaml.text(book.subject())).append('\n');
    section("notes", book.notes().stream().map(Yaml::quoted));
  }

  private void section(String name, Stream<String> entries) {
    List<String> lines = entries.toList();
    if (!lines.isEmpty()) {
      text.append(name).append(":\n");
      lines.forEach(line -> text.append("  - ").append(line).append('\n'));
    }
  }

  private static String asset(Asset asset) {
    String source = asset.price().source();
    StringJoiner entry = Yaml.mapping();
    entry.add("id: " + Yaml.text(asset.id()));
    entry.add("kind: " + Yaml.word(asset.kind()));
    entry.add("tier: " + Yaml.word(asset.tier()));
    asset.issuer().ifPresent(issuer -> entry.add("issuer: " + Yaml.text(issuer)));
    entry.add("price: " + FigureText.of(asset.price(), QUANTITY, source));
    asset.weights().ifPresent(weights -> entry.add("weights: " + weights(weights)));
    FeedbackText.addTo(entry, asset.feedback());
    return withSource(entry, source);
  }

  static String weights(CollateralWeights weights) {
    return Yaml.mapping()
        .add("initial: " + Yaml.number(weights.initial()))
        .add("total: " + Yaml.number(weights.total()))
        .add("imf-factor: " + Yaml.number(weights.imfFactor()))
        .toString();
  }

  private static String party(Party party) {
    boolean isRated = !party.defaultProbability().equals(Figure.of(SHARE));
    List<Figure> figures = new ArrayList<>();
    party.owners().forEach(each -> figures.add(each.share()));
    if (isRated) {
      figures.add(party.defaultProbability());
    }
    String source = shared(figures);
    StringJoiner entry = Yaml.mapping();
    entry.add("id: " + Yaml.text(party.id()));
    entry.add("kind: " + Yaml.word(party.kind()));
    if (!party.relatedTo().isEmpty()) {
      StringJoiner related = new StringJoiner(", ", "related-to: [", "]");
      party.relatedTo().forEach(id -> related.add(Yaml.text(id)));
      entry.add(related.toString());
    }
    if (!party.owners().isEmpty()) {
      StringJoiner owners = Yaml.mapping();
      party
          .owners()
          .forEach(each ->
              owners.add(
                  Yaml.text(each.owner()) + ": " + FigureText.of(each.share(), SHARE, source)));
      entry.add("owners: " + owners);
    }
    if (isRated) {
      entry.add("default-probability: " + FigureText.of(party.defaultProbability(), SHARE, source));
    }
    return withSource(entry, source);
  }

  private static String accounts(AccountGroup group) {
    Account account = group.first();
    String source = shared(account.balances().values().stream().toList());
    StringJoiner entry = Yaml.mapping();
    entry.add("id: " + Yaml.text(group.id()));
    if (group.count() > 1) {
      entry.add("count: " + group.count());
    }
    entry.add("owner: " + Yaml.text(account.owner()));
    if (account.segregated()) {
      entry.add("segregated: true");
    }
    if (!account.exemptions().isEmpty()) {
      StringJoiner exemptions = new StringJoiner(", ", "exemptions: [", "]");
      account.exemptions().forEach(each -> exemptions.add(Yaml.word(each)));
      entry.add(exemptions.toString());
    }
    entry.add("balances: " + quantities(account.balances(), SIGNED, source));
    return withSource(entry, source);
  }

  private static String position(String account, Position open) {
    String source = shared(List.of(open.size(), open.entry()));
    StringJoiner entry = Yaml.mapping();
    entry.add("account: " + Yaml.text(account));
    entry.add("asset: " + Yaml.text(open.asset()));
    entry.add("size: " + FigureText.of(open.size(), SIGNED, source));
    entry.add("entry: " + FigureText.of(open.entry(), QUANTITY, source));
    return withSource(entry, source);
  }

  private static String loan(Loan loan) {
    List<Figure> figures = new ArrayList<>(loan.collateral().values());
    figures.add(loan.principal());
    loan.terms().rate().ifPresent(figures::add);
    String source = shared(figures);
    StringJoiner entry = Yaml.mapping();
    entry.add("id: " + Yaml.text(loan.id()));
    entry.add("lender: " + Yaml.text(loan.lender()));
    entry.add("borrower: " + Yaml.text(loan.borrower()));
    entry.add("asset: " + Yaml.text(loan.asset()));
    entry.add("principal: " + FigureText.of(loan.principal(), QUANTITY, source));
    if (!loan.collateral().isEmpty()) {
      entry.add("collateral: " + quantities(loan.collateral(), QUANTITY, source));
    }
    entry.add("due: " + Yaml.word(loan.due()));
    loan.liquidationLtv().ifPresent(ltv -> entry.add("liquidation-ltv: " + Yaml.number(ltv)));
    entry.add("recourse: " + Yaml.number(loan.recourse()));
    terms(loan.terms(), entry, source);
    return withSource(entry, source);
  }

  private static void terms(LoanTerms terms, StringJoiner entry, String source) {
    terms.rate().ifPresent(rate -> entry.add("rate: " + FigureText.of(rate, QUANTITY, source)));
    terms.callable().ifPresent(callable -> entry.add("callable: " + callable));
    terms.maturity().ifPresent(day -> entry.add("maturity: " + day));
    terms.targetLtv().ifPresent(ltv -> entry.add("target-ltv: " + Yaml.number(ltv)));
    terms.closeFactor().ifPresent(part -> entry.add("close-factor: " + Yaml.number(part)));
    terms.bonus().ifPresent(bonus -> entry.add("bonus: " + Yaml.number(bonus)));
  }

  private static String custody(Custody custody) {
    boolean isFree = custody.encumbered().equals(Figure.of(Interval.ZERO));
    List<Figure> figures =
        isFree ? List.of(custody.quantity()) : List.of(custody.quantity(), custody.encumbered());
    String source = shared(figures);
    StringJoiner entry = Yaml.mapping();
    entry.add("location: " + Yaml.text(custody.location()));
    entry.add("kind: " + Yaml.word(custody.kind()));
    entry.add("asset: " + Yaml.text(custody.asset()));
    entry.add("quantity: " + FigureText.of(custody.quantity(), QUANTITY, source));
    if (!isFree) {
      entry.add("encumbered: " + FigureText.of(custody.encumbered(), QUANTITY, source));
    }
    return withSource(entry, source);
  }

  private static String market(Market market) {
    Map<String, Figure> told = new LinkedHashMap<>();
    told.put("depth", market.depth());
    told.put("adv", market.adv());
    told.put("daily-vol", market.dailyVol());
    told.put("visible-depth", market.visibleDepth());
    told.values().removeIf(figure -> figure.equals(Figure.of(QUANTITY)));
    String source = shared(List.copyOf(told.values()));
    StringJoiner entry = Yaml.mapping();
    entry.add("asset: " + Yaml.text(market.asset()));
    told.forEach((key, figure) -> entry.add(key + ": " + FigureText.of(figure, QUANTITY, source)));
    if (market.participation().compareTo(Market.DEFAULT_PARTICIPATION) != 0) {
      entry.add("participation: " + Yaml.number(market.participation()));
    }
    return withSource(entry, source);
  }

  private static String fact(Fact fact) {
    StringJoiner entry = Yaml.mapping();
    entry.add("date: " + fact.date());
    entry.add("party: " + Yaml.text(fact.party()));
    entry.add("kind: " + Yaml.word(fact.kind()));
    entry.add("text: " + Yaml.quoted(fact.text()));
    return withSource(entry, fact.source());
  }

  private static String elsewhere(Elsewhere holder) {
    String source = holder.quantity().source();
    StringJoiner entry = Yaml.mapping();
    entry.add("party: " + Yaml.text(holder.party()));
    entry.add("asset: " + Yaml.text(holder.asset()));
    entry.add("quantity: " + FigureText.of(holder.quantity(), QUANTITY, source));
    return withSource(entry, source);
  }

  private static String quantities(
      Map<String, Figure> quantities, Interval range, String entrySource) {
    StringJoiner mapping = Yaml.mapping();
    quantities.forEach((asset, figure) ->
        mapping.add(Yaml.text(asset) + ": " + FigureText.of(figure, range, entrySource)));
    return mapping.toString();
  }

  /// Returns the source that all figures of an entry share, or none.
  static String shared(List<Figure> figures) {
    List<String> sources = figures.stream().map(Figure::source).distinct().toList();
    return sources.size() == 1 ? sources.getFirst() : "";
  }

  static String withSource(StringJoiner entry, String source) {
    return (source.isEmpty() ? entry : entry.add("source: " + Yaml.quoted(source))).toString();
  }
}
