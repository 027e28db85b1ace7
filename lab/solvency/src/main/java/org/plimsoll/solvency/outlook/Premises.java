package org.plimsoll.solvency.outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.outlook.Outlook.Premise;
import org.plimsoll.solvency.survival.CreditSystem;

/// Every choice that a simulation of a book takes, in sentences.
final class Premises {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private final Book book;
  private final Choices choices;
  private final List<Premise> premises = new ArrayList<>();

  private Premises(Book book, Choices choices) {
    this.book = book;
    this.choices = choices;
  }

  static List<Premise> of(Book book, Choices choices) {
    Premises all = new Premises(book, choices);
    all.addPrices();
    all.addMarkets();
    all.addWithdrawals();
    all.addOthers();
    all.addAccounts();
    all.addOmissions();
    all.addOpenFigures();
    return all.premises;
  }

  private void addPrices() {
    add(
        "A day moves the logarithm of every price by a normal step, without a trend and without"
            + " jumps: real crashes are worse.");
    List<Asset> assets = PositionTable.assetsBesideMoney(book);
    SortedMap<String, List<String>> alike = new TreeMap<>();
    for (Asset asset : assets) {
      AssetTerms terms = AssetTerms.of(book, choices, asset);
      if (terms.chosen().isEmpty() && !terms.isVolatilityTold()) {
        String what = terms.isMoney() ? "fiat and stable" : "others";
        alike.computeIfAbsent(what, _ -> new ArrayList<>()).add(asset.id());
      } else {
        add(
            "The volatility of "
                + asset.id()
                + " is "
                + range(terms.volatility(End.FAVORABLE), terms.volatility(End.CAREFUL))
                + " a year, "
                + (terms.chosen().isPresent()
                    ? "as asked."
                    : "its daily volatility times the root of " + CreditSystem.DAYS_PER_YEAR + "."),
            "--vol");
      }
    }
    alike.forEach((what, ids) ->
        add(
            "The book tells no volatility of "
                + Wording.list(ids)
                + ": "
                + (what.equals("others")
                    ? percent(AssetTerms.UNTOLD_VOLATILITY) + " a year."
                    : "none, as of money."),
            "--vol"));
    if (assets.size() > 1) {
      add(
          "Any two prices have a correlation of " + number(choices.correlation()) + ".",
          "--correlation");
    }
  }

  private void addMarkets() {
    SortedMap<AssetTerms.DepthSource, List<String>> sources = new TreeMap<>();
    for (Asset asset : PositionTable.assetsBesideMoney(book)) {
      sources
          .computeIfAbsent(
              AssetTerms.of(book, choices, asset).depthSource(), _ -> new ArrayList<>())
          .add(asset.id());
    }
    sources.forEach((source, ids) ->
        add(depth(source, Wording.list(ids)), source.isOfMarket() ? "--depth" : ""));
  }

  private static String depth(AssetTerms.DepthSource source, String assets) {
    return switch (source) {
      case TOLD -> "Sales of " + assets + " move the price by the depth in the book, for good.";
      case VISIBLE ->
          "Sales of "
              + assets
              + " move the price for good, by 2% for what the book sees within 2% of the mid.";
      case VOLUME ->
          "Sales of "
              + assets
              + " move the logarithm of the price for good, by the sale over 0.4 times the daily"
              + " volume over the daily volatility (Cont and Schaanning, 2017).";
      case LIQUID -> assets + ": liquid and without a market in the book, so sales move nothing.";
      case ILLIQUID -> assets + ": illiquid, so a sale brings next to nothing.";
      case UNKNOWN ->
          assets
              + ": less liquid and without a market in the book. Sales bring next to nothing at the"
              + " careful end and move nothing at the favorable one.";
    };
  }

  private void addWithdrawals() {
    add(
        "Every day "
            + percent(choices.withdrawn())
            + " of what is left is asked for by whoever can ask for it: depositors, lenders on"
            + " demand, and accounts that owe less than they own, for the difference. A run asks"
            + " for more.",
        "--withdraw-rate");
    if (book.loans().stream().anyMatch(loan -> loan.due() == Loan.Due.UNKNOWN)) {
      add(
          "A loan of which the book does not say when it is due is one on demand at the end where"
              + " that is worse for "
              + book.subject()
              + ", and not due at the other.");
    }
    boolean isTermOpen =
        book.loans().stream()
            .anyMatch(l -> l.due() == Loan.Due.TERM && l.terms().maturity().isEmpty());
    if (isTermOpen) {
      add("A loan with a term and no day of maturity is not due within the horizon.");
    }
    add("No interest accrues, and nobody earns anything.");
  }

