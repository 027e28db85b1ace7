package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.limits.CollateralLimit;
import org.plimsoll.solvency.limits.CollateralLimit.Priced;
import org.plimsoll.solvency.limits.CollateralLimit.Tied;
import org.plimsoll.solvency.limits.CollateralLimit.Unknown;
import org.plimsoll.solvency.limits.Limits;
import org.plimsoll.solvency.limits.PriceFall;

/// Recommended weights, caps and fund, with the reason for each.
public final class LimitsSections {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final MathContext AT_MOST = new MathContext(3, RoundingMode.CEILING);
  private static final int NAMED_MAX = 5;

  private final Limits limits;
  private final String unit;

  private LimitsSections(Limits limits, String unit) {
    this.limits = limits;
    this.unit = unit;
  }

  /// Returns the sections.
  ///
  /// @param unit of all amounts
  public static List<Section> of(Limits limits, String unit) {
    return List.of(new LimitsSections(limits, unit).section());
  }

  /// Returns why each limit is what it is, a sentence or more for each collateral.
  ///
  /// @param unit of all amounts
  public static List<String> reasons(Limits limits, String unit) {
    LimitsSections sections = new LimitsSections(limits, unit);
    List<String> reasons = new ArrayList<>(sections.summary());
    reasons.addAll(sections.reasons());
    return reasons;
  }

  private Section section() {
    List<String> sentences = new ArrayList<>(summary());
    sentences.addAll(toDo());
    sentences.addAll(reasons());
    return new Section(
        "limits",
        "What may be lent",
        sentences,
        List.of(table().table(), inputs().table()),
        List.of());
  }

  private Rows table() {
    Rows rows = new Rows("limits");
    for (CollateralLimit limit : limits.collaterals()) {
      rows.text("collateral", limit.asset())
          .number("initial_weight", limit.weights().initial())
          .number("weight", limit.weights().total())
          .number("size_factor", limit.weights().imfFactor())
          .number("cap", limit.cap())
          .range("pledged_today", limit.today())
          .end();
    }
    return rows;
  }

  private Rows inputs() {
    Rows rows = new Rows("limits_inputs");
    for (CollateralLimit limit : limits.collaterals()) {
      if (limit.ground() instanceof Priced priced) {
        rows.text("collateral", limit.asset())
            .model("daily_volatility", priced.volatility())
            .model("fall", priced.fall().atConfidence())
            .model("sellable", priced.sellable())
            .model("load_line", priced.line())
            .model("budget", priced.share())
            .model("loss_at_confidence", priced.atConfidence())
            .model("mean_loss_beyond", priced.beyond())
            .end();
      }
    }
    return rows;
  }

  private List<String> summary() {
    List<String> sentences = new ArrayList<>();
    String sure = Wording.percent(limits.budget().confidence());
    boolean isAny = limits.collaterals().stream().anyMatch(CollateralLimit::isEligible);
    if (!isAny) {
      sentences.add(
          "Nothing but "
              + unit
              + " can be lent against: no other asset has the figures that a limit"
              + " needs, or none that can be relied on.");
      return sentences;
    }
    sentences.add(
        "With these weights and caps, all used in full, the loss in "
            + days(limits.budget().days())
            + " is at most "
            + Wording.number(
                new BigDecimal(Double.toString(limits.lossAtConfidence())).round(AT_MOST))
            + " "
            + unit
            + " at "
            + sure
            + " confidence; "
            + Wording.number(limits.budget().amount())
            + " "
            + unit
            + " were allowed.");
    sentences.add(
        "Insurance fund: "
            + Wording.number(limits.fund())
            + " "
            + unit
            + ", the mean of the losses beyond that confidence, all prices falling together.");
    return sentences;
  }

  /// What must change for the limits to hold.
  private List<String> toDo() {
    List<String> sentences = new ArrayList<>();
    List<String> beyond =
        limits.collaterals().stream()
            .filter(limit -> isBeyond(limit.today().high(), limit.cap()))
            .map(limit -> limit.asset() + " (" + Wording.range(limit.today()) + ")")
            .toList();
    if (!beyond.isEmpty()) {
      sentences.add(
          "More is pledged today than these caps allow, or may be: " + Wording.list(beyond) + ".");
    }
    if (!limits.exempt().isEmpty()) {
      List<String> exempt = limits.exempt();
      sentences.add(
          "No limit binds an account that is exempt; today that is "
              + (exempt.size() <= NAMED_MAX ? Wording.list(exempt) : exempt.size() + " accounts")
              + ". The policy ends every exemption.");
    }
    return sentences;
  }

