package org.plimsoll.mirror;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.mirror.VenuePicture.PicturedAccount;
import org.plimsoll.mirror.VenuePicture.PicturedAsset;
import org.plimsoll.mirror.VenuePicture.PicturedCustody;
import org.plimsoll.mirror.VenuePicture.PicturedFund;
import org.plimsoll.mirror.VenuePicture.PicturedMarket;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Account.Exemption;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Policies;

/// Writes a venue's picture as a book: every balance, every custody location, every mark and
/// weight, exactly. Balances of zero are left out, as they would be by hand; profit and loss of
/// futures is counted as if it were settled at the mark, since a book has no positions.
public final class BookExport {
  private static final int E9_DECIMALS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// No account of the venue can be called so: its names have no plus sign.
  private static final String PENDING_SUFFIX = "+pending";

  private static final String STAKED_SUFFIX = "+staked";

  private static final String MIDNIGHT = "T00:00:00Z";

  private final VenuePicture picture;
  private final Surroundings surroundings;
  private final SortedMap<Integer, List<PicturedPosition>> positions = new TreeMap<>();

  private BookExport(VenuePicture picture, Surroundings surroundings) {
    this.picture = picture;
    this.surroundings = surroundings;
    picture
        .positions()
        .forEach(
            each -> positions.computeIfAbsent(each.account(), _ -> new ArrayList<>()).add(each));
  }

  /// Returns the book of `picture`, completed by what the venue does not know.
  ///
  /// @throws IllegalArgumentException if the venue has no unit of account yet, or an account's
  ///   owner is not among the surroundings
  public static Book of(VenuePicture picture, Surroundings surroundings) {
    if (picture.assets().isEmpty()) {
      throw new IllegalArgumentException("a venue without a unit of account has no book");
    }
    return new BookExport(picture, surroundings).book();
  }

  private Book book() {
    return new Book(
        surroundings.title(),
        asOf(),
        picture.assets().getFirst().definition().code(),
        surroundings.venue(),
        List.of(),
        picture.assets().stream().map(this::asset).toList(),
        surroundings.parties(),
        accounts(),
        List.of(),
        custody(),
        List.of(),
        policies());
  }

