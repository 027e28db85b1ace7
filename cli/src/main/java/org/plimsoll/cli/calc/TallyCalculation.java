package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.solvency.attribution.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `plimsoll calc tally`: where money came from against where it went.
@Command(
    name = "tally",
    description = {
      "Add up where money came from and where it went, item by item, in billions of US dollars, and"
          + " what is left open between the two. Exact.",
      "--list takes the uses that a post of 15 November 2022 stated for FTX and Alameda: story, or"
          + " postscript with what it adds. They are a statement, not a record."
    })
final class TallyCalculation extends Calculation {
  @Option(
      names = "--source",
      paramLabel = "BILLIONS@NAME",
      split = ",",
      converter = Told.Item.class,
      description = "Where money came from: 8.9@customers,7@lenders.")
  private List<Told<Tally.Item>> sources = List.of();

  @Option(
      names = "--use",
      paramLabel = "BILLIONS@NAME",
      split = ",",
      converter = Told.Item.class,
      description = "Where it went: 1.5@acquisitions,2@ventures.")
  private List<Told<Tally.Item>> uses = List.of();

  @Option(
      names = "--list",
      paramLabel = "NAME",
      converter = Stated.class,
      description = "Uses as somebody stated them: story or postscript; --use adds to them.")
  private Optional<Told<Tally>> stated = Optional.empty();

  /// Reads the name of a list of the library.
  static final class Stated implements ITypeConverter<Told<Tally>> {
    @Override
    public Told<Tally> convert(String text) {
      return new Told<>(
          text,
          switch (text) {
            case "story" -> Tally.STORY;
            case "postscript" -> Tally.STORY_WITH_POSTSCRIPT;
            default ->
                throw new TypeConversionException(
                    "expected story or postscript, not '" + text + "'");
          });
    }
  }

  @Override
  Answer answer() {
    if (sources.isEmpty() && uses.isEmpty() && stated.isEmpty()) {
      throw refused("give --source, --use or --list");
    }
    List<Tally.Item> used = new ArrayList<>();
    stated.ifPresent(list -> used.addAll(list.value().items()));
    used.addAll(Told.values(uses));
    Tally from = new Tally("sources", Told.values(sources));
    Tally to = new Tally("uses", used);
    Answer answer = new Answer().say(reading(from, to));
    add(answer, "source", from);
    add(answer, "use", to);
    if (!from.items().isEmpty() && !to.items().isEmpty()) {
      BigDecimal left = from.total().subtract(to.total());
      answer.exact("sources less uses", Unit.BILLIONS, left);
    }
    return answer;
  }

  private void add(Answer answer, String side, Tally tally) {
    SortedSet<String> named = new TreeSet<>();
    for (Tally.Item item : tally.items()) {
      if (!named.add(item.what())) {
        throw refused("`" + item.what() + "` is listed twice");
      }
      String name = side + " " + item.what().toLowerCase(Locale.ROOT);
      answer.exact(name, Unit.BILLIONS, item.billions());
    }
    if (!named.isEmpty()) {
      answer.exact(tally.name(), Unit.BILLIONS, tally.total());
    }
  }

  private static String reading(Tally from, Tally to) {
    if (from.items().isEmpty() || to.items().isEmpty()) {
      Tally listed = to.items().isEmpty() ? from : to;
      return "The items add up to " + Unit.BILLIONS.of(listed.total()) + " billion.";
    }
    BigDecimal left = from.total().subtract(to.total());
    return switch (left.signum()) {
      case 1 ->
          Unit.BILLIONS.of(left)
              + " billion that came in are in no item: still there, or used for what is not listed.";
      case -1 ->
          Unit.BILLIONS.of(left.negate())
              + " billion more went out than came in: a source is not listed.";
      default -> "What came in went out.";
    };
  }
}