  private static boolean isBeyond(@Nullable BigDecimal most, BigDecimal cap) {
    return most == null || most.compareTo(cap) > 0;
  }

  /// What can be lent against first, what cannot be told last and together.
  private List<String> reasons() {
    List<String> priced = new ArrayList<>();
    List<String> tied = new ArrayList<>();
    Map<List<String>, List<String>> unknown = new LinkedHashMap<>();
    for (CollateralLimit limit : limits.collaterals()) {
      switch (limit.ground()) {
        case Priced ground -> priced.add(limit.asset() + ": " + priced(limit, ground));
        case Tied ground -> tied.add(limit.asset() + ": " + tied(ground));
        case Unknown(List<String> missing) ->
            unknown.computeIfAbsent(missing, _ -> new ArrayList<>()).add(limit.asset());
      }
    }
    List<String> reasons = new ArrayList<>(priced);
    reasons.addAll(tied);
    unknown.forEach((missing, assets) ->
        reasons.add(
            Wording.list(assets)
                + ": weight 0, cap 0: unknown. The book does not tell "
                + String.join(", nor ", missing)
                + "."));
    return reasons;
  }

  private static String tied(Tied ground) {
    return "weight 0, cap 0. It is issued by "
        + ground.issuer()
        + switch (ground.tie()) {
          case SUBJECT -> " itself";
          case RELATED -> ", which stands or falls with the book's subject";
          case BORROWER -> ", which borrows here";
        }
        + ": it is worth nothing in the failure in which it would be needed.";
  }

  private String priced(CollateralLimit limit, Priced priced) {
    if (priced.line() == 0 || !limit.isEligible()) {
      return "weight 0, cap 0. "
          + (priced.elsewhere() > 0
              ? "Others have lent "
                  + amount(priced.elsewhere())
                  + " against it, all that its market carries."
              : "A fall of "
                  + part(priced.fallWithNotice().atConfidence())
                  + " or the budget leaves nothing to lend on.");
    }
    return weight(limit, priced) + " " + cap(limit, priced);
  }

  private String weight(CollateralLimit limit, Priced priced) {
    PriceFall fall = priced.fall();
    return "weight "
        + Wording.number(limit.weights().total())
        + " = (1 - "
        + share(fall.atConfidence())
        + ") (1 - "
        + share(Limits.SALE_ALLOWANCE)
        + "), rounded down: it moves "
        + part(priced.volatility())
        + " a day, falls up to "
        + part(fall.fatTail())
        + " while it is sold, "
        + part(fall.givenDefault())
        + " where its borrower fails with it at a correlation of "
        + PriceFall.CORRELATION
        + ", and the sale may cost "
        + part(Limits.SALE_ALLOWANCE)
        + ". Initial "
        + Wording.number(limit.weights().initial())
        + ", the same with twice the time.";
  }

  private String cap(CollateralLimit limit, Priced priced) {
    double lineCap = priced.line() / limit.weights().total().doubleValue();
    return "Cap "
        + Wording.number(limit.cap())
        + " "
        + unit
        + ": "
        + amount(priced.sellable())
        + " can be sold in "
        + days(limits.budget().days())
        + ", and by the "
        + priced.binding().words()
        + " it carries "
        + amount(priced.line())
        + " of debt"
        + (priced.elsewhere() > 0
            ? " beyond the " + amount(priced.elsewhere()) + " that others have lent"
            : "")
        + ", "
        + amount(lineCap)
        + " of collateral"
        + (priced.isAtLine()
            ? "; the market decides."
            : ", but the budget leaves it a loss of "
                + amount(priced.share())
                + ", which decides.");
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private String amount(double value) {
    return Wording.number(rounded(value)) + " " + unit;
  }

  private static String part(double value) {
    return Wording.percent(rounded(value));
  }

  private static String share(double value) {
    return Wording.number(rounded(value));
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(Double.toString(value)).round(DIGITS);
  }
}