  /// The venue's clock to the second, which is what a book's date can say; midnight is the day.
  private String asOf() {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(picture.clockNs(), NANOS_PER_SECOND));
    String text = instant.toString();
    return text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
  }

  private Asset asset(PicturedAsset asset) {
    String code = asset.definition().code();
    AssetFacts facts = surroundings.assets().getOrDefault(code, AssetFacts.UNDESCRIBED);
    Interval price = asset.markE9() == 0 ? Interval.UNKNOWN : Interval.exactly(e9(asset.markE9()));
    return new Asset(
        code,
        facts.kind(),
        facts.issuer(),
        facts.tier(),
        Figure.of(price),
        asset.collateral().map(BookExport::weights));
  }

  private static CollateralWeights weights(SetCollateral terms) {
    return new CollateralWeights(
        e9(terms.initialWeightE9()), e9(terms.totalWeightE9()), e9(terms.imfFactorE9()));
  }

  /// Accounts, and behind each that waits for withdrawals or stakes another that holds only those:
  /// they are owed in full whatever the account itself owes, since they were set apart while it
  /// could bear it.
  private List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    for (PicturedAccount account : picture.accounts()) {
      String name = account.opening().name();
      String owner = owner(account);
      accounts.add(
          account(
              name, owner, exemptions(account), withWhatItIssued(account), unrealized(account)));
      if (account.pending().stream().anyMatch(amount -> amount != 0)) {
        accounts.add(
            account(name + PENDING_SUFFIX, owner, List.of(), account.pending(), BigDecimal.ZERO));
      }
      if (account.staked().stream().anyMatch(amount -> amount != 0)) {
        accounts.add(
            account(name + STAKED_SUFFIX, owner, List.of(), account.staked(), BigDecimal.ZERO));
      }
    }
    return List.copyOf(accounts);
  }

  /// What a leveraged token's fund has issued is a debt of the fund to those who have it: in a book
  /// it has no ledger account of its own.
  private List<Long> withWhatItIssued(PicturedAccount account) {
    List<Long> balances = new ArrayList<>(account.balances());
    for (PicturedFund fund : picture.funds()) {
      if (fund.listing().fund() == account.opening().account()) {
        int asset = fund.listing().asset();
        balances.set(asset, balances.get(asset) - fund.outstanding());
      }
    }
    return List.copyOf(balances);
  }

  private String owner(PicturedAccount account) {
    String main = picture.accounts().get(account.owner()).opening().name();
    String owner = surroundings.owners().get(main);
    if (owner == null) {
      throw new IllegalArgumentException("nobody is known to own account " + main);
    }
    return owner;
  }

  private List<Exemption> exemptions(PicturedAccount account) {
    return picture.privileges().stream()
        .filter(held -> held.account() == account.opening().account())
        .flatMap(held -> exemptions(held.privilege()).stream())
        .sorted()
        .toList();
  }

  private static List<Exemption> exemptions(Privilege privilege) {
    return switch (privilege) {
      case ALLOW_NEGATIVE -> List.of(Exemption.NEGATIVE_ALLOWED, Exemption.CREDIT_LINE);
      case LIQUIDATION_EXEMPT -> List.of(Exemption.NO_LIQUIDATION);
      case INTEREST_EXEMPT -> List.of(Exemption.NO_INTEREST);
    };
  }

  private Account account(
      String id,
      String owner,
      List<Exemption> exemptions,
      List<Long> amounts,
      BigDecimal unrealized) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    for (int asset = 0; asset < amounts.size(); asset++) {
      BigDecimal balance = amount(amounts.get(asset), asset);
      BigDecimal claim = asset == 0 ? plain(balance.add(unrealized)) : balance;
      if (claim.signum() != 0) {
        balances.put(code(asset), Figure.of(Interval.exactly(claim)));
      }
    }
    return new Account(id, owner, false, exemptions, Collections.unmodifiableSortedMap(balances));
  }

  /// What the account's futures have earned and not yet been paid: a claim in the unit of account,
  /// or a debt, like any other.
  private BigDecimal unrealized(PicturedAccount account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PicturedPosition position :
        positions.getOrDefault(account.opening().account(), List.of())) {
      PicturedMarket market = picture.markets().get(position.market());
      BigDecimal quantity =
          amount(position.lots(), market.listing().base())
              .multiply(BigDecimal.valueOf(market.listing().lot()));
      BigDecimal mark =
          e9(market.listing().tickE9()).multiply(BigDecimal.valueOf(market.markTicks()));
      sum = sum.add(quantity.multiply(mark)).subtract(amount(position.cost(), 0));
    }
    return sum;
  }

  private List<Custody> custody() {
    List<Custody> entries = new ArrayList<>();
    for (PicturedCustody place : picture.custody()) {
      for (int asset = 0; asset < place.onHand().size(); asset++) {
        long held = place.onHand().get(asset);
        if (held != 0) {
          entries.add(
              new Custody(
                  place.opening().name(),
                  kind(place.opening().kind()),
                  code(asset),
                  Figure.of(Interval.exactly(amount(held, asset))),
                  Figure.of(Interval.ZERO)));
        }
      }
    }
    return List.copyOf(entries);
  }

  private Policies policies() {
    Policies.CustodyPolicy policy =
        switch (picture.custodyPolicy()) {
          case SEGREGATED -> Policies.CustodyPolicy.SEGREGATED;
          case OPT_IN -> Policies.CustodyPolicy.OPT_IN;
          case COMMINGLED -> Policies.CustodyPolicy.COMMINGLED;
        };
    return new Policies(policy, BigDecimal.ZERO);
  }

  private static Custody.Kind kind(CustodyKind kind) {
    return switch (kind) {
      case WALLET -> Custody.Kind.WALLET;
      case BANK -> Custody.Kind.BANK;
      case AFFILIATE -> Custody.Kind.AFFILIATE;
      case LENDER -> Custody.Kind.LENDER;
    };
  }

  private String code(int asset) {
    return picture.assets().get(asset).definition().code();
  }

  private BigDecimal amount(long units, int asset) {
    int decimals = picture.assets().get(asset).definition().decimals();
    return plain(new BigDecimal(BigInteger.valueOf(units), decimals));
  }

  private static BigDecimal e9(long scaled) {
    return plain(new BigDecimal(BigInteger.valueOf(scaled), E9_DECIMALS));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
