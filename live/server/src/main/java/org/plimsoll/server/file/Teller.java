package org.plimsoll.server.file;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.venue.VenueView;

/// Where a venue keeps what it has of an asset, and how much of it the faucet gives: what a file
/// says and no command does. Names are looked up in the venue, which may have been opened by an
/// earlier version of the file.
public final class Teller {
  private final VenueFile file;

  /// Creates the teller of a file.
  public Teller(VenueFile file) {
    this.file = file;
  }

  /// Returns the custody location where what arrives of an asset is kept and from which it is sent;
  /// nothing for what is nowhere but in the books, or not in the file.
  public OptionalInt custody(VenueView view, int asset) {
    Optional<String> location = entry(view, asset).flatMap(AssetEntry::location);
    return view.custody().stream()
        .filter(each -> location.filter(each.name()::equals).isPresent())
        .mapToInt(OpenCustody::custody)
        .findFirst();
  }

  /// Returns the most that the faucet gives one account of an asset in a day, in its smallest unit;
  /// nothing of what it does not have.
  public OptionalLong faucetPerDay(VenueView view, int asset) {
    int decimals = view.asset(asset).decimals();
    return entry(view, asset)
        .flatMap(entry -> Optional.ofNullable(file.faucet().get(entry.name())))
        .map(perDay -> OptionalLong.of(Numbers.scaled(perDay, decimals)))
        .orElse(OptionalLong.empty());
  }

  private Optional<AssetEntry> entry(VenueView view, int asset) {
    String code = view.asset(asset).code();
    return file.assets().stream().filter(each -> each.name().equals(code)).findFirst();
  }
}
