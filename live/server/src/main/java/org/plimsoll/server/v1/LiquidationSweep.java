package org.plimsoll.server.v1;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.AccountStanding;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.VenueView;

/// Looks at every account: who is in liquidation, and at which marks others would be.
///
/// It asks for a few accounts at a time, so that the venue's reader goes on with its work in
/// between, and at most once a second, whoever calls. So what it returns is not of one instant.
public final class LiquidationSweep {
  private static final int ACCOUNTS_AT_ONCE = 256;
  private static final long EVERY_NS = 1_000_000_000L;

  private final Exchange exchange;
  private final LongSupplier nanoTime;
  private long doneNs;
  private @Nullable Result last;

  /// Creates one.
  ///
  /// @param nanoTime a clock that never goes back
  public LiquidationSweep(Exchange exchange, LongSupplier nanoTime) {
    this.exchange = exchange;
    this.nanoTime = nanoTime;
  }

  /// What was seen.
  ///
  /// @param sequence of the last command before the first accounts were looked at
  /// @param stages how many accounts the venue has in each stage of a liquidation
  /// @param belowZero how many accounts have a negative value
  /// @param pending positions of healthy accounts with a liquidation price, by market
  public record Result(
      long sequence,
      EnumMap<MarginStage, Integer> stages,
      int belowZero,
      SortedMap<Integer, List<Pending>> pending) {}

  /// A position that would be liquidated.
  ///
  /// @param priceE9 the mark from which on its account would be, if that mark alone moved
  /// @param markE9 the mark now
  /// @param notional of the position at the mark now, in the smallest unit of account
  /// @param isLong whether it falls with the mark
  public record Pending(long priceE9, long markE9, long notional, boolean isLong) {}

  /// Returns what was seen within the last second, or looks.
  ///
  /// @throws IllegalStateException if the venue has stopped
  public synchronized Result result() {
    Result before = last;
    if (before != null && nanoTime.getAsLong() - doneNs < EVERY_NS) {
      return before;
    }
    Result result =
        new Result(
            exchange.ask(VenueView::sequence),
            new EnumMap<>(MarginStage.class),
            0,
            new TreeMap<>());
    int accounts = exchange.ask(view -> view.accounts().size());
    for (int from = 0; from < accounts; from += ACCOUNTS_AT_ONCE) {
      int first = from;
      int end = Math.min(accounts, from + ACCOUNTS_AT_ONCE);
      Result whole = result;
      result = exchange.ask(view -> with(whole, view, first, end));
    }
    last = result;
    doneNs = nanoTime.getAsLong();
    return result;
  }

  private static Result with(Result result, VenueView view, int from, int end) {
    List<ListFuture> futures =
        view.markets().stream()
            .filter(ListFuture.class::isInstance)
            .map(ListFuture.class::cast)
            .toList();
    int below = result.belowZero();
    for (int account = from; account < end; account++) {
      AccountStanding standing = view.standing(account);
      below += standing.value() < 0 ? 1 : 0;
      MarginStage stage = view.marginStage(account);
      if (stage == MarginStage.HEALTHY) {
        addPending(result, view, account, futures);
      } else {
        result.stages().merge(stage, 1, Integer::sum);
      }
    }
    return new Result(result.sequence(), result.stages(), below, result.pending());
  }

  private static void addPending(
      Result result, VenueView view, int account, List<ListFuture> futures) {
    for (ListFuture future : futures) {
      if (view.positionLots(account, future.market()) != 0) {
        PositionStanding position = view.positionStanding(account, future.market());
        long markE9 = view.futureMarkTicks(future.market()) * future.tickE9();
        position
            .liquidationPriceE9()
            .ifPresent(priceE9 ->
                result
                    .pending()
                    .computeIfAbsent(future.market(), _ -> new ArrayList<>())
                    .add(new Pending(priceE9, markE9, position.notional(), position.lots() > 0)));
      }
    }
  }
}