  private void addOthers() {
    if (Roster.of(book).size() > 2) {
      add(
          "Careful and favorable are the ends as they bear on "
              + book.subject()
              + "; for others it can be the other way round.");
    }
    boolean doOthersOwe =
        book.loans().stream().anyMatch(loan -> !loan.borrower().equals(book.subject()));
    if (doOthersOwe) {
      add(
          "Of a borrower other than "
              + book.subject()
              + " the book does not tell all that it has. At the careful end it has only what the"
              + " book names; at the favorable one it also has what it owes on loans.");
      add(
          "A claim counts in full until its debtor has failed; a debtor other than "
              + book.subject()
              + " fails once it has less than it owes.");
    }
    List<String> untold =
        book.parties().stream()
            .filter(party -> Roster.of(book).names().contains(party.id()))
            .filter(party -> !BookSystem.isDefaultTold(party))
            .map(Party::id)
            .toList();
    if (!untold.isEmpty()) {
      add(
          "The book tells no chance that "
              + Wording.list(untold)
              + (untold.size() == 1 ? " fails" : " fail")
              + " for a reason that is not in it: none.");
    }
    if (untold.size() < Roster.of(book).size() - 1) {
      add(
          "Failures for reasons outside the book have a correlation of "
              + number(choices.correlation())
              + ".",
          "--correlation");
    }
  }

  private void addAccounts() {
    if (Positions.accounts(book).stream()
        .noneMatch(account -> Roster.mayOwe(account, book.currency()))) {
      return;
    }
    add(
        "An account that owes is sold once its debt is above the part of its collateral that the"
            + " book's weights count, "
            + percent(AssetTerms.UNTOLD_LIMIT)
            + " where it has none. Of what the sale leaves unpaid "
            + Wording.percent(book.policies().accountRecovery())
            + " comes back.");
    add(
        "Accounts of one owner with the same assets on either side and debts of the same whole"
            + " percent are one; one with several assets is sold asset by asset. What accounts that"
            + " owe withdraw does not bring them nearer to their limit.");
    if (Positions.accounts(book).stream().anyMatch(MarginAccounts::isExempt)) {
      add(
          "An exempt account is sold only when its owner has less than it owes. One that owes more"
              + " than it owns at the start is not sold at all, and counts as what stands on it.");
    }
  }

  private void addOmissions() {
    SortedSet<String> own = OwnTokens.of(book);
    if (!own.isEmpty()) {
      add(
          "The price of an own token ("
              + Wording.list(List.copyOf(own))
              + ") does not fall when its issuer fails, which flatters every figure here. What is"
              + " left without it is seen with --shock.",
          "--shock");
    }
    if (!book.elsewhere().isEmpty()) {
      add("Nobody but the parties above sells: what others hold stays where it is.");
    }
    add(
        "Insolvent means at the prices of the day, own tokens included. Who cannot pay is wound up"
            + " that day, and does not become insolvent later.");
  }

  private void addOpenFigures() {
    List<String> open = new ArrayList<>();
    book.assets().stream()
        .filter(asset -> isOpen(asset.price()))
        .forEach(asset -> open.add("price of " + asset.id()));
    Positions.accounts(book)
        .forEach(account ->
            addOpen(open, "balance of " + account.id(), account.exposure(book.currency())));
    for (Loan loan : book.loans()) {
      if (isOpen(loan.principal())) {
        open.add("principal of " + loan.id());
      }
      addOpen(open, "collateral of " + loan.id(), loan.collateral());
    }
    book.custody().stream()
        .filter(custody -> isOpen(custody.quantity()))
        .forEach(custody -> open.add(custody.asset() + " at " + custody.location()));
    book.elsewhere().stream()
        .filter(elsewhere -> isOpen(elsewhere.quantity()))
        .forEach(elsewhere -> open.add(elsewhere.asset() + " of " + elsewhere.party()));
    if (!open.isEmpty()) {
      add(
          "Nothing bounds the "
              + Wording.list(open)
              + " on one side, and infinity cannot be simulated: both ends take the other side.");
    }
  }

  private static void addOpen(List<String> open, String what, SortedMap<String, Figure> basket) {
    basket.forEach((asset, figure) -> {
      if (isOpen(figure)) {
        open.add(what + " in " + asset);
      }
    });
  }

  private static boolean isOpen(Figure figure) {
    Interval value = figure.value();
    return value.low() == null || value.high() == null;
  }

  private void add(String sentence) {
    add(sentence, "");
  }

  private void add(String sentence, String option) {
    premises.add(new Premise(sentence, option));
  }

  private static String range(double low, double high) {
    String from = percent(low);
    String to = percent(high);
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String percent(double part) {
    return Wording.percent(rounded(part));
  }

  private static String number(double value) {
    return Wording.number(rounded(value));
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(Double.toString(value)).round(DIGITS);
  }
}
