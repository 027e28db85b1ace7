package org.plimsoll.server.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalInt;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.server.file.Dealer.Asked.Offered;
import org.plimsoll.server.file.Dealer.Asked.Refused;
import org.plimsoll.server.file.VenueFile.DealerEntry;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.VenueView;

/// Who quotes conversions, and what it offers for an amount: what a file says and no command does.
/// It is an account like any other, and names are looked up in the venue, which may have been
/// opened by an earlier version of the file.
///
/// It pays what comes out at the marks less its spread, rounded down, as long as it has that much
/// besides what its open quotes would cost it.
public final class Dealer {
  private static final Duration LASTS = Duration.ofSeconds(10);

  /// So many quotes may one owner have open, on all his accounts together.
  private static final int OPEN_MAX = 5;

  private final DealerEntry terms;

  /// Creates the dealer of a file's entry.
  public Dealer(DealerEntry terms) {
    this.terms = terms;
  }

  /// What comes of asking for a quote.
  public sealed interface Asked {
    /// There is an offer.
    record Offered(OfferQuote offer) implements Asked {}

    /// There is none.
    ///
    /// @param why the reason
    record Refused(Why why) implements Asked {}
  }

  /// Why there is no offer.
  public enum Why {
    /// The venue has no account of the dealer's name.
    NOBODY_THERE,
    /// It does not deal with itself.
    OWN_ACCOUNT,
    /// It does not convert one of the two, or they are one.
    NOT_CONVERTED,
    /// One of the two has no mark yet.
    NO_MARK,
    /// What it would pay is less than the smallest unit.
    TOO_SMALL,
    /// It quotes no such amount, or does not have as much.
    TOO_LARGE,
    /// Whoever asks has as many open quotes as there may be.
    TOO_MANY
  }

  /// Returns whether it converts an asset.
  public boolean converts(VenueView view, int asset) {
    return terms.assets().contains(view.asset(asset).code()) && account(view).isPresent();
  }

  /// Asks what it offers an account for an amount.
  ///
  /// @param quote the number of the offer, if there is one
  public Asked ask(
      VenueView view, long quote, int account, int fromAsset, int toAsset, long fromAmount) {
    OptionalInt dealer = account(view);
    if (dealer.isEmpty()) {
      return new Refused(Why.NOBODY_THERE);
    }
    if (dealer.getAsInt() == account) {
      return new Refused(Why.OWN_ACCOUNT);
    }
    if (fromAsset == toAsset || !converts(view, fromAsset) || !converts(view, toAsset)) {
      return new Refused(Why.NOT_CONVERTED);
    }
    if (openOf(view, view.owner(account)) >= OPEN_MAX) {
      return new Refused(Why.TOO_MANY);
    }
    return ask(view, dealer.getAsInt(), quote, account, fromAsset, toAsset, fromAmount);
  }

  private static long openOf(VenueView view, int owner) {
    return view.quotes().stream().filter(each -> view.owner(each.account()) == owner).count();
  }

  private Asked ask(
      VenueView view, int dealer, long quote, int account, int from, int to, long amount) {
    BigDecimal fromPrice = price(view, from);
    BigDecimal toPrice = price(view, to);
    if (fromPrice.signum() == 0 || toPrice.signum() == 0) {
      return new Refused(Why.NO_MARK);
    }
    BigDecimal worth = BigDecimal.valueOf(amount, view.asset(from).decimals()).multiply(fromPrice);
    BigDecimal paid =
        worth
            .multiply(BigDecimal.ONE.subtract(terms.spread()))
            .divide(toPrice, view.asset(to).decimals(), RoundingMode.FLOOR);
    if (paid.signum() == 0) {
      return new Refused(Why.TOO_SMALL);
    }
    BigDecimal units = paid.movePointRight(view.asset(to).decimals());
    BigDecimal there = BigDecimal.valueOf(left(view, dealer, to));
    if (worth.compareTo(terms.most()) > 0 || units.compareTo(there) > 0) {
      return new Refused(Why.TOO_LARGE);
    }
    return new Offered(
        new OfferQuote(
            quote, dealer, account, from, to, amount, units.longValueExact(), endNs(view)));
  }

  private long endNs(VenueView view) {
    return view.clockNs() + terms.lasts().orElse(LASTS).toNanos();
  }

  /// Returns what the dealer has of an asset besides what its open quotes would cost it.
  private static long left(VenueView view, int dealer, int asset) {
    long promised =
        view.quotes().stream()
            .filter(each -> each.counterparty() == dealer && each.toAsset() == asset)
            .mapToLong(OfferQuote::toAmount)
            .reduce(0, Math::addExact);
    return view.balance(dealer, asset) - view.reserved(dealer, asset) - promised;
  }

  private static BigDecimal price(VenueView view, int asset) {
    return BigDecimal.valueOf(asset == 0 ? Exact.ONE_E9 : view.markE9(asset), 9);
  }

  private OptionalInt account(VenueView view) {
    return view.accounts().stream()
        .filter(each -> view.owner(each.account()) == each.account())
        .filter(each -> each.name().equals(terms.account()))
        .mapToInt(OpenAccount::account)
        .findFirst();
  }
}
