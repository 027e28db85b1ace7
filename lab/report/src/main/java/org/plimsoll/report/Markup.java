package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Builds HTML. Text goes in through [#text] and attribute values are always escaped, so nothing
/// that a book says can become markup.
final class Markup {
  private final StringBuilder html = new StringBuilder();
  private final List<Heading> headings = new ArrayList<>();

  /// Opens an element; `attributes` are pairs of name and value.
  Markup open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
    html.append('>');
    return this;
  }

  Markup close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  /// Adds words, escaped.
  Markup text(String words) {
    html.append(escaped(words));
    return this;
  }

  /// Adds an element that holds nothing but words.
  Markup element(String tag, String words, String... attributes) {
    return open(tag, attributes).text(words).close(tag);
  }

  /// Adds text of the program's own, such as a style sheet, as it is.
  Markup verbatim(String own) {
    html.append(own);
    return this;
  }

  /// Adds a list of items.
  Markup list(List<String> items) {
    open("ul");
    items.forEach(item -> element("li", item));
    return close("ul");
  }

  /// Adds a table whose cells carry their heading, so that a narrow screen can show rows as blocks.
  Markup table(String caption, List<String> headings, List<List<String>> rows) {
    open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", caption);
    open("table").element("caption", caption).open("thead").open("tr");
    headings.forEach(heading -> element("th", heading, "scope", "col"));
    close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      open("tr").element("th", row.getFirst(), "scope", "row");
      for (int i = 1; i < row.size(); i++) {
        element("td", row.get(i), "data-label", headings.get(i));
      }
      close("tr");
    }
    return close("tbody").close("table").close("div");
  }

  /// Adds a table, or says that it has no rows.
  Markup table(ReaderTable table) {
    return table.rows().isEmpty()
        ? element("p", table.caption() + ": none", "class", "quiet")
        : table(table.caption(), table.headings(), table.rows());
  }

  /// A heading that the contents of the page lead to.
  ///
  /// @param id the place on the page
  /// @param title the words
  record Heading(String id, String title) {}

  /// Returns the headings of all sections so far.
  List<Heading> headings() {
    return List.copyOf(headings);
  }

  /// Adds a section with a heading of its own.
  Markup section(String id, String title, UnaryOperator<Markup> content) {
    headings.add(new Heading(id, title));
    open("section", "id", id).element("h2", title);
    return content.apply(this).close("section");
  }

  @Override
  public String toString() {
    return html.toString();
  }

  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
          }
        });
    return escaped.toString();
  }
}
