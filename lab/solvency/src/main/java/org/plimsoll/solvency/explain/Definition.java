package org.plimsoll.solvency.explain;

/// What a figure means: in words, in symbols, and where the measure comes from.
///
/// In the symbols q is a quantity, p a price, i runs over assets, a over accounts, c over custody
/// and l over loans; (x)+ is the part of x above zero, V_a the net value that the subject owes to
/// account a, and rho the part of a debt under water that the book expects back.
public enum Definition {
  EQUITY(
      "on hand, plus what is expected back from accounts under water, plus loans out at the smaller"
          + " of debt and collateral and the recourse part of the rest, less the net value of every"
          + " other account, less what is borrowed",
      "E = sum_c q_c p_c + rho sum_a (-V_a)+ + sum_l worth(l) - sum_a (V_a)+ - sum_l q_l p_l",
      Literature.BALANCE_SHEET_TEST),
  EQUITY_WITHOUT_OWN_TOKEN(
      "equity at mark, computed again with the price of every own token at zero: as asset, as"
          + " collateral and as claim",
      "E at p_i = 0 for every i that the subject or a related party issued",
      Literature.LEVINE),
  HELD("everything in custody at its price, pledged or not", "sum_c q_c p_c", Literature.OWN),
  RECEIVABLE(
      "what accounts under water owe net, times the part that the book expects back",
      "rho sum_a (-V_a)+",
      Literature.OWN),
  LENT(
      "each loan out at the smaller of debt and collateral, and the recourse part r of the rest",
      "sum_l (1 - r_l) min(q_l p_l, C_l) + r_l q_l p_l",
      Literature.OWN),
  CLAIMS(
      "the net value of every account that is not under water; no account is netted with another",
      "sum_a (V_a)+",
      Literature.OWN),
  DEBTS("what the subject has borrowed, in full", "sum_l q_l p_l", Literature.OWN),
  ASSETS(
      "everything that the subject has: on hand, expected back, and lent",
      "held + receivable + lent",
      Literature.OWN),
  OWED("everything that the subject owes", "claims + debts", Literature.OWN),
  OWN_TOKEN_SHARE(
      "own tokens on hand over everything that the subject has, at mark",
      "sum over own tokens of q_c p_c, over assets",
      Literature.LEVINE),
  OWN_TOKEN_PART(
      "the part of equity at mark that goes when own tokens are worth nothing",
      "(E - E without own token) / E",
      Literature.LEVINE),
  OBTAINABLE(
      "liquid assets in custody that are not pledged, at their price, leaving out own tokens",
      "sum over liquid c of (q_c - pledged_c)+ p_c",
      Literature.COVERAGE),
  DEMANDABLE(
      "the net value of every account that is not under water and loans due on demand, with own"
          + " tokens worth nothing; a loan whose term is unknown counts as nothing to all of it",
      "sum_a (V_a)+ + sum over l due now of q_l p_l",
      Literature.COVERAGE),
  SURPLUS(
      "what can be obtained now, less what can be demanded now",
      "obtainable - demandable",
      Literature.CASH_FLOW_TEST),
  COVER(
      "what can be obtained now, over what can be demanded now",
      "obtainable / demandable",
      Literature.COVERAGE),
  NET_CLAIMS(
      "everything the subject has over everything it owes net, at most 1; 1 where equity cannot be"
          + " negative",
      "min(1, assets / owed)",
      Literature.CLEARING),
  COMMINGLED(
      "everything on hand over everything owed to accounts, balance by balance, at most 1",
      "min(1, sum_c q_c p_c / sum_a sum_i (b_ai)+ p_i)",
      Literature.CLEARING),
  COMMINGLED_WITHOUT_OWN_TOKEN(
      "the same, leaving out own tokens on hand and claims to own tokens",
      "min(1, sum_c q_c p_c / sum_a sum_i (b_ai)+ p_i), i not an own token",
      Literature.CLEARING),
  BREAKING_HAIRCUT(
      "the part h by which prices must fall together for equity to be zero. Each line is worth"
          + " F + M (1 - h) there: M is what falls with those prices, F what does not, and what must"
          + " still be bought does not fall",
      "h = (sum F + sum M) / sum M",
      Literature.REVERSE_STRESS),
  SEGREGATED_VALUE(
      "what the claimants of one asset get if it answers for their claims alone",
      "min(on hand, owed) p",
      Literature.OWN),
  COMMINGLED_VALUE(
      "what the claimants of one asset get if everything on hand answers for every claim",
      "owed p times the commingled recovery",
      Literature.CLEARING),
  COMMINGLING_GAIN(
      "what commingling gives to the claimants of one asset; below zero, what it takes",
      "commingled - segregated",
      Literature.CLEARING),
  SURPLUS_CHANGE(
      "what the subject keeps beyond the claims of accounts under commingling, less the same under"
          + " segregation: what all claimants gain, with its sign turned",
      "- sum_i gain_i",
      Literature.CLEARING),
  HELD_REALIZABLE(
      "everything on hand at the average price of its sale, where all that must be sold is sold at"
          + " once",
      "sum_c q_c p_i (d_i / Q_i) (1 - exp(-Q_i / d_i)), with block Q and log-depth d",
      Literature.IMPACT),
  EQUITY_AT_LIQUIDATION(
      "what the subject has of each asset beyond what it owes in it, at the price of its sale, and"
          + " at mark where it must buy; less what accounts under water fail to pay; plus loans out",
      "sum_i (n_i)+ s_i - (-n_i)+ p_i - (1 - rho) sum_a (-V_a)+ + sum_l worth(l), at sale prices s",
      Literature.IMPACT),
  PRICE("the price that the book gives, in its currency", "p_i", Literature.OWN),
  OWED_TO("balances that the subject owes to accounts", "sum_a (b_a)+", Literature.OWN),
  OWED_BY("balances that accounts owe to the subject", "sum_a (-b_a)+", Literature.OWN),
  ON_HAND("everything in custody, pledged or not", "sum_c q_c", Literature.OWN),
  ASSET_LENT("what others have borrowed outside accounts", "sum_l q_l", Literature.OWN),
  ASSET_BORROWED("what the subject has borrowed outside accounts", "sum_l q_l", Literature.OWN),
  MATCHED_GAP(
      "on hand, plus owed by accounts, less owed to accounts: below zero the books do not balance",
      "sum_c q_c - sum_a b_a",
      Literature.LEVINE),
  MATCHED_GAP_WITHOUT_RELATED(
      "the matched gap, leaving out accounts of related parties",
      "sum_c q_c - sum over unrelated a of b_a",
      Literature.LEVINE),
  CUSTODY_GAP(
      "on hand less owed to accounts: what is missing if nobody who owes pays",
      "sum_c q_c - sum_a (b_a)+",
      Literature.CLIENT_MONEY),
  CUSTODY_RATIO(
      "on hand over owed to accounts", "sum_c q_c / sum_a (b_a)+", Literature.CLIENT_MONEY),
  SEGREGATED_RECOVERY(
      "the custody ratio, at most 1: what each claim gets if the asset answers for these alone",
      "min(1, sum_c q_c / sum_a (b_a)+)",
      Literature.CLIENT_MONEY),
  LARGEST_DEBTOR(
      "what the accounts of the owner who owes most of the asset owe together",
      "max over owners of sum_a (-b_a)+",
      Literature.OWN),
  SPIRAL(
      "the price lost to the sales that one lost unit of price forces, by all channels that the book"
          + " tells; from 1 on, each round of sales is larger than the last",
      "R = sum of the channels: q l / ((1 - l) M), phi h / N, C k s / (p M), L (L - 1) A / (p M)",
      Literature.DELEVERAGING),
  SPIRAL_NOBODY_EXEMPT(
      "the same if those were sold out too whom the venue does not sell out",
      "R over all debts",
      Literature.DELEVERAGING),
  SPIRAL_LIQUIDATION(
      "borrowers sell to keep the ratio l of debt to collateral that they have; q is pledged, M is"
          + " the log-depth of the market",
      "sum of q l / ((1 - l) M), where l / (1 - l) = debt / (collateral - debt)",
      Literature.DELEVERAGING),
  SPIRAL_OWN_TOKEN(
      "the token's market value follows the equity of its issuer by the multiple phi; equity carries"
          + " the price of h of the N tokens, and nothing where it is not positive",
      "phi h / N",
      Literature.SPIRALS),
  SPIRAL_RUN(
      "customers leave as the price falls, and the part s of what they are paid is raised by selling",
      "C k s / (p M), with claims C and the part k of them that leaves by the time the price is 0",
      Literature.SPIRALS),
  SPIRAL_LEVERAGED_TOKENS(
      "tokens that hold L times the asset sell as it falls, long and short ones alike",
      "sum of L (L - 1) A / (p M), with net asset value A",
      Literature.SPIRALS),
  SPIRAL_FALL(
      "the part of the price that is lost when a fall of 10% and all the sales that it forces are"
          + " over: the highest price that is left by what is sold at it",
      "1 - 0.9 exp(-S / M), with S sold once the price has fallen so far", Literature.SPIRALS),
  TOKENS_CARRIED(
      "tokens by whose price equity falls when the price does: held, less owed, and those that"
          + " secure debts under water, as far as these do not come back",
      "h = held + sum of (slope + lost collateral)",
      Literature.SPIRALS),
  TOKEN_PRICE(
      "the highest price below the last one named at which the token is worth what equity at that"
          + " price makes it worth; V = v N is what all tokens are worth without the issuer",
      "p = (V + phi (K + h p)) / N, so p = (V + phi K) / (N - phi h); V / N without equity",
      Literature.SPIRALS),
  TOKEN_TIPPING_PRICE(
      "the price that justifies itself and from which a small fall feeds on itself",
      "p = (V + phi K) / (N - phi h), with phi h above N",
      Literature.SPIRALS),
  ATTACK_DISTANCE("the part of the price until it tips", "1 - p_tip / p", Literature.SPIRALS),
  ATTACK_TOKENS(
      "tokens whose sale brings the price to where it tips",
      "x = M ln(p / p_tip)",
      Literature.IMPACT),
  ATTACK_PROCEEDS("what that sale brings", "M (p - p_tip)", Literature.IMPACT),
  ATTACK_BUY_BACK("what buying the tokens back after the fall costs", "x p_low", Literature.IMPACT),
  ATTACK_CAPITAL(
      "what is lost if it does not tip and the tokens are bought back at the price as it stood",
      "x p - M (p - p_tip)",
      Literature.IMPACT),
  ATTACK_PROFIT(
      "what is earned if it tips, before the cost of borrowing the tokens",
      "M (p - p_tip) - x p_low",
      Literature.IMPACT),
  SUPPORT_CASH(
      "what the supporter can spend: the subject what it can obtain now, another party what is"
          + " liquid and positive in its accounts",
      "C",
      Literature.EMISSION),
  SUPPORT_STEADY_PRICE(
      "the price at which what comes in buys what is paid out", "I0 / e", Literature.EMISSION),
  SUPPORT_BURN("what the price costs its supporter in a day", "e p - I0", Literature.EMISSION),
  SUPPORT_RUNWAY("days until the cash is gone", "C / (e p - I0)", Literature.EMISSION),
  SUPPORT_TOKENS(
      "tokens that the supporter then has", "(e - I0 / p) C / (e p - I0)", Literature.EMISSION),
  LEANING_DEBT(
      "of every debt against the asset at least what no other collateral covers, at most what this"
          + " one does",
      "sum of debts, each from min((D - others)+, value) to min(D, value)",
      Literature.OWN),
  LOAD_LINE(
      "the most debt that the collateral carries by one model of its market: up to where forced"
          + " sales feed on themselves, or what can be sold within the time, whichever is less; the"
          + " square root has the second alone",
      "min(p M (1 - l), proceeds of a sale of phi V T / p), with 1 - l = D / W",
      Literature.LOAD_LINE),
  TIMES_THE_LINE(
      "the debt that leans on the collateral over the most that it carries, both at the careful end",
      "debt / line",
      Literature.LOAD_LINE),
  DECIDING_LINE(
      "the smallest line of a model within its range decides; the highest is what the models allow",
      "min over models of the line",
      Literature.LOAD_LINE);

