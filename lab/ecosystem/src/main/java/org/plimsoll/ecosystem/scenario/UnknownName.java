package org.plimsoll.ecosystem.scenario;

import java.util.Collection;
import java.util.List;

/// A term names something that the scenario does not have.
public final class UnknownName extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String sort;
  private final String name;
  private final transient List<String> known;

  /// Creates the refusal of a name.
  ///
  /// @param sort what is named, such as `market`
  /// @param known what the scenario has of the sort
  public UnknownName(String sort, String name, Collection<String> known) {
    super("there is no " + sort + " `" + name + "`");
    this.sort = sort;
    this.name = name;
    this.known = List.copyOf(known);
  }

  /// Returns what is named.
  public String sort() {
    return sort;
  }

  /// Returns the name.
  public String name() {
    return name;
  }

  /// Returns what the scenario has of the sort.
  public List<String> known() {
    return known;
  }
}
