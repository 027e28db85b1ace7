package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.text.bind.Omissible;

/// The terms of a cohort of customers of one class.
///
/// @param party to whom the accounts belong, in the world's ledger
/// @param kind what they do
/// @param accounts how many accounts stand for all, 1 to 10,000
/// @param sizeDispersion standard deviation of the logarithm of an account's size, from 0; deposits
///   at lenders and venues are log-normal with about 2
/// @param visitsPerTick how many accounts look after their business at each tick, in turns
/// @param coin what they hold or bet on beside dollars, by its code
/// @param coinShare chance that a deposit comes as coins, 0 to 1
/// @param market where they trade it; empty for those who do not trade
/// @param leverage position over equity, from 0; of a leveraged token, its share of the equity
/// @param longShare of those with perpetuals, how many are long, 0 to 1
/// @param bank custody location where dollars arrive
/// @param wallet custody location where coins arrive
/// @param affiliateBank custody location of the affiliate where other dollars arrive; empty if none
/// @param affiliateShare chance that dollars arrive there, 0 to 1
/// @param dailyWithdrawals share of a balance that is taken out in a day of calm, 0 to 1
/// @param arrivals when how much comes
/// @param belief when they run
public record CustomerTerms(
    String party,
    CustomerClass kind,
    int accounts,
    @Omissible double sizeDispersion,
    int visitsPerTick,
    String coin,
    @Omissible double coinShare,
    @Omissible String market,
    @Omissible double leverage,
    @Omissible double longShare,
    String bank,
    String wallet,
    @Omissible String affiliateBank,
    @Omissible double affiliateShare,
    @Omissible double dailyWithdrawals,
    ArrivalTerms arrivals,
    BeliefTerms belief) {}
