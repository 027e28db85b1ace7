package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.units.Side;
import org.plimsoll.venue.HeldPrivilege;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.VenueView;

/// A venue's state at one sequence number, as an immutable value in the venue's own integers.
///
/// There are two ways to one: [#of] looks at the venue itself, [PictureProjection] folds its
/// events. Both give equal pictures of the same history.
///
/// @param sequence the number of commands behind it
/// @param clockNs the venue's clock, nanoseconds since 1970 in UTC
/// @param rules the rules that bind
/// @param assets by number
/// @param accounts by number
/// @param custody by number
/// @param markets by number
/// @param orders that rest, by order number
/// @param withdrawalPolicies how withdrawals are paid, by asset number
/// @param withdrawals that wait, by their number
/// @param quotes that are open, by number
/// @param privileges that anybody has, by privilege, then by account
/// @param overriddenFigures what is published instead of what the books give
public record VenuePicture(
    long sequence,
    long clockNs,
    Rules rules,
    List<PicturedAsset> assets,
    List<PicturedAccount> accounts,
    List<PicturedCustody> custody,
    List<ListMarket> markets,
    List<PicturedOrder> orders,
    List<SetWithdrawalPolicy> withdrawalPolicies,
    List<WithdrawalRequested> withdrawals,
    List<OfferQuote> quotes,
    List<HeldPrivilege> privileges,
    SortedMap<PublishedFigure, Long> overriddenFigures) {
  /// An asset, its terms and its mark.
  ///
  /// @param collateral empty where it cannot be borrowed or pledged
  /// @param markE9 billionths of the unit of account, 0 where there is none
  public record PicturedAsset(
      DefineAsset definition, Optional<SetCollateral> collateral, long markE9) {}

  /// An account, its signed balances and what it has asked for and not been sent, by asset number.
  ///
  /// @param owner the number of the account whose owner owns it: its own, unless it is a subaccount
  public record PicturedAccount(
      OpenAccount opening, int owner, List<Long> balances, List<Long> pending) {}

  /// A custody location and what is there by asset number.
  public record PicturedCustody(OpenCustody opening, List<Long> onHand) {}

  /// An order that rests in an order book.
  public record PicturedOrder(
      long order, int market, int account, Side side, long priceTicks, long leavesLots) {}

  /// Returns the picture of the venue behind `view`.
  public static VenuePicture of(VenueView view) {
    List<OpenAccount> accounts = view.accounts();
    List<OpenCustody> custody = view.custody();
    return new VenuePicture(
        view.sequence(),
        view.clockNs(),
        view.rules(),
        IntStream.range(0, view.assetCount()).mapToObj(asset -> asset(view, asset)).toList(),
        accounts.stream()
            .map(a ->
                new PicturedAccount(
                    a,
                    view.owner(a.account()),
                    perAsset(view, i -> view.balance(a.account(), i)),
                    perAsset(view, i -> view.pending(a.account(), i))))
            .toList(),
        custody.stream()
            .map(c -> new PicturedCustody(c, perAsset(view, i -> view.onHand(c.custody(), i))))
            .toList(),
        view.markets(),
        orders(view),
        IntStream.range(0, view.assetCount()).mapToObj(view::withdrawalPolicy).toList(),
        IntStream.range(0, view.assetCount())
            .mapToObj(view::withdrawals)
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(WithdrawalRequested::withdrawal))
            .toList(),
        view.quotes(),
        view.privileges(),
        view.overriddenFigures());
  }

  private static PicturedAsset asset(VenueView view, int asset) {
    Optional<SetCollateral> collateral =
        view.isCollateral(asset) ? Optional.of(view.collateral(asset)) : Optional.empty();
    return new PicturedAsset(view.asset(asset), collateral, view.markE9(asset));
  }

  private static List<Long> perAsset(VenueView view, AmountOfAsset amount) {
    return IntStream.range(0, view.assetCount()).mapToObj(amount::of).toList();
  }

  private static List<PicturedOrder> orders(VenueView view) {
    List<PicturedOrder> orders = new ArrayList<>();
    for (ListMarket market : view.markets()) {
      view.forEachOrder(
          market.market(),
          (order, account, side, priceTicks, leavesLots) ->
              orders.add(
                  new PicturedOrder(
                      order, market.market(), account, side, priceTicks, leavesLots)));
    }
    orders.sort(Comparator.comparingLong(PicturedOrder::order));
    return List.copyOf(orders);
  }

  private interface AmountOfAsset {
    Long of(int asset);
  }
}
