package org.plimsoll.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedFund;
import org.plimsoll.mirror.VenuePicture.PicturedOrder;
import org.plimsoll.mirror.VenuePicture.PicturedOwn;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;

/// The tables that a script can expect, as they really are. Where the expectation names rows and
/// columns, exactly those are shown, so that the two can be compared cell by cell.
final class Tables {
  private static final int E9_DECIMALS = 9;

  private final VenuePicture picture;
  private final Names names;
  private final List<TradeExecuted> trades;
  private final List<LossBorne> losses;
  private final Damage damage;

  Tables(
      VenuePicture picture,
      Names names,
      List<TradeExecuted> trades,
      List<LossBorne> losses,
      Damage damage) {
    this.picture = picture;
    this.names = names;
    this.trades = trades;
    this.losses = losses;
    this.damage = damage;
  }

  /// Returns the rows that stand in place of the expected ones.
  ///
  /// @throws ScriptMistake if the expectation names what does not exist
  List<List<String>> actual(ExpectTable expected) {
    return switch (expected.subject()) {
      case Step.Subject.Sums _ -> sums(expected);
      case Step.Subject.Balances _ -> balances(expected);
      case Step.Subject.Holdings _ -> holdings(expected);
      case Step.Subject.Withdrawals of -> withdrawals(of.asset());
      case Step.Subject.Quotes _ -> quotes();
      case Step.Subject.Privileges _ -> privileges();
      case Step.Subject.Lending of -> lending(of.asset());
      case Step.Subject.Orders orders -> orders(orders.market());
      case Step.Subject.Trades of -> trades(of.market());
      case Step.Subject.Fees _ -> TokenTables.fees(picture, names);
      case Step.Subject.Token _ -> TokenTables.token(picture, names);
      case Step.Subject.Stakes _ -> TokenTables.stakes(picture, names);
      case Step.Subject.Own _ -> own(expected);
      case Step.Subject.Prices _ -> PriceTable.rows(expected, picture, names);
      case Step.Subject.Stages _ -> LiquidationTables.stages(picture);
      case Step.Subject.Losses _ -> LiquidationTables.losses(losses, names);
      case Step.Subject.Damage _ -> damage.rows(expected, picture);
      case Step.Subject.Positions of -> positions(of.market(), expected);
      case Step.Subject.Tokens _ -> new LeveragedTokenTable(picture, names).rows();
    };
  }

  /// Returns whether a table about the subject may have that header. A table of sums or prices may
  /// leave columns out.
  static boolean isHeader(Step.Subject subject, List<String> header) {
    List<String> columns = header(subject);
    return switch (subject) {
      case Step.Subject.Sums _, Step.Subject.Prices _ ->
          header.getFirst().equals(columns.getFirst()) && columns.containsAll(header);
      case Step.Subject.Balances _, Step.Subject.Holdings _, Step.Subject.Own _ -> true;
      case Step.Subject.Withdrawals _,
          Step.Subject.Quotes _,
          Step.Subject.Privileges _,
          Step.Subject.Lending _,
          Step.Subject.Positions _,
          Step.Subject.Stages _,
          Step.Subject.Losses _,
          Step.Subject.Damage _,
          Step.Subject.Fees _,
          Step.Subject.Token _,
          Step.Subject.Stakes _,
          Step.Subject.Orders _,
          Step.Subject.Tokens _,
          Step.Subject.Trades _ ->
          header.equals(columns);
    };
  }

  /// Returns the columns of a table about the subject, or none if it names assets of the script's
  /// choice behind its first column.
  static List<String> header(Step.Subject subject) {
    return switch (subject) {
      case Step.Subject.Sums _ ->
          List.of("asset", "owed to", "owed by", "pending", "issued", "on hand");
      case Step.Subject.Prices _ -> PriceTable.COLUMNS;
      case Step.Subject.Quotes _ ->
          List.of("number", "counterparty", "account", "pays", "receives");
      case Step.Subject.Privileges _ ->
          List.of("account", "privilege", "amount", "uses", "largest use");
      case Step.Subject.Withdrawals _ -> List.of("number", "account", "amount", "location");
      case Step.Subject.Orders _ -> List.of("side", "price", "quantity", "account");
      case Step.Subject.Tokens _ -> LeveragedTokenTable.HEADER;
      case Step.Subject.Trades _ -> List.of("buyer", "seller", "price", "quantity");
      case Step.Subject.Damage _ -> Damage.COLUMNS;
      case Step.Subject.Fees _ -> TokenTables.FEES;
      case Step.Subject.Token _ -> TokenTables.TOKEN;
      case Step.Subject.Stakes _ -> TokenTables.STAKES;
      case Step.Subject.Positions _ -> List.of("account", "position", "profit");
      case Step.Subject.Stages _ -> LiquidationTables.STAGES;
      case Step.Subject.Losses _ -> LiquidationTables.LOSSES;
      case Step.Subject.Lending _ -> List.of("account", "offered", "rate", "lent", "reserved");
      case Step.Subject.Balances _, Step.Subject.Holdings _, Step.Subject.Own _ -> List.of();
    };
  }

