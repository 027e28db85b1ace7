package org.plimsoll.ecosystem.agent.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.solvency.loadline.Pledge;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Reads the load line of a collateral off the venue's book: the debt that its market carries
/// within a horizon. It flags the first look at which more debt leans on it, loans outside
/// included.
///
/// Where it acts, only so much of the collateral counts from then on as the line leaves beside the
/// loans outside, and whoever could owe beyond all collateral no longer may. That binds what is
/// new: nobody is made to sell, since maintenance knows no caps. What nobody owes against has no
/// line yet.
public final class LoadLineDesk implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "load-line-desk",
          "Compares the debt that leans on a collateral with what its market carries, and caps what"
              + " counts where it acts.",
          Terms.class,
          LoadLineDesk::new);

  private static final double DAY_NS = 86_400e9;

  /// Quotes are pulled at a tick: by then they stand again.
  private static final long AFTER_TICK_NS = 1_800_000_000_000L;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final Chronicle chronicle;
  private final Appraiser appraiser;
  private final RiskOrders orders;
  private final int asset;
  private boolean isOver;

  /// What it is asked for.
  ///
  /// @param collateral whose load it watches
  /// @param days within which all that secures debts must be sold, from 1
  /// @param everyDays from one look to the next, positive
  /// @param takesBack accounts whose credit lines it takes back once the load is over its line: a
  ///   line of 65 bn is no load line
  /// @param acts whether it does, and caps; it flags either way
  public record Terms(
      String collateral, int days, double everyDays, List<String> takesBack, boolean acts) {
    /// Takes a copy and checks the bounds.
    public Terms {
      takesBack = List.copyOf(takesBack);
      if (days < 1) {
        throw new IllegalArgumentException("days: from 1");
      }
      if (!(everyDays > 0)) {
        throw new IllegalArgumentException("every-days: above 0");
      }
    }
  }

  LoadLineDesk(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    chronicle = setting.economy().chronicle();
    appraiser = new Appraiser(setting.economy().ledger(), setting.economy().prices());
    orders =
        new RiskOrders(
            setting.economy().exchange(),
            terms.takesBack().stream().map(setting::terminal).toList(),
            "load-line");
    asset = setting.instrument(terms.collateral());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(alarm.nowNs() + AFTER_TICK_NS);
  }

  @Override
  public void wake(long nowNs) {
    Book book = setting.venueBook();
    LoadLines.of(book, terms.days()).stream()
        .filter(load -> load.asset().equals(terms.collateral()))
        .findFirst()
        .ifPresent(load -> look(nowNs, book, load));
    alarm.at(nowNs + (long) (terms.everyDays() * DAY_NS));
  }

  private void look(long nowNs, Book book, CollateralLoad load) {
    double line = load.deciding().map(ModelLine::low).orElse(0.0);
    boolean wasOver = isOver;
    isOver |= careful(load.debt()) > line;
    if (isOver && !wasOver) {
      String text = "More debt leans on " + terms.collateral() + " than its market carries.";
      chronicle.add(new Flag(nowNs, "control", text, Optional.empty()));
    }
    if (terms.acts()) {
      enforce(StrictMath.max(0, line - outside(book, load.pledges())));
    }
  }

  /// @param left what the line leaves the venue to lend, in the unit of account
  private void enforce(double left) {
    orders.capCollateral(asset, appraiser.amountFor(asset, appraiser.money(left)));
    if (isOver) {
      orders.takeLinesBack();
    }
  }

  /// Returns how much of what leans on it others have lent.
  private static double outside(Book book, Collection<Pledge> pledges) {
    List<String> loans = book.loans().stream().map(Loan::id).toList();
    return pledges.stream()
        .filter(pledge -> loans.contains(pledge.name()))
        .mapToDouble(pledge -> careful(pledge.leaning()))
        .sum();
  }

  private static double careful(Interval debt) {
    return Corner.CAREFUL.ofLessIsBetter(debt);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(isOver ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    isOver = source.flag();
  }
}
