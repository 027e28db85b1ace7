package org.plimsoll.solvency.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
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

/// Names the figures and the structure of a book, so that two books which say the same have the
/// same name whoever wrote them.
///
/// The hash is SHA-256, in 64 small hexadecimal digits, over records in UTF-8. A record is a list
/// of fields and ends with `\n`; a field is its length in bytes, `:`, its text, and `,`. The
/// records are, in this order, with their fields:
///
/// 1. `book`, `1`, currency, subject
/// 2. `asset`, id, kind, tier, issuer or nothing, price, and the three weights if there are any
/// 3. `party`, id, kind, ids of related parties; `owner`, party, owner, share
/// 4. `account`, id, owner, segregated, exemptions; `balance`, account, asset, quantity
/// 5. `loan`, id, lender, borrower, asset, principal, due, liquidation LTV or nothing, recourse;
///    `pledge`, loan, asset, quantity
/// 6. `custody`, location, kind, asset, quantity, encumbered
/// 7. `market`, asset, depth
/// 8. `policies`, custody, account recovery
/// 9. what a book says beyond that, each only where it is told: `default`, party, probability;
///    `terms`, loan, rate, callable, maturity, target LTV, close factor, bonus; `trading`, asset,
///    daily volume, volatility, visible depth, participation; `elsewhere`, party, asset, quantity;
///    `rules`, exemptions, own tokens; `cap`, asset, value; `losses`, name of the order, backstop,
///    insurance fund, venue capital; `withdrawals`, part a day, queue, fee; and by asset
///    `own-token`, asset, supply, independent value, per equity; `emission`, asset, per day,
///    inflow, supporter or nothing; `run`, asset, base, sensitivity, sold; `leveraged`, asset,
///    name, leverage, net asset value
/// 10. where there are any: `position`, account, asset, size, entry price
///
/// Entries of a kind stand in the order of their ids (custody: of asset, then location), each
/// followed by its own owners, balances or pledges in the order of theirs; related parties and
/// exemptions are sorted too. Ids compare by UTF-16 code unit. Constants are spelled as in Java. A
/// number is a decimal without exponent and trailing zeros; a figure is its low bound, `..`, and
/// its high bound, each empty where there is none. Balances and pledges of exactly 0, and custody
/// of exactly 0 with nothing encumbered, are left out: no entry says the same.
///
/// What is said about the figures does not enter: the title, notes, facts, sources and the date.
public final class BookHash {
  private static final Interval SHARE = Interval.between(BigDecimal.ZERO, BigDecimal.ONE);

  private final HashRecords records;

  private BookHash(HashRecords.Sink sink) {
    this.records = new HashRecords(sink);
  }

  /// Returns the hash of a book.
  public static String of(Book book) {
    return of(book, hash -> hash.accounts(book.accounts()));
  }

  /// Returns the hash of a book whose accounts were read in parts.
  ///
  /// @param book with every account that has positions; of the others any sums
  /// @param accounts the records of all accounts, in the order of their ids
  static String ofParts(Book book, Consumer<Consumer<byte[]>> accounts) {
    return of(book, hash -> accounts.accept(hash.records::addWritten));
  }

