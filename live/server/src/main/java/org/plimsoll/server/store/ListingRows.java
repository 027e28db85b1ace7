package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;

/// What the numbers of assets, markets, accounts and custody locations stand for.
record ListingRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case CommandApplied(DefineAsset c) ->
          rows.put(Statement.ASSET, (long) c.asset(), c.code(), c.decimals());
      case CommandApplied(MarketListing c) ->
          rows.put(
              Statement.MARKET,
              (long) c.market(),
              c.name(),
              c.base(),
              c.tickE9(),
              c.lot(),
              c instanceof ListFuture,
              c instanceof ListFuture future ? future.expiryNs() : 0L);
      case CommandApplied(OpenAccount c) ->
          rows.put(Statement.ACCOUNT, (long) c.account(), null, c.name(), rows.nowNs());
      case CommandApplied(OpenSubaccount c) ->
          rows.put(Statement.ACCOUNT, (long) c.account(), c.parent(), c.name(), rows.nowNs());
      case CommandApplied(RenameAccount c) ->
          rows.put(Statement.ACCOUNT_RENAMED, c.name(), (long) c.account());
      case CommandApplied(OpenCustody c) ->
          rows.put(Statement.CUSTODY, (long) c.custody(), c.kind().name(), c.name());
      default -> {}
    }
  }
}
