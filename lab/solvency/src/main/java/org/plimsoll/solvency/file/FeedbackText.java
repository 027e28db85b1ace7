package org.plimsoll.solvency.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Yaml;

/// Writes how the price of an asset acts on itself, in its canonical spelling.
final class FeedbackText {
  private FeedbackText() {}

  static void addTo(StringJoiner asset, Feedback feedback) {
    feedback.ownToken().ifPresent(told -> asset.add("own-token: " + ownToken(told)));
    feedback.emission().ifPresent(told -> asset.add("emission: " + emission(told)));
    feedback.run().ifPresent(told -> asset.add("run: " + run(told)));
    if (!feedback.leveragedTokens().isEmpty()) {
      StringJoiner tokens = new StringJoiner(", ", "leveraged-tokens: [", "]");
      feedback.leveragedTokens().forEach(token -> tokens.add(leveraged(token)));
      asset.add(tokens.toString());
    }
  }

  private static String ownToken(Feedback.OwnToken told) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("supply", told.supply());
    figures.put("independent-value", told.independentValue());
    figures.put("per-equity", told.perEquity());
    return entry(Yaml.mapping(), figures, BookWriter.QUANTITY);
  }

  private static String emission(Feedback.Emission told) {
    StringJoiner entry = Yaml.mapping();
    told.supporter().ifPresent(party -> entry.add("supporter: " + Yaml.text(party)));
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("per-day", told.perDay());
    figures.put("inflow", told.inflow());
    return entry(entry, figures, BookWriter.QUANTITY);
  }

  private static String run(Feedback.Run told) {
    String source = BookWriter.shared(List.of(told.base(), told.sensitivity(), told.sold()));
    StringJoiner entry = Yaml.mapping();
    entry.add("base: " + FigureText.of(told.base(), BookWriter.SHARE, source));
    entry.add("sensitivity: " + FigureText.of(told.sensitivity(), BookWriter.QUANTITY, source));
    entry.add("sold: " + FigureText.of(told.sold(), BookWriter.SHARE, source));
    return BookWriter.withSource(entry, source);
  }

  private static String leveraged(Feedback.LeveragedToken token) {
    StringJoiner entry = Yaml.mapping();
    entry.add("name: " + Yaml.text(token.name()));
    entry.add("leverage: " + Yaml.number(token.leverage()));
    return entry(entry, Map.of("net-asset-value", token.netAssetValue()), BookWriter.QUANTITY);
  }

  private static String entry(StringJoiner entry, Map<String, Figure> figures, Interval range) {
    String source = BookWriter.shared(List.copyOf(figures.values()));
    figures.forEach((key, figure) -> entry.add(key + ": " + FigureText.of(figure, range, source)));
    return BookWriter.withSource(entry, source);
  }
}
