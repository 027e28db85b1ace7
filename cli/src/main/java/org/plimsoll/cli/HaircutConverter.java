package org.plimsoll.cli;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Asset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `liquid=0,less-liquid=25%,illiquid=0.5`. A tier that is not named loses nothing.
final class HaircutConverter implements ITypeConverter<Shock> {
  private static final String EXPECTED = "expected TIER=PART with a part from 0 to 1 or 0% to 100%";
  private static final PartConverter PART = new PartConverter();

  @Override
  public Shock convert(String text) {
    SortedMap<Asset.Tier, BigDecimal> haircuts = new TreeMap<>();
    for (String item : text.split(",", -1)) {
      int equals = item.indexOf('=');
      if (equals < 0) {
        throw new TypeConversionException(EXPECTED + ", not '" + item + "'");
      }
      Asset.Tier tier = tier(item.substring(0, equals).strip());
      if (haircuts.put(tier, PART.convert(item.substring(equals + 1).strip())) != null) {
        throw new TypeConversionException("the tier " + Wording.tier(tier) + " is given twice");
      }
    }
    return new Shock(haircuts, new TreeMap<>());
  }

  private static Asset.Tier tier(String word) {
    for (Asset.Tier tier : Asset.Tier.values()) {
      if (Wording.tier(tier).equals(word)) {
        return tier;
      }
    }
    throw new TypeConversionException(
        "expected the tier liquid, less-liquid or illiquid, not '" + word + "'");
  }
}
