package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.mirror.VenuePicture.PicturedIndex;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;

/// Folds what is said of indices into what they are.
final class IndexProjection {
  private final List<PicturedIndex> indices = new ArrayList<>();

  void add(long priceE9) {
    indices.add(new PicturedIndex(priceE9, SetIndexSource.PUBLISHED, false));
  }

  void price(int asset, long priceE9) {
    PicturedIndex is = indices.get(asset);
    indices.set(asset, new PicturedIndex(priceE9, is.market(), is.isClamped()));
  }

  void set(SetIndexSource c) {
    PicturedIndex is = indices.get(c.asset());
    indices.set(c.asset(), new PicturedIndex(is.priceE9(), c.market(), is.isClamped()));
  }

  void set(SetPriceClamp c) {
    PicturedIndex is = indices.get(c.asset());
    indices.set(c.asset(), new PicturedIndex(is.priceE9(), is.market(), c.isClamped()));
  }

  List<PicturedIndex> indices() {
    return List.copyOf(indices);
  }
}