  /// Hands on the id and the records of each account, in the order of their ids.
  static void eachAccount(List<Account> accounts, BiConsumer<String, byte[]> take) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    BookHash hash = new BookHash(written::write);
    for (Account account : sorted(accounts, Account::id)) {
      hash.account(account);
      hash.records.flush();
      take.accept(account.id(), written.toByteArray());
      written.reset();
    }
  }

  private static String of(Book book, Consumer<BookHash> accounts) {
    MessageDigest digest = HashRecords.sha256();
    BookHash hash = new BookHash(digest::update);
    hash.records.add("book", "1", book.currency(), book.subject());
    sorted(book.assets(), Asset::id).forEach(hash::asset);
    sorted(book.parties(), Party::id).forEach(hash::party);
    accounts.accept(hash);
    sorted(book.loans(), Loan::id).forEach(hash::loan);
    book.custody().stream()
        .sorted(Comparator.comparing(Custody::asset).thenComparing(Custody::location))
        .forEach(hash::custody);
    sorted(book.markets(), Market::asset).forEach(hash::market);
    hash.records.add(
        "policies", book.policies().custody().name(), number(book.policies().accountRecovery()));
    hash.beyond(book);
    hash.records.flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void accounts(List<Account> accounts) {
    sorted(accounts, Account::id).forEach(this::account);
  }

  /// Adds what older books cannot say, so that their names stay as they were.
  private void beyond(Book book) {
    sorted(book.parties(), Party::id).stream()
        .filter(party -> !party.defaultProbability().value().equals(SHARE))
        .forEach(party -> records.add("default", party.id(), figure(party.defaultProbability())));
    sorted(book.loans(), Loan::id).stream()
        .filter(loan -> !loan.terms().equals(LoanTerms.UNTOLD))
        .forEach(this::terms);
    sorted(book.markets(), Market::asset).stream()
        .filter(market -> !bare(market).equals(bare(new Market(market.asset(), market.depth()))))
        .forEach(market -> records.add(bare(market)));
    book.elsewhere().stream()
        .sorted(Comparator.comparing(Elsewhere::asset).thenComparing(Elsewhere::party))
        .forEach(
            each -> records.add("elsewhere", each.party(), each.asset(), figure(each.quantity())));
    rules(book.policies());
    sorted(book.assets(), Asset::id).forEach(asset -> feedback(asset.id(), asset.feedback()));
    sorted(book.accounts(), Account::id).forEach(this::positions);
  }

  private void positions(Account account) {
    sorted(account.positions(), Position::asset).stream()
        .filter(position -> !isZero(position.size()))
        .forEach(position ->
            records.add(
                "position",
                account.id(),
                position.asset(),
                figure(position.size()),
                figure(position.entry())));
  }

  private void feedback(String asset, Feedback told) {
    told.ownToken()
        .ifPresent(token ->
            records.add(
                "own-token",
                asset,
                figure(token.supply()),
                figure(token.independentValue()),
                figure(token.perEquity())));
    told.emission()
        .ifPresent(paid ->
            records.add(
                "emission",
                asset,
                figure(paid.perDay()),
                figure(paid.inflow()),
                paid.supporter().orElse("")));
    told.run()
        .ifPresent(run ->
            records.add(
                "run", asset, figure(run.base()), figure(run.sensitivity()), figure(run.sold())));
    sorted(told.leveragedTokens(), Feedback.LeveragedToken::name)
        .forEach(token ->
            records.add(
                "leveraged",
                asset,
                token.name(),
                number(token.leverage()),
                figure(token.netAssetValue())));
  }

  private void rules(Policies rules) {
    if (rules.exemptions() != Policies.Exemptions.HONORED
        || rules.ownTokens() != Policies.OwnTokens.ALLOWED) {
      records.add("rules", rules.exemptions().name(), rules.ownTokens().name());
    }
    rules.caps().forEach((asset, cap) -> records.add("cap", asset, number(cap)));
    LossRules losses = rules.losses();
    if (!losses.equals(LossRules.NONE)) {
      records.add(
          "losses",
          losses.order().name(),
          number(losses.backstop()),
          number(losses.insuranceFund()),
          number(losses.venueCapital()));
    }
    WithdrawalRules paid = rules.withdrawals();
    if (!paid.equals(WithdrawalRules.NONE)) {
      records.add("withdrawals", number(paid.perDay()), paid.queue().name(), number(paid.fee()));
    }
  }

  private void terms(Loan loan) {
    LoanTerms terms = loan.terms();
    records.add(
        "terms",
        loan.id(),
        terms.rate().map(BookHash::figure).orElse(""),
        terms.callable().map(String::valueOf).orElse(""),
        terms.maturity().orElse(""),
        terms.targetLtv().map(BookHash::number).orElse(""),
        terms.closeFactor().map(BookHash::number).orElse(""),
        terms.bonus().map(BookHash::number).orElse(""));
  }

  private static List<String> bare(Market market) {
    return List.of(
        "trading",
        market.asset(),
        figure(market.adv()),
        figure(market.dailyVol()),
        figure(market.visibleDepth()),
        number(market.participation()));
  }

  private void asset(Asset asset) {
    List<String> fields = new ArrayList<>();
    fields.add("asset");
    fields.add(asset.id());
    fields.add(asset.kind().name());
    fields.add(asset.tier().name());
    fields.add(asset.issuer().orElse(""));
    fields.add(figure(asset.price()));
    asset
        .weights()
        .ifPresent(weights -> {
          fields.add(number(weights.initial()));
          fields.add(number(weights.total()));
          fields.add(number(weights.imfFactor()));
        });
    records.add(fields);
  }

  private void party(Party party) {
    records.add(
        Stream.concat(
                Stream.of("party", party.id(), party.kind().name()),
                party.relatedTo().stream().sorted())
            .toList());
    sorted(party.owners(), Party.Ownership::owner)
        .forEach(each -> records.add("owner", party.id(), each.owner(), figure(each.share())));
  }

  private void account(Account account) {
    String segregated = Boolean.toString(account.segregated());
    if (account.exemptions().isEmpty()) {
      records.add("account", account.id(), account.owner(), segregated);
    } else {
      records.add(
          Stream.concat(
                  Stream.of("account", account.id(), account.owner(), segregated),
                  account.exemptions().stream().map(Enum::name).sorted())
              .toList());
    }
    quantities("balance", account.id(), account.balances());
  }

  private void loan(Loan loan) {
    records.add(
        "loan",
        loan.id(),
        loan.lender(),
        loan.borrower(),
        loan.asset(),
        figure(loan.principal()),
        loan.due().name(),
        loan.liquidationLtv().map(BookHash::number).orElse(""),
        number(loan.recourse()));
    quantities("pledge", loan.id(), loan.collateral());
  }

  private void custody(Custody custody) {
    if (!isZero(custody.quantity()) || !isZero(custody.encumbered())) {
      records.add(
          "custody",
          custody.location(),
          custody.kind().name(),
          custody.asset(),
          figure(custody.quantity()),
          figure(custody.encumbered()));
    }
  }

  private void market(Market market) {
    records.add("market", market.asset(), figure(market.depth()));
  }

  private void quantities(String record, String entry, SortedMap<String, Figure> quantities) {
    for (Map.Entry<String, Figure> each : quantities.entrySet()) {
      if (!isZero(each.getValue())) {
        records.add(record, entry, each.getKey(), figure(each.getValue()));
      }
    }
  }

  private static boolean isZero(Figure figure) {
    return figure.value().equals(Interval.ZERO);
  }

  private static String figure(Figure figure) {
    String low = number(figure.value().low());
    return low + ".." + (figure.value().isExact() ? low : number(figure.value().high()));
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static <T> List<T> sorted(List<T> entries, Function<T, String> id) {
    return entries.stream().sorted(Comparator.comparing(id)).toList();
  }
}
