package org.plimsoll.server.solvency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.VenueView;

/// Turns load lines into caps on collateral: of each, all accounts together may count no more at
/// its initial weight than what its line carries. A cap binds whoever asks for something new;
/// maintenance knows none, so nobody is sold out for it.
///
/// Where no line is known the cap stays as it is.
///
/// @param granter who answers for the caps
/// @param secondGranter who agrees
/// @param most what caps never go beyond, in whole units by asset code
public record LoadLineCaps(String granter, String secondGranter, Map<String, BigDecimal> most) {
  private static final String REASON = "load-line";
  private static final int E9_DECIMALS = 9;

  /// A cap stays where it is if it would move by less than a part in so many.
  private static final int STEP = 100;

  /// Returns the caps that a venue lacks.
  ///
  /// @param reading of which the shortest horizon decides
  public List<CapCollateral> of(Reading reading, VenueView view) {
    List<CapCollateral> caps = new ArrayList<>();
    for (CollateralLoad load : reading.loads().firstEntry().getValue()) {
      Optional<DefineAsset> asset =
          IntStream.range(1, view.assetCount())
              .mapToObj(view::asset)
              .filter(each -> each.code().equals(load.asset()))
              .findFirst();
      Optional<ModelLine> line = load.deciding();
      if (asset.isPresent() && line.isPresent() && weighs(view, asset.get())) {
        long venueMax = venueMax(view, asset.get(), line.get().low());
        CollateralCaps now = view.caps(asset.get().asset());
        if (isFar(venueMax, now.venueMax())) {
          caps.add(command(asset.get().asset(), venueMax, now));
        }
      }
    }
    return caps;
  }

  private static boolean weighs(VenueView view, DefineAsset asset) {
    return view.markE9(asset.asset()) > 0 && view.collateral(asset.asset()).initialWeightE9() > 0;
  }

  /// So much that it counts for the line at the mark, rounded down.
  private long venueMax(VenueView view, DefineAsset asset, double line) {
    BigDecimal limit = most.getOrDefault(asset.code(), BigDecimal.valueOf(Long.MAX_VALUE));
    BigDecimal lent =
        BigDecimal.valueOf(view.markE9(asset.asset()), E9_DECIMALS)
            .multiply(
                BigDecimal.valueOf(view.collateral(asset.asset()).initialWeightE9(), E9_DECIMALS));
    BigDecimal units =
        Double.isFinite(line)
            ? new BigDecimal(Double.toString(line))
                .divide(lent, asset.decimals(), RoundingMode.FLOOR)
                .min(limit)
            : limit;
    return units
        .movePointRight(asset.decimals())
        .setScale(0, RoundingMode.FLOOR)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private static boolean isFar(long next, long now) {
    return Math.abs(next - now) > now / STEP;
  }

  private CapCollateral command(int asset, long venueMax, CollateralCaps now) {
    return new CapCollateral(
        asset, now.accountMax(), venueMax, now.borrowMax(), REASON, granter, secondGranter);
  }
}
