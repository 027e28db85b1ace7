package org.plimsoll.protocol;

/// What a venue can be asked to do. A command is either applied in full or refused in full.
///
/// Numbers of assets, accounts, custody locations and markets are dense: the first is 0 and each
/// new one is the next. Asset 0 is the venue's unit of account, in which every price is stated.
/// Amounts count an asset's smallest unit; prices and weights count billionths (`E9`); order prices
/// count ticks and order quantities count lots of their market.
public sealed interface Command permits OrderCommand, DeskCommand {}