  private final String words;
  private final String symbols;
  private final String literature;

  Definition(String words, String symbols, String literature) {
    this.words = words;
    this.symbols = symbols;
    this.literature = literature;
  }

  /// The meaning in words.
  public String words() {
    return words;
  }

  /// The formula.
  public String symbols() {
    return symbols;
  }

  /// Where the measure comes from.
  public String literature() {
    return literature;
  }

  /// What the definitions are taken from.
  private static final class Literature {
    static final String OWN = "a sum over the book, as Plimsoll defines it";
    static final String BALANCE_SHEET_TEST =
        "the balance-sheet test of insolvency, as in the Insolvency Act 1986 (UK), s. 123(2)";
    static final String CASH_FLOW_TEST =
        "the cash-flow test of insolvency, as in the Insolvency Act 1986 (UK), s. 123(1)(e)";
    static final String LEVINE =
        "the column that told FTX in eight balance sheets (2022), docs/explanation/levine.md";
    static final String COVERAGE =
        "a liquidity coverage ratio at once and without haircuts, after Basel Committee (2013),"
            + " bcbs238";
    static final String CLEARING =
        "proportional payment to equal creditors, after Eisenberg and Noe (2001), Management"
            + " Science 47(2)";
    static final String REVERSE_STRESS =
        "a reverse stress test, after Basel Committee (2018), Stress testing principles, bcbs450";
    static final String IMPACT =
        "the integral of a price whose logarithm falls by x / d when x units are sold; a model, on"
            + " which no answer rests";
    static final String DELEVERAGING =
        "leverage targeting, after Greenwood, Landier and Thesmar (2015), Vulnerable banks";
    static final String SPIRALS =
        "a fixed point of price and equity, docs/how-to/weigh-an-own-token.md";
    static final String EMISSION =
        "dp/dt = p (I0 - e p) / K, a price against its emission, docs/how-to/weigh-an-own-token.md";
    static final String LOAD_LINE =
        "impact models with their ranges, among them Toth et al. (2011), Anomalous price impact";
    static final String CLIENT_MONEY =
        "the comparison of a client money resource with its requirement, as in FCA Handbook CASS"
            + " 7.16";

    private Literature() {}
  }
}
