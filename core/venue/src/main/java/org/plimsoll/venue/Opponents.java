package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.margin.DeleverageRank;
import org.plimsoll.margin.ProRata;

/// Whose opposing positions are closed, and by how much: the largest in proportion to their sizes,
/// or the highest by profit and leverage one after the other, as the profile says.
final class Opponents {
  private static final int USUAL_COUNT = 10;

  private final VenueState state;
  private final Standing standing;
  private List<Opponent> chosen = List.of();
  private long[] shares = new long[0];

  /// @param key what decides: the larger is closed first
  private record Opponent(int account, long lots, long key) {}

  Opponents(VenueState state) {
    this.state = state;
    this.standing = new Standing(state);
  }

  int count() {
    return chosen.size();
  }

  int account(int place) {
    return chosen.get(place).account();
  }

  long share(int place) {
    return shares[place];
  }

  void choose(int failing, FuturesMarket market, long lots) {
    boolean ranks = state.liquidations.profile.ranksByProfit();
    List<Opponent> all = opposing(failing, market, ranks);
    int count = 0;
    long sum = 0;
    while (count < all.size() && (sum < lots || (!ranks && count < USUAL_COUNT))) {
      sum += all.get(count++).lots();
    }
    chosen = all.subList(0, count);
    long[] sizes = chosen.stream().mapToLong(Opponent::lots).toArray();
    shares = ranks ? oneAfterTheOther(lots, sizes) : ProRata.shares(lots, sizes);
  }

  private List<Opponent> opposing(int failing, FuturesMarket market, boolean ranks) {
    boolean failingIsLong = market.positions().lots(failing) > 0;
    List<Opponent> all = new ArrayList<>();
    for (int account = 0; account < market.positions().accounts(); account++) {
      long held = market.positions().lots(account);
      if (held != 0 && held > 0 != failingIsLong) {
        long size = Math.abs(held);
        all.add(new Opponent(account, size, ranks ? rankE9(account, market) : size));
      }
    }
    all.sort(
        Comparator.comparingLong(Opponent::key).reversed().thenComparingInt(Opponent::account));
    return all;
  }

  private long rankE9(int account, FuturesMarket market) {
    boolean isLong = market.positions().lots(account) > 0;
    long zeroPriceE9 = standing.of(account).positionZeroPriceE9(account, market);
    long cost = market.positions().cost(account);
    return DeleverageRank.e9(
        market.margin().unrealized(account),
        Math.max(1, isLong ? cost : -cost),
        Math.max(1, DeleverageRank.leverageE9(market.markE9(), zeroPriceE9)));
  }

  private static long[] oneAfterTheOther(long lots, long[] sizes) {
    long[] shares = new long[sizes.length];
    long rest = lots;
    for (int i = 0; i < sizes.length; i++) {
      shares[i] = Math.min(rest, sizes[i]);
      rest -= shares[i];
    }
    return shares;
  }
}
