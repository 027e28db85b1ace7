package org.plimsoll.solvency.book;

import java.util.List;

/// Who owns and owes what at an instant, as seen from one party, the subject.
///
/// @param title one line that says what the book is
/// @param asOf the instant, ISO 8601 (a date, or a date and time in UTC)
/// @param currency the unit of every value, such as `USD`
/// @param subject the id of the party whose solvency is asked
/// @param notes what a reader must know; each a sentence
/// @param assets in the order of the file
/// @param parties in the order of the file
/// @param accounts with the subject, in the order of the file, groups expanded
/// @param loans in the order of the file
/// @param custody in the order of the file
/// @param markets in the order of the file
/// @param policies the rules under which the subject stands
/// @param facts what the public could know, in the order of the file
/// @param elsewhere who else holds what the subject may sell, in the order of the file
public record Book(
    String title,
    String asOf,
    String currency,
    String subject,
    List<String> notes,
    List<Asset> assets,
    List<Party> parties,
    List<Account> accounts,
    List<Loan> loans,
    List<Custody> custody,
    List<Market> markets,
    Policies policies,
    List<Fact> facts,
    List<Elsewhere> elsewhere) {
  public Book {
    notes = List.copyOf(notes);
    assets = List.copyOf(assets);
    parties = List.copyOf(parties);
    accounts = List.copyOf(accounts);
    loans = List.copyOf(loans);
    custody = List.copyOf(custody);
    markets = List.copyOf(markets);
    facts = List.copyOf(facts);
    elsewhere = List.copyOf(elsewhere);
  }

  /// Returns a book without facts and without holders elsewhere.
  public Book(
      String title,
      String asOf,
      String currency,
      String subject,
      List<String> notes,
      List<Asset> assets,
      List<Party> parties,
      List<Account> accounts,
      List<Loan> loans,
      List<Custody> custody,
      List<Market> markets,
      Policies policies) {
    this(
        title, asOf, currency, subject, notes, assets, parties, accounts, loans, custody, markets,
        policies, List.of(), List.of());
  }

  /// Returns the book under another title.
  public Book withTitle(String changed) {
    return new Book(
        changed, asOf, currency, subject, notes, assets, parties, accounts, loans, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other notes.
  public Book withNotes(List<String> changed) {
    return new Book(
        title, asOf, currency, subject, changed, assets, parties, accounts, loans, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other assets.
  public Book withAssets(List<Asset> changed) {
    return new Book(
        title, asOf, currency, subject, notes, changed, parties, accounts, loans, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other parties.
  public Book withParties(List<Party> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, changed, accounts, loans, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other accounts.
  public Book withAccounts(List<Account> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, changed, loans, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other loans.
  public Book withLoans(List<Loan> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, accounts, changed, custody, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other holdings in custody.
  public Book withCustody(List<Custody> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, accounts, loans, changed, markets,
        policies, facts, elsewhere);
  }

  /// Returns the book with other holders elsewhere.
  public Book withElsewhere(List<Elsewhere> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, accounts, loans, custody, markets,
        policies, facts, changed);
  }

  /// Returns the book with other markets.
  public Book withMarkets(List<Market> changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, accounts, loans, custody, changed,
        policies, facts, elsewhere);
  }

  /// Returns the book under other rules.
  public Book withPolicies(Policies changed) {
    return new Book(
        title, asOf, currency, subject, notes, assets, parties, accounts, loans, custody, markets,
        changed, facts, elsewhere);
  }
}
