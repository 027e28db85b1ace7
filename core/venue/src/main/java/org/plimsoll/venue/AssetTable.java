package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.ledger.Ledger;
import org.plimsoll.margin.MarginParameters;
import org.plimsoll.margin.SpotMargin;
import org.plimsoll.margin.VenueShare;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.Name;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The assets by number, with their collateral terms, index prices and marks.
final class AssetTable implements MarginParameters {
  private static final long UNKNOWN = -1;

  private final List<DefineAsset> definitions = new ArrayList<>();
  private final int[] decimals;
  private final boolean[] isCollateral;
  private final long[] initialWeightE9;
  private final long[] totalWeightE9;
  private final long[] imfFactorE9;
  private final boolean[] isClamped;
  private final int[] indexMarket;
  private final Ledger ledger;
  private final CollateralCaps[] caps;
  private final long[] indexE9;
  private final long[] sampledE9;
  private final long[] markE9;
  private final ClampedMark[] clamps;
  private final long[] flatUpTo;
  private final long[] flatWeightE9;
  private final long[] flatFactorE9;
  private final long[] versions;
  private long version;

  AssetTable(int assetsMax, Ledger ledger) {
    this.ledger = ledger;
    decimals = new int[assetsMax];
    isCollateral = new boolean[assetsMax];
    initialWeightE9 = new long[assetsMax];
    totalWeightE9 = new long[assetsMax];
    imfFactorE9 = new long[assetsMax];
    isClamped = new boolean[assetsMax];
    indexMarket = new int[assetsMax];
    caps = new CollateralCaps[assetsMax];
    indexE9 = new long[assetsMax];
    sampledE9 = new long[assetsMax];
    markE9 = new long[assetsMax];
    clamps = new ClampedMark[assetsMax];
    flatUpTo = new long[assetsMax];
    flatWeightE9 = new long[assetsMax];
    flatFactorE9 = new long[assetsMax];
    versions = new long[assetsMax];
    Arrays.fill(flatWeightE9, UNKNOWN);
  }

  /// Returns a number that grows whenever anything changes that decides what an amount counts for.
  long version() {
    return version;
  }

  /// Returns what that number was when such a thing of one asset changed last.
  long version(int asset) {
    return versions[asset];
  }

  private void change(int asset) {
    versions[asset] = ++version;
  }

  void define(DefineAsset definition) {
    int asset = definitions.size();
    definitions.add(definition);
    decimals[asset] = definition.decimals();
    indexMarket[asset] = SetIndexSource.PUBLISHED;
    clamps[asset] = new ClampedMark();
    caps[asset] = CollateralCaps.none(definition);
    change(asset);
    if (asset == 0) {
      indexE9[0] = Exact.ONE_E9;
      sampledE9[0] = Exact.ONE_E9;
      markE9[0] = Exact.ONE_E9;
    }
  }

  /// Returns the collateral terms of an asset; all zero where it is no collateral.
  SetCollateral collateral(int asset) {
    return new SetCollateral(
        asset, initialWeightE9[asset], totalWeightE9[asset], imfFactorE9[asset]);
  }

  void setCollateral(SetCollateral setting) {
    int asset = setting.asset();
    isCollateral[asset] = true;
    initialWeightE9[asset] = setting.initialWeightE9();
    totalWeightE9[asset] = setting.totalWeightE9();
    imfFactorE9[asset] = setting.imfFactorE9();
    change(asset);
  }

  void setClamp(SetPriceClamp setting) {
    isClamped[setting.asset()] = setting.isClamped();
  }

  boolean isClamped(int asset) {
    return isClamped[asset];
  }

  void setIndexSource(SetIndexSource setting) {
    indexMarket[setting.asset()] = setting.market();
  }

  /// Returns the market that the index is read off, or [SetIndexSource#PUBLISHED].
  int indexMarket(int asset) {
    return indexMarket[asset];
  }

  void cap(CapCollateral cap) {
    caps[cap.asset()] = CollateralCaps.of(cap);
    change(cap.asset());
  }

  /// Moves the weight for maintenance, and the initial weight with it where that would be above.
  void moveWeight(int asset, long weightE9) {
    totalWeightE9[asset] = weightE9;
    initialWeightE9[asset] = Math.min(initialWeightE9[asset], weightE9);
    change(asset);
  }

  /// Returns the most that accounts may owe of an asset in all.
  long borrowMax(int asset) {
    return caps[asset].borrowMax();
  }

  void setIndex(int asset, long priceE9) {
    indexE9[asset] = priceE9;
  }

