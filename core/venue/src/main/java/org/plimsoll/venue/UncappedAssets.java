package org.plimsoll.venue;

import org.plimsoll.margin.MarginParameters;

/// The assets as they count for whoever takes over what failing accounts have: a cap that kept
/// backstop providers from it would drive what they leave into the market, and so make worse what
/// it was meant to limit.
record UncappedAssets(AssetTable assets) implements MarginParameters {
  @Override
  public int assetCount() {
    return assets.assetCount();
  }

  @Override
  public int decimals(int asset) {
    return assets.decimals(asset);
  }

  @Override
  public long markE9(int asset) {
    return assets.markE9(asset);
  }

  @Override
  public long initialWeightE9(int asset) {
    return assets.initialWeightE9(asset);
  }

  @Override
  public long totalWeightE9(int asset) {
    return assets.totalWeightE9(asset);
  }

  @Override
  public long flatUpTo(int asset) {
    return assets.flatUpTo(asset);
  }

  @Override
  public long imfFactorE9(int asset) {
    return assets.imfFactorE9(asset);
  }
}
