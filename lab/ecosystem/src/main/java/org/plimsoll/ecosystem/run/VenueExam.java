package org.plimsoll.ecosystem.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.kernel.Simulation.InstantWatcher;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookWriter;

/// Assesses the venue's book day by day, as a run goes by: exactly, with its own token at zero.
/// Nobody in the economy sees what it finds, and it changes nothing.
final class VenueExam implements InstantWatcher {
  private static final long DAY_NS = Duration.ofDays(1).toNanos();

  /// A short scenario is looked at so often, too.
  private static final long LOOKS = 400;

  /// Kinds of flags that a control raises; what outsiders or the public see is none.
  private static final List<String> CONTROLS = List.of("control", "alarm");

  static final String HALT = "halt";

  private final Scenario scenario;
  private final Roster roster;
  private final Setting setting;
  private final long everyNs;
  private long dueNs;
  private Optional<Long> firstInsolventNs = Optional.empty();
  private Optional<Book> bookAtHalt = Optional.empty();
  private Optional<Book> firstInsolventBook = Optional.empty();
  private int flagsSeen;

  VenueExam(Scenario scenario, Roster roster, Setting setting) {
    this.scenario = scenario;
    this.roster = roster;
    this.setting = setting;
    dueNs = Moments.ns(scenario.start());
    everyNs = Math.clamp((Moments.ns(scenario.until()) - dueNs) / LOOKS, 1, DAY_NS);
  }

  /// Goes on from what another examination of the same scenario has found.
  void takeOverFrom(VenueExam other) {
    dueNs = other.dueNs;
    firstInsolventNs = other.firstInsolventNs;
    firstInsolventBook = other.firstInsolventBook;
    bookAtHalt = other.bookAtHalt;
    flagsSeen = other.flagsSeen;
  }

  @Override
  public void afterInstant(long nowNs) {
    if (setting.economy().chronicle().count() > flagsSeen) {
      flagsSeen = setting.economy().chronicle().count();
      keepAtHalt();
    }
    if (nowNs < dueNs || firstInsolventNs.isPresent()) {
      return;
    }
    dueNs = nowNs - Math.floorMod(nowNs - dueNs, everyNs) + everyNs;
    Book book = book();
    if (Answer.isNegative(equity(book).total()) == Answer.YES) {
      firstInsolventNs = Optional.of(nowNs);
      firstInsolventBook = Optional.of(book);
    }
  }

  private void keepAtHalt() {
    List<Flag> flags = setting.economy().chronicle().flags();
    if (bookAtHalt.isEmpty() && flags.stream().anyMatch(flag -> flag.kind().equals(HALT))) {
      bookAtHalt = Optional.of(book());
    }
  }

  /// Returns the book of the instant at which withdrawals stopped.
  Optional<Book> bookAtHalt() {
    return bookAtHalt;
  }

  /// Returns when the venue was first found insolvent without its own token.
  Optional<Long> firstInsolventNs() {
    return firstInsolventNs;
  }

  /// Returns the books that were kept and the one of now as files, by the names of the files: the
  /// day, and what happened then.
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    firstInsolventBook.ifPresent(book -> files.put(day(book) + "-first-insolvent", text(book)));
    bookAtHalt.ifPresent(book -> files.put(day(book) + "-halt", text(book)));
    Book end = book();
    files.put(day(end) + "-end", text(end));
    return files;
  }

  private static String day(Book book) {
    return book.asOf().substring(0, "2022-11-06".length());
  }

  private static String text(Book book) {
    return BookWriter.write(book);
  }

  /// Returns the venue's book as it is now.
  Book book() {
    return VenueBook.of(scenario, roster, setting);
  }

  /// Returns the equity of a venue with its own token worth nothing.
  private static Equity equity(Book book) {
    return Equity.of(Shock.withoutOwnTokens(book).applyTo(book));
  }

  /// Returns what has become of the venue by now.
  SwitchRow row(List<String> switches, List<Flag> flags) {
    Optional<VenueCover> cover = VenueCover.of(equity(book()));
    return new SwitchRow(
        switches,
        cover.map(found -> -found.total().doubleValue()).orElse(Double.NaN),
        cover.map(VenueCover::recovery).orElse(Double.NaN),
        firstInsolventNs,
        first(flags, CONTROLS),
        first(flags, List.of(HALT)));
  }

  private static Optional<Long> first(List<Flag> flags, List<String> kinds) {
    return flags.stream()
        .filter(flag -> kinds.contains(flag.kind()))
        .map(Flag::timeNs)
        .min(Long::compare);
  }
}
