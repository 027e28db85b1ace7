package org.plimsoll.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.LiquidationEvent.LossTakenOver;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationEvent.OfferRecalled;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.server.store.Kept.LiquidationKind;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// What happens to accounts that fail, step by step, and what others pay for it.
record LiquidationRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case LiquidationEvent e -> step(e);
      case TransferPosted e when e.cause() == Cause.SOCIALIZED_LOSS ->
          new Step(LiquidationKind.PROFIT_TAKEN, LedgerAccount.number(e.from()))
              .amounts(e.asset(), e.amount(), null)
              .addTo(rows);
      case TransferPosted e when e.cause() == Cause.HANDOVER || e.cause() == Cause.ESTATE ->
          handOver(e);
      default -> {}
    }
  }

  private void step(LiquidationEvent event) {
    switch (event) {
      case MarginStageSet e ->
          new Step(LiquidationKind.STAGE, e.account()).stage(e.stage()).addTo(rows);
      case LiquidationOrderSent e ->
          new Step(LiquidationKind.ORDER, e.account())
              .position(
                  e.market(),
                  e.order(),
                  e.side() == Side.BUY ? e.quantityLots() : -e.quantityLots())
              .addTo(rows);
      case PositionHandedOver e ->
          new Step(
                  e.isDeleveraged() ? LiquidationKind.DELEVERAGED : LiquidationKind.HANDED_OVER,
                  e.from())
              .to(e.to())
              .position(e.market(), null, e.lots())
              .amounts(0, e.fromCost(), e.toCost())
              .addTo(rows);
      case LossBorne e ->
          new Step(LiquidationKind.LOSS, e.account())
              .amounts(0, e.loss(), null)
              .bearers(e)
              .addTo(rows);
      case OfferRecalled e ->
          new Step(LiquidationKind.OFFER_RECALLED, e.account())
              .amounts(e.asset(), null, null)
              .addTo(rows);
      case LossTakenOver e ->
          new Step(LiquidationKind.LOSS_TAKEN_OVER, e.account())
              .position(e.market(), null, null)
              .amounts(0, e.amount(), null)
              .addTo(rows);
    }
  }

  /// Coins that go from an account in liquidation to somebody, or the other way round; what goes
  /// between an account and the fund has no counterparty.
  private void handOver(TransferPosted e) {
    boolean isGiven = LedgerAccount.kind(e.from()) == Kind.CUSTOMER;
    int account = isGiven ? e.from() : e.to();
    if (LedgerAccount.kind(account) == Kind.CUSTOMER) {
      Step step =
          new Step(
              e.cause() == Cause.ESTATE ? LiquidationKind.ESTATE : LiquidationKind.COINS,
              LedgerAccount.number(account));
      if (isGiven && LedgerAccount.kind(e.to()) == Kind.CUSTOMER) {
        step.to(LedgerAccount.number(e.to()));
      }
      step.amounts(e.asset(), isGiven ? -e.amount() : e.amount(), null).addTo(rows);
    }
  }

  /// A row in the making; what is not said of it is null.
  private static final class Step {
    private final LiquidationKind kind;
    private final int account;
    private @Nullable String stage;
    private @Nullable Integer counterparty;
    private @Nullable Integer market;
    private @Nullable Integer asset;
    private @Nullable Long order;
    private @Nullable Long lots;
    private @Nullable Long amount;
    private @Nullable Long counterAmount;
    private @Nullable LossBorne loss;

    Step(LiquidationKind kind, int account) {
      this.kind = kind;
      this.account = account;
    }

    Step stage(MarginStage next) {
      stage = next.name();
      return this;
    }

    Step to(int receiver) {
      counterparty = receiver;
      return this;
    }

    Step position(int number, @Nullable Long orderSent, @Nullable Long signedLots) {
      market = number;
      order = orderSent;
      lots = signedLots;
      return this;
    }

    Step amounts(int of, @Nullable Long own, @Nullable Long counterpartys) {
      asset = of;
      amount = own;
      counterAmount = counterpartys;
      return this;
    }

    Step bearers(LossBorne borne) {
      loss = borne;
      return this;
    }

    void addTo(Rows rows) {
      rows.add(
          Statement.LIQUIDATION,
          rows.nowNs(),
          kind.name(),
          account,
          stage,
          counterparty,
          market,
          asset,
          order,
          lots,
          amount,
          counterAmount,
          loss == null ? null : (Long) loss.fund(),
          loss == null ? null : (Long) loss.capital(),
          loss == null ? null : (Long) loss.profits(),
          loss == null ? null : (Long) loss.nobody());
    }
  }
}
