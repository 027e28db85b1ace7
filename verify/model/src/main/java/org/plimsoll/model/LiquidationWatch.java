package org.plimsoll.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.MarginStage;

/// Marks what histories reach of liquidation.
final class LiquidationWatch {
  private final Consumer<CoverageMark> reached;
  private final SortedSet<Long> orders = new TreeSet<>();
  private final SortedSet<Integer> futures = new TreeSet<>();
  private final SortedSet<Integer> failing = new TreeSet<>();
  private LiquidationProfile profile = LiquidationProfile.OFF;

  LiquidationWatch(Consumer<CoverageMark> reached) {
    this.reached = reached;
  }

  /// Marks what a command did.
  void onCommand(Request request, List<Event> events) {
    boolean isClock = request.command() instanceof ClockCommand;
    boolean isOfEstate = false;
    for (Event event : events) {
      reachIf(isOfEstate && event instanceof LendingEvent, CoverageMark.LENT_TAKEN_OVER);
      isOfEstate = event instanceof Event.TransferPosted e && e.cause() == Cause.ESTATE;
      watch(event);
      reachIf(
          !isClock && event instanceof ClockEvent.DueWorkBegan e && e.work() == DueWork.LIQUIDATION,
          CoverageMark.LIQUIDATION_WENT_ON);
      reachIf(
          event instanceof ClockEvent.DueWorkBegan e && e.work() == DueWork.STAGE,
          CoverageMark.ASKED_LATER);
    }
  }

  private void watch(Event event) {
    switch (event) {
      case Event.CommandApplied(SetLiquidationProfile c) -> profile = c.profile();
      case Event.CommandApplied(ListFuture c) -> futures.add(c.market());
      case ControlEvent.ExemptionUsed e ->
          reachIf(e.privilege() == Privilege.LIQUIDATION_EXEMPT, CoverageMark.SPARED_BY_PRIVILEGE);
      case OrderEvent.TradeExecuted e ->
          reachIf(
              orders.contains(e.takerOrder()),
              futures.contains(e.market())
                  ? CoverageMark.LIQUIDATED_IN_BOOK
                  : CoverageMark.LIQUIDATED_SPOT_IN_BOOK);
      case Event.TransferPosted e -> watch(e);
      case LiquidationEvent e -> watch(e);
      default -> {}
    }
  }

  private void watch(Event.TransferPosted e) {
    boolean isHandover = e.cause() == Cause.HANDOVER;
    reachIf(e.cause() == Cause.ESTATE, CoverageMark.ESTATE_TAKEN);
    reachIf(isHandover && e.asset() != 0, CoverageMark.COIN_HANDED_TO_BACKSTOP);
    reachIf(isHandover && e.to() >= NaiveLedger.VENUE_BIT, CoverageMark.FUND_GAINED);
  }

  private void watch(LiquidationEvent event) {
    switch (event) {
      case LiquidationEvent.MarginStageSet e -> {
        boolean isHealthy = e.stage() == MarginStage.HEALTHY;
        boolean isNew = isHealthy ? failing.remove(e.account()) : failing.add(e.account());
        reachIf(isNew, isHealthy ? CoverageMark.RECOVERED : CoverageMark.FAILED);
      }
      case LiquidationEvent.LiquidationOrderSent e -> orders.add(e.order());
      case LiquidationEvent.PositionHandedOver e ->
          reached.accept(
              !e.isDeleveraged()
                  ? CoverageMark.HANDED_TO_BACKSTOP
                  : profile.ranksByProfit()
                      ? CoverageMark.DELEVERAGED_BY_PNL
                      : CoverageMark.DELEVERAGED);
      case LiquidationEvent.LossBorne e -> {
        reachIf(e.fund() > 0, CoverageMark.LOSS_BY_FUND);
        reachIf(e.capital() > 0, CoverageMark.LOSS_BY_CAPITAL);
        reachIf(e.profits() > 0, CoverageMark.LOSS_SOCIALIZED);
        reachIf(e.nobody() > 0, CoverageMark.LOSS_BY_NOBODY);
      }
      case LiquidationEvent.LossTakenOver _ -> reached.accept(CoverageMark.LOSS_TAKEN_OVER);
      case LiquidationEvent.OfferRecalled _ -> reached.accept(CoverageMark.RECALLED_BY_LIQUIDATION);
    }
  }

  private void reachIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reached.accept(mark);
    }
  }
}
