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
    String subject = book.subject();
    if (answer(atMark) == Answer.UNKNOWN) {
      String open =
          "the book cannot tell whether " + subject + " is solvent: at mark its equity is ";
      return sentences(open + money(atMark), clauses("it"));
    }
    List<String> clauses = clauses(subject);
    if (clauses.isEmpty()) {
      return sentences(balanceLead() + subject + " is sound: " + soundness(), List.of());
    }
    List<String> others = clauses("it");
    return sentences(balanceLead() + clauses.getFirst(), others.subList(1, others.size()));
  }

  private static String sentences(String first, List<String> others) {
    StringBuilder text = new StringBuilder(capitalized(first)).append('.');
    others.forEach(other -> text.append(' ').append(capitalized(other)).append('.'));
    return text.toString();
  }

  /// Returns what is bad or open, each in words that call the subject `name`.
  private List<String> clauses(String name) {
    List<String> clauses = new ArrayList<>();
    if (answer(atMark) == Answer.YES) {
      clauses.add(name + " is insolvent: at mark it lacks " + money(atMark.negate()));
    }
    if (!ownTokens.isEmpty()) {
      switch (answer(withoutOwnToken)) {
        case YES ->
            clauses.add(
                "without " + tokens() + " " + name + " lacks " + money(withoutOwnToken.negate()));
        case UNKNOWN ->
            clauses.add(
                "the book cannot tell whether "
                    + name
                    + " is solvent without "
                    + tokens()
                    + ": equity is then "
                    + money(withoutOwnToken));
        case NO -> {}
      }
    }
    switch (answer(liquidity.surplus())) {
      case YES ->
          clauses.add(
              name
                  + " cannot pay now: it lacks "
                  + money(liquidity.surplus().negate())
                  + " of the "
                  + money(liquidity.demandable())
                  + " that can be demanded");
      case UNKNOWN ->
          clauses.add(
              "the book cannot tell whether "
                  + name
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
      return "The book names no token as its own, so equity stays " + money(withoutOwnToken) + ".";
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
