package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.margin.MarginParameters;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateHash;

/// The assets by number, with their collateral terms, index prices and marks.
final class AssetTable implements MarginParameters {
  private final List<DefineAsset> definitions = new ArrayList<>();
  private final int[] decimals;
  private final boolean[] isCollateral;
  private final long[] initialWeightE9;
  private final long[] totalWeightE9;
  private final long[] imfFactorE9;
  private final long[] collateralMax;
  private final long[] borrowMax;
  private final long[] indexE9;
  private final long[] markE9;

  AssetTable(int assetsMax) {
    decimals = new int[assetsMax];
    isCollateral = new boolean[assetsMax];
    initialWeightE9 = new long[assetsMax];
    totalWeightE9 = new long[assetsMax];
    imfFactorE9 = new long[assetsMax];
    collateralMax = new long[assetsMax];
    borrowMax = new long[assetsMax];
    indexE9 = new long[assetsMax];
    markE9 = new long[assetsMax];
  }

  void define(DefineAsset definition) {
    int asset = definitions.size();
    definitions.add(definition);
    decimals[asset] = definition.decimals();
    collateralMax[asset] = definition.balanceMax();
    borrowMax[asset] = Limits.LENDING_MAX;
    if (asset == 0) {
      indexE9[0] = Exact.ONE_E9;
      markE9[0] = Exact.ONE_E9;
    }
  }

  void setCollateral(SetCollateral setting) {
    int asset = setting.asset();
    isCollateral[asset] = true;
    initialWeightE9[asset] = setting.initialWeightE9();
    totalWeightE9[asset] = setting.totalWeightE9();
    imfFactorE9[asset] = setting.imfFactorE9();
  }

  void cap(CapCollateral cap) {
    collateralMax[cap.asset()] = cap.accountMax();
    borrowMax[cap.asset()] = cap.borrowMax();
  }

  /// Moves the weight for maintenance, and the initial weight with it where that would be above.
  void moveWeight(int asset, long weightE9) {
    totalWeightE9[asset] = weightE9;
    initialWeightE9[asset] = Math.min(initialWeightE9[asset], weightE9);
  }

  /// Returns the most that accounts may owe of an asset in all.
  long borrowMax(int asset) {
    return borrowMax[asset];
  }

  void setIndex(int asset, long priceE9) {
    indexE9[asset] = priceE9;
  }

  /// Lets the index price become the mark.
  ///
  /// @return whether the mark moved
  boolean sampleMark(int asset) {
    boolean moves = markE9[asset] != indexE9[asset];
    markE9[asset] = indexE9[asset];
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

  long totalWeightE9(int asset) {
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
  public long collateralMax(int asset) {
    return collateralMax[asset];
  }

  /// Returns what an amount is worth at the mark, in the smallest unit of account, rounded up.
  long value(int asset, long amount) {
    return Exact.value(amount, markE9(asset), decimals(asset), decimals(0), Rounding.CEILING);
  }

  void hashInto(StateHash hash) {
    hash.add(definitions.size());
    for (int asset = 0; asset < definitions.size(); asset++) {
      DefineAsset definition = definitions.get(asset);
      hash.add(definition.code()).add(decimals[asset]).add(definition.balanceMax());
      hash.add(isCollateral[asset] ? 1 : 0)
          .add(initialWeightE9[asset])
          .add(totalWeightE9[asset])
          .add(imfFactorE9[asset])
          .add(collateralMax[asset])
          .add(borrowMax[asset]);
      hash.add(indexE9[asset]).add(markE9[asset]);
    }
  }
}
