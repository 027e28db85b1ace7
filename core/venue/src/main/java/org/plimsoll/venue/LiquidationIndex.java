package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.margin.LiquidationBand;
import org.plimsoll.margin.MaintenanceMargin;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Finds the accounts that may have fallen below maintenance without asking all of them: those that
/// changed since they were last looked at, and those with a price outside its band
/// ([LiquidationBand]).
///
/// It decides who is asked, never what the answer is, and a law compares it with asking everybody.
/// It is part of the state all the same, since a band remembers the slack at which it was set.
final class LiquidationIndex {
  private static final int ROUNDINGS_PER_TERM = 2;

  private final VenueState state;
  private final MaintenanceMargin spot;
  private final Scenario scenario;
  private final BandHeap[] assetFalls;
  private final BandHeap[] assetRises;
  private final BandHeap[] futureFalls;
  private final BandHeap[] futureRises;
  private int accounts;
  private int[] stamps = new int[16];
  private final TouchedAccounts touched = new TouchedAccounts();

  LiquidationIndex(VenueState state) {
    this.state = state;
    this.spot = new MaintenanceMargin(state.assets);
    this.scenario = new Scenario(state);
    this.assetFalls = heaps(state.limits.assetsMax());
    this.assetRises = heaps(state.limits.assetsMax());
    this.futureFalls = heaps(Limits.FUTURES_MAX);
    this.futureRises = heaps(Limits.FUTURES_MAX);
  }

  private static BandHeap[] heaps(int count) {
    BandHeap[] heaps = new BandHeap[count];
    Arrays.setAll(heaps, _ -> new BandHeap());
    return heaps;
  }

  void openAccount() {
    if (accounts == stamps.length) {
      stamps = Arrays.copyOf(stamps, accounts * 2);
    }
    accounts++;
  }

  /// Notes that an account has changed.
  void touch(int account) {
    touched.add(account);
  }

  /// Notes that something has changed for everybody.
  void touchAll() {
    for (int account = 0; account < accounts; account++) {
      touched.add(account);
    }
  }

  /// Notes whose bands the marks of now have left.
  void cross() {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      touchCrossed(assetFalls[asset], assetRises[asset], state.assets.markE9(asset));
    }
    for (int i = 0; i < state.futures.size(); i++) {
      touchCrossed(futureFalls[i], futureRises[i], state.futures.get(i).markE9());
    }
  }

  /// Returns the first account from `from` to before `to` that is to be asked, or `to`.
  int next(int from, int to) {
    return touched.next(from, to);
  }

  /// Forgets that an account is to be asked.
  void take(int account) {
    touched.remove(account);
  }

  /// Adds who is to be asked and the bands of the others, by account: what else is in here does not
  /// matter to anybody.
  void writeTo(StateSink sink) {
    for (int account = 0; account < accounts; account++) {
      sink.add(touched.next(account, account + 1) == account ? 1 : 0);
    }
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      assetFalls[asset].writeTo(sink, stamps);
      assetRises[asset].writeTo(sink, stamps);
    }
    for (int i = 0; i < state.futures.size(); i++) {
      futureFalls[i].writeTo(sink, stamps);
      futureRises[i].writeTo(sink, stamps);
    }
  }

  void readFrom(StateSource source) {
    for (int account = 0; account < accounts; account++) {
      if (source.flag()) {
        touched.add(account);
      }
    }
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      assetFalls[asset].readFrom(source, stamps, accounts);
      assetRises[asset].readFrom(source, stamps, accounts);
    }
    for (int i = 0; i < state.futures.size(); i++) {
      futureFalls[i].readFrom(source, stamps, accounts);
      futureRises[i].readFrom(source, stamps, accounts);
    }
  }

  private void touchCrossed(BandHeap falls, BandHeap rises, long markE9) {
    while (falls.isCrossed(-markE9)) {
      touchIfLive(falls.take(stamps));
    }
    while (rises.isCrossed(markE9)) {
      touchIfLive(rises.take(stamps));
    }
  }

  private void touchIfLive(int account) {
    if (account >= 0) {
      touch(account);
    }
  }

  /// Sets the bands of an account that is healthy now. One whose slack rounding could hide is asked
  /// again next time whatever the prices do.
  void arm(int account, Standing standing) {
    stamps[account]++;
    if (!standing.canFail()) {
      return;
    }
    scenario.of(account, false, false);
    int terms = termsOf(account);
    long slack = standing.value() - standing.maintenance() - ROUNDINGS_PER_TERM * (long) terms;
    if (slack < 0 || terms == 0) {
      touch(account);
      return;
    }
    long allowance = LiquidationBand.allowance(slack, terms);
    for (int asset = 1; asset < state.assets.assetCount(); asset++) {
      armAsset(account, asset, allowance);
    }
    for (int i = 0; i < state.futures.size(); i++) {
      armFuture(account, i, allowance);
    }
  }

  /// Counts the balances and positions, each of which has a price. The unit of account is counted
  /// too, for its roundings.
  private int termsOf(int account) {
    int terms = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      terms += scenario.quantity(asset) == 0 ? 0 : 1;
    }
    for (int i = 0; i < state.futures.size(); i++) {
      terms += state.futures.get(i).positions().lots(account) == 0 ? 0 : 1;
    }
    return terms;
  }

  private void armAsset(int account, int asset, long allowance) {
    long quantity = scenario.quantity(asset);
    long sensitivity =
        quantity >= 0
            ? LiquidationBand.part(quantity, spot.weightE9(asset, quantity))
            : quantity - LiquidationBand.part(-quantity, spot.fractionE9(asset, -quantity));
    long markE9 = state.assets.markE9(asset);
    arm(
        assetFalls[asset],
        assetRises[asset],
        account,
        sensitivity,
        LiquidationBand.lastSafeE9(
            markE9,
            allowance,
            sensitivity,
            state.assets.decimals(asset),
            state.assets.decimals(0)));
  }

  private void armFuture(int account, int place, long allowance) {
    FuturesMarket market = state.futures.get(place);
    long sensitivity = market.margin().sensitivity(account);
    arm(
        futureFalls[place],
        futureRises[place],
        account,
        sensitivity,
        LiquidationBand.lastSafeE9(
            market.markE9(),
            allowance,
            sensitivity,
            state.assets.decimals(market.listing().base()),
            state.assets.decimals(0)));
  }

  private void arm(BandHeap falls, BandHeap rises, int account, long sensitivity, long lastSafeE9) {
    if (sensitivity > 0 && lastSafeE9 > 0) {
      falls.add(-lastSafeE9, account, stamps);
    } else if (sensitivity < 0 && lastSafeE9 < Long.MAX_VALUE) {
      rises.add(lastSafeE9, account, stamps);
    }
  }
}
