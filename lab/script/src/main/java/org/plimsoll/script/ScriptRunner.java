package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.mirror.BookExport;
import org.plimsoll.mirror.PictureProjection;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.Request;
import org.plimsoll.script.Step.Ask;
import org.plimsoll.script.Step.ExpectBook;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.units.Invariant;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// Runs a script on a venue of its own, by the way that a client's bytes go: every command is
/// encoded and dispatched, and what the script looks at is folded from the events.
public final class ScriptRunner {
  private static final int CLIENT = 0;

  private final Script script;
  private final BookShelf shelf;
  private final Damage damage;
  private final PictureProjection mirror = new PictureProjection();
  private final List<Event> answer = new ArrayList<>();
  private final List<TradeExecuted> trades = new ArrayList<>();
  private final List<LossBorne> losses = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final CommandEncoder encoder = new CommandEncoder();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final Venue venue = new Venue(Limits.DEFAULT, new EventRecorder(this::hear));
  private long clientSequence;

  private ScriptRunner(Script script, BookShelf shelf) {
    this.script = script;
    this.shelf = shelf;
    this.damage = new Damage(script.surroundings());
  }

  /// Runs `script` to its end, whatever it finds on the way.
  ///
  /// @param shelf where expected books come from
  public static ScriptRun run(Script script, BookShelf shelf) {
    return new ScriptRunner(script, shelf).run();
  }

  private ScriptRun run() {
    for (Step step : script.steps()) {
      switch (step) {
        case Ask ask -> ask(ask);
        case ExpectTable table -> findings.add(compare(table));
        case ExpectBook book -> findings.add(compare(book));
      }
    }
    VenuePicture picture = mirror.picture();
    Invariant.check(
        picture.equals(VenuePicture.of(venue.view())), "the mirror shows what the venue is");
    return new ScriptRun(
        List.copyOf(findings),
        picture,
        BookExport.of(picture, script.surroundings()),
        venue.view().stateHash());
  }

  private void hear(Event event) {
    mirror.accept(event);
    damage.hear(event);
    answer.add(event);
    if (event instanceof TradeExecuted trade) {
      trades.add(trade);
    }
    if (event instanceof LossBorne loss) {
      losses.add(loss);
    }
  }

  private void ask(Ask ask) {
    answer.clear();
    new Request(CLIENT, ++clientSequence, ask.command()).deliverTo(encoder);
    DecodeResult result = dispatcher.dispatch(encoder.bytes(), 0, encoder.length(), venue);
    Invariant.check(result == DecodeResult.OK, "what the encoder writes can be read");
    Optional<CommandRefused> refused =
        answer.stream()
            .filter(CommandRefused.class::isInstance)
            .map(CommandRefused.class::cast)
            .findFirst();
    if (!refused.map(CommandRefused::reason).equals(ask.refusal())) {
      findings.add(surprise(ask, refused));
    }
  }

  private static Finding surprise(Ask ask, Optional<CommandRefused> refused) {
    String expected = ask.refusal().map(reason -> "refused " + reason).orElse("applied");
    String found =
        refused
            .map(r ->
                "refused "
                    + r.reason()
                    + " (required "
                    + r.required()
                    + ", available "
                    + r.available()
                    + ")")
            .orElse("applied");
    return new Finding(
        ask.line(),
        "command",
        false,
        List.of(ask.command().toString(), "expected: " + expected, "found:    " + found));
  }

  private Finding compare(ExpectTable expected) {
    String title = title(expected.subject());
    try {
      Tables tables = new Tables(mirror.picture(), script.names(), trades, losses, damage);
      List<List<String>> actual = tables.actual(expected);
      boolean holds =
          actual.equals(expected.rows().stream().map(ScriptRunner::plainCells).toList());
      if (expected.subject() instanceof Step.Subject.Trades) {
        trades.clear();
      }
      if (expected.subject() instanceof Step.Subject.Losses) {
        losses.clear();
      }
      return new Finding(
          expected.line(), title, holds, holds ? List.of() : lines(expected.header(), actual));
    } catch (ScriptMistake mistake) {
      return new Finding(expected.line(), title, false, List.of(mistake.sentence()));
    }
  }

  private Finding compare(ExpectBook expected) {
    Book actual = BookExport.of(mirror.picture(), script.surroundings());
    String title = "book " + expected.name();
    Optional<Book> book = shelf.find(expected.name());
    if (book.isEmpty()) {
      return new Finding(
          expected.line(), title, false, List.of("there is no book '" + expected.name() + "'"));
    }
    List<String> differences = BookDifference.between(book.get(), actual);
    return new Finding(expected.line(), title, differences.isEmpty(), differences);
  }

  private static String title(Step.Subject subject) {
    return switch (subject) {
      case Step.Subject.Sums _ -> "sums";
      case Step.Subject.Balances _ -> "balances";
      case Step.Subject.Holdings _ -> "custody";
      case Step.Subject.Withdrawals _ -> "withdrawals";
      case Step.Subject.Quotes _ -> "quotes";
      case Step.Subject.Privileges _ -> "privileges";
      case Step.Subject.Lending _ -> "lending";
      case Step.Subject.Orders _ -> "orders";
      case Step.Subject.Trades _ -> "trades";
      case Step.Subject.Own _ -> "own";
      case Step.Subject.Positions _ -> "positions";
      case Step.Subject.Prices _ -> "prices";
      case Step.Subject.Stages _ -> "stages";
      case Step.Subject.Losses _ -> "losses";
      case Step.Subject.Damage _ -> "damage";
      case Step.Subject.Fees _ -> "fees";
      case Step.Subject.Token _ -> "exchange-token";
      case Step.Subject.Stakes _ -> "stakes";
      case Step.Subject.Tokens _ -> "tokens";
    };
  }

  /// Cells as the venue writes them: digits are not grouped.
  private static List<String> plainCells(Row row) {
    return row.cells().stream().map(cell -> cell.replace(",", "")).toList();
  }

  private static List<String> lines(List<String> header, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add("found: | " + String.join(" | ", header) + " |");
    rows.forEach(row -> lines.add("       | " + String.join(" | ", row) + " |"));
    return lines;
  }
}
