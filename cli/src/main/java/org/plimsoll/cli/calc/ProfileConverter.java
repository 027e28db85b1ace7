package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.waterfall.WaterfallProfile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of an order in which losses are borne.
final class ProfileConverter implements ITypeConverter<WaterfallProfile> {
  @Override
  public WaterfallProfile convert(String text) {
    List<String> names = WaterfallProfile.named().stream().map(WaterfallProfile::name).toList();
    int place = names.indexOf(text);
    if (place < 0) {
      throw new TypeConversionException(
          "expected one of " + String.join(", ", names) + ", not '" + text + "'");
    }
    return WaterfallProfile.named().get(place);
  }
}