  private List<List<String>> sums(ExpectTable expected) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      int asset = asset(row.cells().getFirst());
      rows.add(expected.header().stream().map(column -> sum(column, asset)).toList());
    }
    return rows;
  }

  private String sum(String column, int asset) {
    return switch (column) {
      case "asset" -> code(asset);
      case "owed to" -> owedTo(asset);
      case "owed by" -> owedBy(asset);
      case "pending" -> pending(asset);
      case "issued" -> issued(asset);
      default -> onHand(asset);
    };
  }

  private String owedTo(int asset) {
    return total(asset, picture.accounts().stream().map(a -> a.balances().get(asset)).toList());
  }

  private String owedBy(int asset) {
    return total(asset, picture.accounts().stream().map(a -> -a.balances().get(asset)).toList());
  }

  private String pending(int asset) {
    return total(asset, picture.accounts().stream().map(a -> a.pending().get(asset)).toList());
  }

  private String issued(int asset) {
    return total(
        asset,
        picture.funds().stream()
            .filter(token -> token.listing().asset() == asset)
            .map(PicturedFund::outstanding)
            .toList());
  }

  private String onHand(int asset) {
    return total(asset, picture.custody().stream().map(c -> c.onHand().get(asset)).toList());
  }

  private List<List<String>> balances(ExpectTable expected) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      String pattern = row.cells().getFirst();
      List<Integer> accounts = names.accounts(pattern);
      if (accounts.isEmpty()) {
        throw new ScriptMistake(1, "there is no account '" + pattern + "'");
      }
      rows.add(commonBalances(pattern, accounts, expected.header()));
    }
    return rows;
  }

  /// Accounts named together are one row: each cell is what they all have, or `differ`.
  private List<String> commonBalances(String pattern, List<Integer> accounts, List<String> header) {
    List<String> cells = new ArrayList<>();
    cells.add(pattern);
    for (String code : header.subList(1, header.size())) {
      int asset = asset(code);
      List<String> distinct =
          accounts.stream()
              .map(a -> amount(asset, picture.accounts().get(a).balances().get(asset)))
              .distinct()
              .toList();
      cells.add(distinct.size() == 1 ? distinct.getFirst() : "differ");
    }
    return cells;
  }

  /// The profit is what is not yet money.
  private List<List<String>> positions(int market, ExpectTable expected) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      String name = row.cells().getFirst();
      List<Integer> accounts = names.accounts(name);
      if (accounts.size() != 1) {
        throw new ScriptMistake(1, "there is no one account '" + name + "'");
      }
      PicturedPosition position =
          picture.positions().stream()
              .filter(p -> p.market() == market && p.account() == accounts.getFirst())
              .findFirst()
              .orElse(new PicturedPosition(market, accounts.getFirst(), 0, 0));
      long value = worth(market, position.lots());
      rows.add(
          List.of(name, quantity(market, position.lots()), amount(0, value - position.cost())));
    }
    return rows;
  }

  /// What a quantity is worth at the mark of its future.
  private long worth(int market, long lots) {
    MarketListing listing = names.markets().get(market);
    long markE9 = picture.markets().get(market).markTicks() * listing.tickE9();
    return Exact.value(
        lots * listing.lot(),
        markE9,
        names.assets().get(listing.base()).decimals(),
        names.assets().getFirst().decimals(),
        Rounding.FLOOR);
  }

  private List<List<String>> holdings(ExpectTable expected) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      String location = row.cells().getFirst();
      int custody = names.custody(location);
      if (custody < 0) {
        throw new ScriptMistake(1, "there is no custody location '" + location + "'");
      }
      List<String> cells = new ArrayList<>();
      cells.add(location);
      for (String code : expected.header().subList(1, expected.header().size())) {
        int asset = asset(code);
        cells.add(amount(asset, picture.custody().get(custody).onHand().get(asset)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private List<List<String>> withdrawals(int asset) {
    return picture.withdrawals().stream()
        .filter(w -> w.asset() == asset)
        .map(w ->
            List.of(
                Long.toString(w.withdrawal()),
                account(w.account()),
                amount(asset, w.amount()),
                names.custody().get(w.custody()).name()))
        .toList();
  }

  private List<List<String>> quotes() {
    return picture.quotes().stream()
        .map(q ->
            List.of(
                Long.toString(q.quote()),
                account(q.counterparty()),
                account(q.account()),
                amount(q.fromAsset(), q.fromAmount()) + " " + code(q.fromAsset()),
                amount(q.toAsset(), q.toAmount()) + " " + code(q.toAsset())))
        .toList();
  }

  private List<List<String>> privileges() {
    return picture.privileges().stream()
        .map(p ->
            List.of(
                account(p.account()),
                Operands.spelling(p.privilege()),
                amount(0, p.amount()),
                Long.toString(p.uses()),
                amount(0, p.largestUse())))
        .toList();
  }

  private List<List<String>> lending(int asset) {
    return picture.offers().stream()
        .filter(offer -> offer.asset() == asset)
        .map(offer ->
            List.of(
                account(offer.account()),
                amount(asset, offer.amount()),
                Decimals.format(offer.minRateE9(), E9_DECIMALS),
                amount(asset, offer.lent()),
                amount(asset, offer.reserved())))
        .toList();
  }

  private List<List<String>> own(ExpectTable expected) {
    List<String> codes = expected.header().subList(1, expected.header().size());
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      String purpose = row.cells().getFirst();
      PicturedOwn own =
          picture.own().stream()
              .filter(o -> o.purpose().name().toLowerCase(Locale.ROOT).equals(purpose))
              .findFirst()
              .orElseThrow(() -> new ScriptMistake(1, "nothing is kept for '" + purpose + "'"));
      List<String> cells = new ArrayList<>(List.of(purpose));
      codes.forEach(code -> cells.add(amount(asset(code), own.balances().get(asset(code)))));
      rows.add(cells);
    }
    return rows;
  }

  private List<List<String>> orders(int market) {
    List<List<String>> rows = new ArrayList<>();
    for (PicturedOrder order : picture.orders()) {
      if (order.market() == market) {
        rows.add(
            List.of(
                order.side() == Side.BUY ? "buy" : "sell",
                price(market, order.priceTicks()),
                quantity(market, order.leavesLots()),
                account(order.account())));
      }
    }
    return rows;
  }

  private List<List<String>> trades(int market) {
    List<List<String>> rows = new ArrayList<>();
    for (TradeExecuted trade : trades) {
      if (trade.market() == market) {
        boolean takerBuys = trade.takerSide() == Side.BUY;
        rows.add(
            List.of(
                account(takerBuys ? trade.takerAccount() : trade.makerAccount()),
                account(takerBuys ? trade.makerAccount() : trade.takerAccount()),
                price(market, trade.priceTicks()),
                quantity(market, trade.quantityLots())));
      }
    }
    return rows;
  }

  /// Returns the sum of the amounts above zero.
  private String total(int asset, List<Long> amounts) {
    BigInteger sum = BigInteger.ZERO;
    for (long amount : amounts) {
      sum = amount > 0 ? sum.add(BigInteger.valueOf(amount)) : sum;
    }
    return amount(asset, sum.longValueExact());
  }

  private int asset(String code) {
    int asset = names.asset(code);
    if (asset < 0) {
      throw new ScriptMistake(1, "there is no asset '" + code + "'");
    }
    return asset;
  }

  private String code(int asset) {
    return names.assets().get(asset).code();
  }

  private String account(int account) {
    return names.account(account).name();
  }

  private String amount(int asset, long units) {
    return Decimals.format(units, names.assets().get(asset).decimals());
  }

  private String price(int market, long ticks) {
    return Decimals.format(ticks * names.markets().get(market).tickE9(), E9_DECIMALS);
  }

  private String quantity(int market, long lots) {
    MarketListing listing = names.markets().get(market);
    return amount(listing.base(), lots * listing.lot());
  }
}
