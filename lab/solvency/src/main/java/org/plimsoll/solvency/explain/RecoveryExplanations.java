package org.plimsoll.solvency.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;

/// Explains what creditors get back.
final class RecoveryExplanations {
  private static final String COVERED =
      "Equity cannot be negative, so everybody is paid in full whatever the parts may be.";

  private final Assessment assessment;
  private final BookEntries atMark;
  private final BookEntries bare;
  private final FigureList figures;

  RecoveryExplanations(Assessment assessment) {
    Book book = assessment.book();
    this.assessment = assessment;
    this.atMark = new BookEntries(book);
    this.bare = new BookEntries(Shock.withoutOwnTokens(book).applyTo(book));
    this.figures = new FigureList(book.currency());
  }

  List<ExplainedFigure> figures() {
    addNet("recovery.net-claims", "Of net claims", assessment.recoveries().netClaims(), atMark);
    addNet(
        "recovery.net-claims-without-own-token",
        "Of net claims, without own tokens",
        assessment.recoveries().netClaimsWithoutOwnToken(),
        bare);
    figures.quotient(
        "recovery.commingled",
        "Of gross claims, commingled",
        assessment.recoveries().commingled(),
        Definition.COMMINGLED,
        () -> commingled(_ -> true));
    figures.quotient(
        "recovery.commingled-without-own-token",
        "Of gross claims, commingled, without own tokens",
        assessment.recoveries().commingledWithoutOwnToken(),
        Definition.COMMINGLED_WITHOUT_OWN_TOKEN,
        () -> commingled(asset -> !assessment.ownTokens().contains(asset)));
    assessment.recoveries().commingling().ifPresent(this::addCommingling);
    return figures.figures();
  }

  private void addNet(String id, String title, Optional<RatioRange> value, BookEntries entries) {
    figures.quotient(
        id,
        title,
        value,
        Definition.NET_CLAIMS,
        () -> {
          Derivation.Quotient quotient =
              new Derivation.Quotient(
                  sum("everything it has", entries.assets()),
                  sum("everything it owes, net", entries.owed()),
                  true);
          return quotient.value().equals(value)
              ? quotient
              : new Derivation.Narrower(quotient, COVERED);
        });
  }

  private Derivation.Quotient commingled(Predicate<String> assets) {
    return new Derivation.Quotient(
        sum("on hand", atMark.held(assets)),
        sum("owed to accounts, gross", atMark.grossClaims(assets)),
        true);
  }

  private void addCommingling(Commingling commingling) {
    for (Commingling.Transfer transfer : commingling.transfers()) {
      addTransfer("commingling." + transfer.asset(), transfer);
    }
    figures.add(
        "commingling.surplus-change",
        "Surplus gained by commingling",
        money(commingling.surplusChange()),
        Definition.SURPLUS_CHANGE,
        () ->
            new Derivation.Others(
                commingling.transfers().stream()
                    .map(transfer -> "commingling." + transfer.asset() + ".gain")
                    .toList()));
  }

  private void addTransfer(String id, Commingling.Transfer transfer) {
    String asset = transfer.asset();
    figures.add(
        id + ".segregated",
        "Claimants of " + asset + ", segregated",
        money(transfer.segregated()),
        Definition.SEGREGATED_VALUE,
        () -> smaller(held(asset), owed(asset)));
    figures.add(
        id + ".commingled",
        "Claimants of " + asset + ", commingled",
        money(transfer.commingled()),
        Definition.COMMINGLED_VALUE,
        () -> new Derivation.PartOf(owed(asset), commingled(_ -> true)));
    figures.add(
        id + ".gain",
        "Claimants of " + asset + ", gain or loss",
        money(transfer.gain()),
        Definition.COMMINGLING_GAIN,
        () -> new Derivation.Others(List.of(id + ".commingled", id + ".segregated")));
  }

  private Derivation.Sum held(String asset) {
    return sum("on hand, which is the smaller", atMark.held(asset::equals));
  }

  private Derivation.Sum owed(String asset) {
    return sum("owed to accounts", atMark.grossClaims(asset::equals));
  }

  /// The transfers exist only where both are exact.
  private static Derivation.Sum smaller(Derivation.Sum held, Derivation.Sum owed) {
    return held.lowest().compareTo(owed.lowest()) < 0 ? held : owed;
  }

  private Amount money(Ratio value) {
    return new Amount.Fraction(RatioRange.exactly(value), assessment.book().currency());
  }

  private static Derivation.Sum sum(String title, List<Entry> entries) {
    return new Derivation.Sum(title, entries).withoutZeros();
  }
}
