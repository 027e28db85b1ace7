package org.plimsoll.protocol;

/// What happens now and then. Each is a record whose components, in their order, are its bytes on
/// the wire ([RecordLayout]).
public sealed interface DeskEvent extends Event
    permits ClockEvent,
        PriceEvent,
        TriggerEvent,
        CashEvent,
        LendingEvent,
        ControlEvent,
        LiquidationEvent,
        TokenEvent,
        CollateralEvent,
        LeveragedTokenEvent {}
