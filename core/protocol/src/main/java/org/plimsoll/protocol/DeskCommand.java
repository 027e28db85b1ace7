package org.plimsoll.protocol;

/// What is asked for now and then: everything but orders. Each is a record whose components, in
/// their order, are its bytes on the wire ([RecordLayout]).
public sealed interface DeskCommand extends Command
    permits ListingCommand,
        AccountCommand,
        CashCommand,
        ClockCommand,
        TradingCommand,
        LendingCommand,
        ControlCommand,
        QuoteCommand,
        LiquidationCommand,
        TokenCommand,
        CollateralCommand,
        LeveragedTokenCommand {}
