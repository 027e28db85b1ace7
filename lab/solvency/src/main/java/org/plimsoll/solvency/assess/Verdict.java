package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// The answers to the three questions, and the words for them.
final class Verdict {
  private final Book book;
  private final SortedSet<String> ownTokens;
  private final List<AssetRow> rows;
  private final Interval atMark;
  private final Interval withoutOwnToken;
  private final Liquidity liquidity;

  private Verdict(
      Book book, List<AssetRow> rows, Equity atMark, Equity withoutOwnToken, Liquidity liquidity) {
    this.book = book;
    this.ownTokens = OwnTokens.of(book);
    this.rows = rows;
    this.atMark = atMark.total();
    this.withoutOwnToken = withoutOwnToken.total();
    this.liquidity = liquidity;
  }

  static Verdict of(
      Book book, List<AssetRow> rows, Equity atMark, Equity withoutOwnToken, Liquidity liquidity) {
    return new Verdict(book, rows, atMark, withoutOwnToken, liquidity);
  }

  /// Returns whether no asset has a negative matched gap.
  Answer booksBalance() {
    if (rows.stream().anyMatch(row -> Answer.isNegative(row.matchedGap()) == Answer.YES)) {
      return Answer.NO;
    }
    boolean certain =
        rows.stream().allMatch(row -> Answer.isNegative(row.matchedGap()) == Answer.NO);
    return certain ? Answer.YES : Answer.UNKNOWN;
  }

  List<Finding> findings() {
    return List.of(
        new Finding(Question.INSOLVENT_AT_MARK, answer(atMark), atMark, atMarkSentence()),
        new Finding(
            Question.INSOLVENT_WITHOUT_OWN_TOKEN,
            answer(withoutOwnToken),
            withoutOwnToken,
            withoutOwnTokenSentence()),
        new Finding(
            Question.UNABLE_TO_PAY,
            answer(liquidity.surplus()),
            liquidity.surplus(),
            liquiditySentence()));
  }

  /// Returns the verdict in one to three sentences: whether the books balance and the first bad
  /// answer, then the other bad ones. An answer that the book leaves open comes before all else.
  String headline() {
    List<String> sentences = new ArrayList<>();
    if (answer(atMark) == Answer.UNKNOWN) {
      sentences.add(
          "The book cannot tell whether "
              + book.subject()
              + " is solvent: at mark its equity is "
              + money(atMark)
              + ".");
    }
    List<String> clauses = clauses();
    String subject = book.subject();
    if (sentences.isEmpty()) {
      String first =
          clauses.isEmpty() ? subject + " is sound: " + soundness() : clauses.removeFirst();
      sentences.add(capitalized(balanceLead() + first) + ".");
    }
    clauses.forEach(clause -> sentences.add(capitalized(clause) + "."));
    return String.join(" ", sentences);
  }

  private List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    String subject = book.subject();
    if (answer(atMark) == Answer.YES) {
      clauses.add(subject + " is insolvent: at mark it lacks " + money(atMark.negate()));
    }
    if (!ownTokens.isEmpty()) {
      switch (answer(withoutOwnToken)) {
        case YES ->
            clauses.add(
                "without "
                    + tokens()
                    + " "
                    + subject
                    + " lacks "
                    + money(withoutOwnToken.negate()));
        case UNKNOWN ->
            clauses.add(
                "without "
                    + tokens()
                    + " the equity of "
                    + subject
                    + " is "
                    + money(withoutOwnToken)
                    + ", so the book cannot tell");
        case NO -> {}
      }
    }
    switch (answer(liquidity.surplus())) {
      case YES ->
          clauses.add(
              subject
                  + " cannot pay now: it lacks "
                  + money(liquidity.surplus().negate())
                  + " of the "
                  + money(liquidity.demandable())
                  + " that can be demanded");
      case UNKNOWN ->
          clauses.add(
              "the book cannot tell whether "
                  + subject
                  + " can pay now: it can obtain "
                  + money(liquidity.obtainable())
                  + ", and "
                  + money(liquidity.demandable())
                  + " can be demanded");
      case NO -> {}
    }
    return clauses;
  }

  /// A party without accounts has no books to balance against customers.
  private String balanceLead() {
    if (book.accounts().isEmpty()) {
      return "";
    }
    return switch (booksBalance()) {
      case YES -> "the books balance, and ";
      case NO -> "the books do not balance in " + Wording.list(unbalanced(Answer.YES)) + ", and ";
      case UNKNOWN ->
          "the book cannot tell whether the books balance in "
              + Wording.list(unbalanced(Answer.UNKNOWN))
              + ", and ";
    };
  }

  private List<String> unbalanced(Answer answer) {
    return rows.stream()
        .filter(row -> Answer.isNegative(row.matchedGap()) == answer)
        .map(AssetRow::asset)
        .toList();
  }

  private String soundness() {
    String equity = "equity at mark is " + money(atMark);
    String without =
        ownTokens.isEmpty() ? "" : ", without " + tokens() + " " + money(withoutOwnToken);
    return equity
        + without
        + "; it can obtain "
        + money(liquidity.obtainable())
        + " now, and "
        + money(liquidity.demandable())
        + " can be demanded";
  }

  private String atMarkSentence() {
    return switch (answer(atMark)) {
      case YES -> "At the book's prices it lacks " + money(atMark.negate()) + ".";
      case NO ->
          Bounds.isZero(atMark)
              ? "At the book's prices it has just what it owes: equity is 0."
              : "At the book's prices equity is " + money(atMark) + ".";
      case UNKNOWN -> "The book cannot tell: at its prices equity is " + money(atMark) + ".";
    };
  }

  private String withoutOwnTokenSentence() {
    if (ownTokens.isEmpty()) {
      return "No asset is its own paper, so equity stays " + money(withoutOwnToken) + ".";
    }
    return switch (answer(withoutOwnToken)) {
      case YES -> "Without " + tokens() + " it lacks " + money(withoutOwnToken.negate()) + ".";
      case NO -> "Without " + tokens() + " equity is " + money(withoutOwnToken) + ".";
      case UNKNOWN ->
          "The book cannot tell: without "
              + tokens()
              + " equity is "
              + money(withoutOwnToken)
              + ".";
    };
  }

  private String liquiditySentence() {
    String figures =
        "it can obtain "
            + money(liquidity.obtainable())
            + " now, and "
            + money(liquidity.demandable())
            + " can be demanded now.";
    return answer(liquidity.surplus()) == Answer.UNKNOWN
        ? "The book cannot tell: " + figures
        : capitalized(figures);
  }

  private String tokens() {
    String noun = ownTokens.size() == 1 ? "its own token (" : "its own tokens (";
    return noun + Wording.list(List.copyOf(ownTokens)) + ")";
  }

  private String money(Interval interval) {
    return Wording.amount(interval, book.currency());
  }

  private static Answer answer(Interval figure) {
    return Answer.isNegative(figure);
  }

  private static String capitalized(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
