package org.plimsoll.solvency.attribution;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Table;

/// A list of losses and spending as somebody stated it, item by item.
///
/// @param name what is listed, lower case; also the name of its table
/// @param items in the order of the source
public record Tally(String name, List<Item> items) {
  /// The estimate of a post of 15 November 2022 on where the money of FTX and Alameda went, in
  /// billions of US dollars. It is a statement, not a record: the sourced figures differ.
  public static final Tally STORY =
      new Tally(
          "where_the_money_went",
          List.of(
              item("acquisitions of lenders", "1.5"),
              item("collapse of LUNA", "1"),
              item("failure of an algorithm", "1"),
              item("support of FTT and SRM", "2"),
              item("ventures", "2"),
              item("real estate and brand", "2"),
              item("fall of the price of FTT", "4"),
              item("discretionary longs", "2")));

  /// The same list with what a postscript to that post adds.
  public static final Tally STORY_WITH_POSTSCRIPT =
      STORY.with(
          item("purchase of a rival's stake", "2"), item("loans to firms that LUNA broke", "1"));

  /// One line.
  ///
  /// @param what the cause, in words
  /// @param billions of US dollars
  public record Item(String what, BigDecimal billions) {}

  /// Takes a copy.
  public Tally {
    items = List.copyOf(items);
  }

  private static Item item(String what, String billions) {
    return new Item(what, new BigDecimal(billions));
  }

  private Tally with(Item... more) {
    return new Tally(name, Stream.concat(items.stream(), List.of(more).stream()).toList());
  }

  /// Returns the sum in billions of US dollars.
  public BigDecimal total() {
    return items.stream().map(Item::billions).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Returns the items as rows, without the total.
  public Table table() {
    List<Column> columns =
        List.of(
            new Column("what", Column.Kind.TEXT), new Column("billions_usd", Column.Kind.DECIMAL));
    List<List<Cell>> rows =
        items.stream()
            .map(item ->
                List.<Cell>of(new Cell.Text(item.what()), new Cell.Decimal(item.billions())))
            .toList();
    return new Table(name, columns, rows);
  }
}
