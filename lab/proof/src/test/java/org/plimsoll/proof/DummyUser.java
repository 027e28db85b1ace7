package org.plimsoll.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a dishonest venue publishes: a tree that is sound in every hash, with an invented account
/// that owes 100 BTC against a million tokens that nobody wants.
///
/// @param commitment what it publishes
/// @param proof of the invented account
record DummyUser(Commitment commitment, Proof proof) {
  static DummyUser build(Path folder) throws IOException {
    Files.createDirectories(folder);
    String salt = Sha256.hex(Sha256.of("salt"));
    Leaf honest = new Leaf("ann", salt, numbers(100, 0, 0, 0));
    Leaf dummy = new Leaf("dummy", salt, numbers(0, 1_000_000, 100, 0));
    try (SumTree tree = SumTree.build(folder, 4, 2, List.of(honest, dummy))) {
      List<InclusionPath> paths = new ArrayList<>();
      tree.paths(paths::add);
      Commitment commitment = commitment(tree.root());
      return new DummyUser(commitment, new Proof(commitment.digest(), dummy, paths.get(1)));
    }
  }

  private static Commitment commitment(SumRoot root) {
    AssetTerms bitcoin = terms("BTC", "57000", "60000");
    AssetTerms token = terms("JUNK", "0.1", "1");
    List<BigInteger> sums = root.sums();
    return Commitment.of(
        "venue",
        "2026-01-31",
        Sha256.hex(Sha256.of("book")),
        root.count(),
        root.hash(),
        List.of(
            new CommittedAsset(bitcoin, sums.get(0), sums.get(2), BigInteger.ZERO),
            new CommittedAsset(token, sums.get(1), sums.get(3), BigInteger.ZERO)));
  }

  private static AssetTerms terms(String id, String collateralValue, String debtValue) {
    return new AssetTerms(
        id, 0, new BigDecimal(collateralValue), Optional.of(new BigDecimal(debtValue)));
  }

  private static List<BigInteger> numbers(long... numbers) {
    List<BigInteger> list = new ArrayList<>();
    for (long number : numbers) {
      list.add(BigInteger.valueOf(number));
    }
    return list;
  }
}
