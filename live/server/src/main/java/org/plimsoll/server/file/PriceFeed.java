package org.plimsoll.server.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.file.VenueFile.FeedEntry;
import org.plimsoll.server.file.VenueFile.PriceEntry;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// The prices of a sandbox: each index walks at random from where it is, so that what is expected
/// of it is where it is. It is made up, and no model of anything.
///
/// Nothing is kept here. Time is cut into steps of equal length since 1970; what a step draws
/// follows from the seed, the asset and the step alone, and the price that it moves is the venue's.
/// So a feed goes on after a restart, and after a shock, from the price that there is.
public final class PriceFeed {
  /// The largest volatility of a year: 1,000 %.
  public static final double VOLATILITY_MAX = 10;

  private static final double YEAR_NS = Duration.ofDays(365).toNanos();

  private final SortedMap<String, PriceEntry> prices;
  private final long everyNs;
  private final long seed;

  private PriceFeed(SortedMap<String, PriceEntry> prices, FeedEntry feed) {
    this.prices = prices;
    everyNs = feed.every().toNanos();
    seed = feed.seed();
  }

  /// Returns the feed that a file asks for; nothing where somebody else publishes prices.
  public static Optional<PriceFeed> of(VenueFile file) {
    return file.feed().map(feed -> new PriceFeed(file.prices(), feed));
  }

  /// Returns when the step begins that is the next after an instant, in nanoseconds since 1970.
  public long nextNs(long timeNs) {
    return Math.addExact(Math.floorDiv(timeNs, everyNs) * everyNs, everyNs);
  }

  /// Returns what to publish for the steps that began after one instant and up to another, of every
  /// asset that moves. Several steps are drawn as one of their length.
  ///
  /// @param fromNs in nanoseconds since 1970
  /// @param toNs not before it
  /// @param view the venue whose indices move
  public List<PublishIndexPrice> between(long fromNs, long toNs, VenueView view) {
    long step = Math.floorDiv(toNs, everyNs);
    long steps = step - Math.floorDiv(fromNs, everyNs);
    List<PublishIndexPrice> commands = new ArrayList<>();
    for (int asset = 0; steps > 0 && asset < view.assetCount(); asset++) {
      PriceEntry price = prices.get(view.asset(asset).code());
      boolean isPublished = view.indexMarket(asset) == SetIndexSource.PUBLISHED;
      if (price != null && price.volatility() > 0 && isPublished && view.indexE9(asset) > 0) {
        double deviation = price.volatility() * StrictMath.sqrt(steps * (everyNs / YEAR_NS));
        double drawn = normal(view.asset(asset).code(), step);
        double growth = StrictMath.exp(deviation * drawn - deviation * deviation / 2);
        commands.add(publish(view, asset, Math.round(view.indexE9(asset) * growth)));
      }
    }
    return commands;
  }

  /// Returns what to publish for an asset to cost so many times what it costs; nothing if it costs
  /// nothing yet.
  ///
  /// @param factorE9 billionths, positive
  public static Optional<PublishIndexPrice> shock(VenueView view, int asset, long factorE9) {
    long index = view.indexE9(asset);
    return index == 0
        ? Optional.empty()
        : Optional.of(
            publish(view, asset, Exact.mulDivOrMax(index, factorE9, Exact.ONE_E9, Rounding.FLOOR)));
  }

  /// No price is below a billionth, or so high that the venue could not count the largest balance.
  private static PublishIndexPrice publish(VenueView view, int asset, long priceE9) {
    DefineAsset definition = view.asset(asset);
    long scale = Exact.powerOfTen(9 + definition.decimals() - view.asset(0).decimals());
    long most = Exact.mulDivOrMax(Limits.VALUE_MAX, scale, definition.balanceMax(), Rounding.FLOOR);
    return new PublishIndexPrice(asset, Math.clamp(priceE9, 1, most));
  }

  /// The generator is SplitMix64 (Steele, Lea and Flood 2014), started from SHA-256 over seed,
  /// asset and step.
  private double normal(String code, long step) {
    long start = ByteBuffer.wrap(sha256(seed + "/" + code + "/" + step)).getLong();
    return ZigguratSampler.NormalizedGaussian.of(RandomSource.SPLIT_MIX_64.create(start)).sample();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
