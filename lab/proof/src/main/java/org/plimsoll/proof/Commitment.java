package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.JsonText;

/// What is published: the totals that are claimed, and the root that binds every account to them.
///
/// @param subject who owes
/// @param asOf the instant of the book
/// @param bookHash the hash of the book
/// @param accounts how many accounts are in the tree, at least 1
/// @param root of the tree, 32 bytes in lower case hexadecimal
/// @param assets in strictly ascending order of id; at least one
/// @param digest the name of this commitment: it is the hash of everything else in it
public record Commitment(
    String subject,
    String asOf,
    String bookHash,
    int accounts,
    String root,
    List<CommittedAsset> assets,
    String digest) {
  /// The name of the format, which the digest binds.
  public static final String FORMAT = "plimsoll-commitment-1";

  private static final byte COMMITMENT = 3;

  /// Takes a copy of the assets.
  ///
  /// @throws IllegalArgumentException if assets are missing or out of order, the root has another
  ///   form, or there is no account
  public Commitment {
    assets = List.copyOf(assets);
    if (assets.isEmpty()) {
      throw new IllegalArgumentException("a commitment names at least one asset");
    }
    for (int i = 1; i < assets.size(); i++) {
      String before = assets.get(i - 1).terms().id();
      String id = assets.get(i).terms().id();
      if (id.compareTo(before) <= 0) {
        throw new IllegalArgumentException("asset " + id + " comes after " + before);
      }
    }
    top(root, assets, accounts);
  }

  /// Returns a commitment with the digest that belongs to it.
  public static Commitment of(
      String subject,
      String asOf,
      String bookHash,
      int accounts,
      String root,
      List<CommittedAsset> assets) {
    String digest = digest(subject, asOf, bookHash, accounts, root, assets);
    return new Commitment(subject, asOf, bookHash, accounts, root, assets, digest);
  }

  /// Checks that the commitment says what its digest says, and that its totals can be totals.
  public Check check() {
    if (!digest.equals(digest(subject, asOf, bookHash, accounts, root, assets))) {
      return new Check.Fails("the commitment was changed: its digest is that of another one");
    }
    List<BigInteger> unsecured = assets.stream().map(CommittedAsset::unsecuredDebts).toList();
    Optional<String> fault =
        Range.fault("the published total", top().sums(), 2 * assets.size(), Node.SUM_BITS)
            .or(() -> Range.fault("the unsecured debt", unsecured, assets.size(), Node.SUM_BITS));
    return Check.of(fault);
  }

  /// Returns the top of the tree: one column per asset for what is owed, then one for the debts.
  public SumRoot top() {
    return top(root, assets, accounts);
  }

  /// Returns how the assets are counted.
  public List<AssetTerms> terms() {
    return assets.stream().map(CommittedAsset::terms).toList();
  }

  private static SumRoot top(String hash, List<CommittedAsset> assets, int accounts) {
    List<BigInteger> sums = new ArrayList<>();
    assets.forEach(asset -> sums.add(asset.liabilities()));
    assets.forEach(asset -> sums.add(asset.debts()));
    return new SumRoot(hash, sums, accounts);
  }

  private static String digest(
      String subject,
      String asOf,
      String bookHash,
      int accounts,
      String root,
      List<CommittedAsset> assets) {
    List<String> texts = new ArrayList<>();
    texts.addAll(List.of(FORMAT, subject, asOf, bookHash, Integer.toString(accounts), root));
    for (CommittedAsset asset : assets) {
      AssetTerms terms = asset.terms();
      texts.add(terms.id());
      texts.add(Integer.toString(terms.decimals()));
      texts.add(JsonText.decimal(terms.collateralValue()));
      texts.add(terms.debtValue().map(JsonText::decimal).orElse(""));
      texts.add(asset.liabilities().toString());
      texts.add(asset.debts().toString());
      texts.add(asset.unsecuredDebts().toString());
    }
    return Sha256.hex(Sha256.ofTexts(COMMITMENT, texts));
  }
}
