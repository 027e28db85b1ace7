package org.plimsoll.ecosystem.agent.lender;

/// A fund that keeps money with a lender for the interest.
///
/// @param party the fund's name among the parties, which has the money when the simulation starts
/// @param lender the lender's name among the parties
/// @param lenderAgent the lender's name among the agents
/// @param money such as `USD`
/// @param deposits instrument of kind `OWED` in which the lender owes it
/// @param date when it pays in
/// @param dollars how much
public record FundInLender(
    String party,
    String lender,
    String lenderAgent,
    String money,
    String deposits,
    String date,
    double dollars) {}
