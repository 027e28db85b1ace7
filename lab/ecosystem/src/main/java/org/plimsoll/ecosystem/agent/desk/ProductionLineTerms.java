package org.plimsoll.ecosystem.agent.desk;

/// The terms of a line that always has something to do.
///
/// @param line its stations
/// @param batch how many pieces move together, from 1
public record ProductionLineTerms(LineTerms line, int batch) {
  /// Checks the bound.
  public ProductionLineTerms {
    if (batch < 1) {
      throw new IllegalArgumentException("batch: from 1");
    }
  }
}
