package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.spiral.OwnToken;
import org.plimsoll.solvency.spiral.OwnTokenPrices;

/// How the equity of a book's subject depends on the price of its own token.
///
/// Everything is known that the book tells of its subject; of another issuer it tells too little.
///
/// @param asset id of the token
/// @param price of one, as it stands
/// @param told how its market value follows the equity
/// @param constant equity that does not depend on its price
/// @param held tokens whose price the subject carries at every price, less those that it owes
/// @param tied accounts that can owe and loans whose worth goes with its price
public record TokenExposure(
    String asset,
    Interval price,
    Feedback.OwnToken told,
    Interval constant,
    Interval held,
    List<TiedDebt> tied) {
  /// Copies the list.
  public TokenExposure {
    tied = List.copyOf(tied);
  }

  /// Returns the exposures to the tokens whose value follows the equity of the subject, in the
  /// order of the book.
  public static List<TokenExposure> of(Book book) {
    return book.assets().stream().flatMap(asset -> of(book, asset).stream()).toList();
  }

  static Optional<TokenExposure> of(Book book, Asset asset) {
    return asset.issuer().filter(book.subject()::equals).isPresent()
        ? asset.feedback().ownToken().map(told -> new EquityParts(book, asset).exposure(told))
        : Optional.empty();
  }

  /// Returns the tokens by whose price equity falls when the price does, at the price as it stands.
  ///
  /// Whoever is under water carries no price of his collateral any more: the subject does. Infinite
  /// at the careful end where the book sets no limit to them.
  public double carried(Corner corner) {
    double tokens =
        corner.opposite().ofSigned(held)
            + tied.stream().mapToDouble(debt -> debt.carried(mark(corner), corner)).sum();
    return orUnlimited(tokens, corner);
  }

  /// What one account or loan adds to the tokens whose price the subject carries: `slope + lost *
  /// collateral`.
  ///
  /// @param name of the loan or the account; empty for what the subject has and owes in any case
  /// @param slope tokens of a claim or a debt in the token itself
  /// @param lost the part of a shortfall that does not come back; 0 where there is none
  /// @param collateral tokens that secure it
  /// @param tokens what it adds; not finite where the book sets no limit
  public record Carried(String name, double slope, double lost, double collateral, double tokens) {}

  /// Returns what adds up to [#carried].
  public List<Carried> carriedBy(Corner corner) {
    List<Carried> parts = new ArrayList<>();
    double own = corner.opposite().ofSigned(held);
    parts.add(new Carried("", own, 0, 0, own));
    tied.forEach(debt -> parts.add(debt.carriedBy(mark(corner), corner)));
    return parts;
  }

  /// Returns the names of the debts of [#prices], in their order.
  public List<String> securedNames() {
    return tied.stream().map(TiedDebt::name).toList();
  }

  /// Returns the gain through the token, `phi h / N`; 0 where equity is not positive, since the
  /// token then has nothing left to lose by it.
  public double gain(Corner corner) {
    double tokens = carried(corner);
    return tokens <= 0 || equityToLose(corner) <= 0 ? 0 : valuePerEquity(corner) * tokens;
  }

  /// Returns the part of its price that the token loses with the equity of its issuer once the
  /// price has fallen to `part` of what it is, 0 to 1.
  ///
  /// It takes the price as it stands for justified, so that nothing is lost without a fall.
  double lostPart(double part, Corner corner) {
    double from = mark(corner);
    double lost =
        corner.opposite().ofSigned(held) * from * (1 - part)
            + tied.stream().mapToDouble(debt -> debt.lost(from, from * part, corner)).sum();
    double all = StrictMath.min(orUnlimited(lost, corner), equityToLose(corner));
    return all <= 0 || part >= 1 ? 0 : StrictMath.min(1, valuePerEquity(corner) * all / from);
  }

  /// The more equity there is, the more of its price the token can lose with it.
  private double equityToLose(Corner corner) {
    return equity(mark(corner.opposite()), corner.opposite());
  }

  /// Returns `phi / N`, the price of one token for each unit of equity.
  private double valuePerEquity(Corner corner) {
    double perEquity = corner.ofLessIsBetter(told.perEquity().value());
    return perEquity == 0 ? 0 : perEquity / corner.ofMoreIsBetter(told.supply().value());
  }

  /// Where two ends without a limit meet, nothing is known.
  private static double orUnlimited(double value, Corner corner) {
    double unlimited = corner == Corner.CAREFUL ? Double.POSITIVE_INFINITY : 0;
    return Double.isNaN(value) ? unlimited : value;
  }

  /// Returns equity at a price of the token; infinite, of either sign, where the book sets no limit
  /// to it.
  public double equity(double price, Corner corner) {
    double sum =
        corner.ofSigned(constant)
            + corner.ofSigned(held) * price
            + tied.stream().mapToDouble(debt -> debt.line(corner).worth(price)).sum();
    double unlimited =
        corner == Corner.CAREFUL ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return Double.isNaN(sum) ? unlimited : sum;
  }

  private double mark(Corner corner) {
    return corner.ofMoreIsBetter(price);
  }

  /// Returns the prices that justify themselves, at one end of the book's ranges; none where the
  /// book leaves the equity or the token's figures without a limit at that end.
  ///
  /// Each of them is at the careful end at most what it is at the favorable one, the tipping price
  /// at least: equity, and what it justifies, are lower there at every price.
  public Optional<OwnTokenPrices> prices(Corner corner) {
    List<TiedDebt.Line> lines = tied.stream().map(debt -> debt.line(corner)).toList();
    double supply = corner.ofLessIsBetter(told.supply().value());
    double alone = corner.ofMoreIsBetter(told.independentValue().value());
    double perEquity = corner.ofMoreIsBetter(told.perEquity().value());
    double free = corner.ofSigned(constant) + lines.stream().mapToDouble(TiedDebt.Line::base).sum();
    double tokens = corner.ofSigned(held) + lines.stream().mapToDouble(TiedDebt.Line::slope).sum();
    boolean isTold =
        supply > 0
            && DoubleStream.of(alone * supply, perEquity, free, tokens).allMatch(Double::isFinite)
            && lines.stream().allMatch(TiedDebt.Line::isFinite);
    return isTold
        ? Optional.of(
            new OwnTokenPrices(
                new OwnToken(alone * supply, perEquity, supply, free),
                tokens,
                lines.stream().map(TiedDebt.Line::secured).toList()))
        : Optional.empty();
  }
}