  long indexE9(int asset) {
    return indexE9[asset];
  }

  /// Returns the index as it was when marks were last sampled, 0 if there was none.
  long sampledE9(int asset) {
    return sampledE9[asset];
  }

  /// Samples the index, and lets it become the mark, or as much of it as the clamp lets through.
  ///
  /// @return whether the mark moved
  boolean sampleMark(int asset, long clockNs) {
    long before = markE9[asset];
    sampledE9[asset] = indexE9[asset];
    markE9[asset] = clamps[asset].next(isClamped[asset], clockNs, before, indexE9[asset]);
    boolean moves = markE9[asset] != before;
    if (moves) {
      change(asset);
    }
    return moves;
  }

  DefineAsset definition(int asset) {
    return definitions.get(asset);
  }

  long balanceMax(int asset) {
    return definitions.get(asset).balanceMax();
  }

  boolean isCollateral(int asset) {
    return isCollateral[asset];
  }

  @Override
  public long totalWeightE9(int asset) {
    return totalWeightE9[asset];
  }

  @Override
  public int assetCount() {
    return definitions.size();
  }

  @Override
  public int decimals(int asset) {
    return decimals[asset];
  }

  @Override
  public long markE9(int asset) {
    return markE9[asset];
  }

  @Override
  public long initialWeightE9(int asset) {
    return initialWeightE9[asset];
  }

  @Override
  public long imfFactorE9(int asset) {
    return imfFactorE9[asset];
  }

  @Override
  public long flatUpTo(int asset) {
    boolean isKnown =
        flatWeightE9[asset] == initialWeightE9[asset] && flatFactorE9[asset] == imfFactorE9[asset];
    if (!isKnown) {
      flatWeightE9[asset] = initialWeightE9[asset];
      flatFactorE9[asset] = imfFactorE9[asset];
      flatUpTo[asset] =
          SpotMargin.flatUpTo(initialWeightE9[asset], imfFactorE9[asset], decimals[asset]);
    }
    return flatUpTo[asset];
  }

  CollateralCaps caps(int asset) {
    return caps[asset];
  }

  @Override
  public long counted(int asset, long quantity, long coming) {
    CollateralCaps capped = caps[asset];
    long share = VenueShare.of(quantity, coming, capped.venueMax(), ledger.owedToCustomers(asset));
    return Math.min(share, capped.accountMax());
  }

  /// Returns what an amount is worth at the mark, in the smallest unit of account, rounded up.
  long value(int asset, long amount) {
    return Exact.value(amount, markE9(asset), decimals(asset), decimals(0), Rounding.CEILING);
  }

  void writeTo(StateSink sink) {
    sink.add(definitions.size());
    for (int asset = 0; asset < definitions.size(); asset++) {
      DefineAsset definition = definitions.get(asset);
      sink.add(definition.code()).add(decimals[asset]).add(definition.balanceMax());
      sink.add(isCollateral[asset] ? 1 : 0)
          .add(initialWeightE9[asset])
          .add(totalWeightE9[asset])
          .add(imfFactorE9[asset]);
      caps[asset].writeTo(sink);
      sink.add(isClamped[asset] ? 1 : 0).add(indexMarket[asset]);
      sink.add(indexE9[asset]).add(sampledE9[asset]).add(markE9[asset]);
      clamps[asset].writeTo(sink);
    }
  }

  void readFrom(StateSource source, int marketsMax) {
    int count = source.count(decimals.length);
    for (int asset = 0; asset < count; asset++) {
      String code = Name.readFrom(source);
      int digits = source.within(0, Limits.DECIMALS_MAX);
      long balanceMax = source.within(1, Limits.BALANCE_MAX);
      define(new DefineAsset(asset, code, digits, balanceMax));
      isCollateral[asset] = source.flag();
      initialWeightE9[asset] = source.within(0, Exact.ONE_E9);
      totalWeightE9[asset] = source.within(0, Exact.ONE_E9);
      imfFactorE9[asset] = source.within(0, Exact.ONE_E9);
      caps[asset] = CollateralCaps.readFrom(source, balanceMax);
      isClamped[asset] = source.flag();
      indexMarket[asset] = source.within(SetIndexSource.PUBLISHED, marketsMax - 1);
      indexE9[asset] = source.within(0, Long.MAX_VALUE);
      sampledE9[asset] = source.within(0, Long.MAX_VALUE);
      markE9[asset] = source.within(0, Long.MAX_VALUE);
      clamps[asset].readFrom(source);
    }
  }
}
