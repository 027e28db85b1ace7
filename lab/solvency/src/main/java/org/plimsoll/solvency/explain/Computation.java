package org.plimsoll.solvency.explain;

import java.util.List;

/// How a figure of a model is computed, at one end of the book's ranges.
///
/// Every working is arithmetic that a reader can do again: decimals in full, `+ - × /`, brackets,
/// and the functions `ln`, `exp`, `sqrt`, `min` and `max`. Where there is no number, as where
/// something has no limit, it is a sentence.
///
/// @param end which end; empty where both are the same
/// @param parts sums that the working rests on, or the one sum that the figure is
/// @param working of the figure; empty where it is the sum of the only part
/// @param value what comes out
/// @param sources of what the working uses beside the parts
public record Computation(
    String end, List<Part> parts, String working, double value, List<String> sources) {
  static final String CAREFUL = "At the careful end";
  static final String FAVORABLE = "At the favorable end";

  /// Copies the lists.
  public Computation {
    parts = List.copyOf(parts);
    sources = List.copyOf(sources);
  }

  /// Returns a figure that is a sum.
  static Computation sum(String end, String title, List<Term> terms) {
    Part part = new Part(title, terms).withoutZeros();
    return new Computation(end, List.of(part), "", part.total(), List.of());
  }

  /// Returns a figure that one line computes.
  static Computation of(String end, String working, double value, List<String> sources) {
    return new Computation(end, List.of(), working, value, sources);
  }

  /// Returns the same figure without the name of an end.
  Computation unnamed() {
    return new Computation("", parts, working, value, sources);
  }

  /// A sum.
  ///
  /// @param title what is added up
  /// @param terms in the order of the book
  public record Part(String title, List<Term> terms) {
    /// Copies the list.
    public Part {
      terms = List.copyOf(terms);
    }

    /// Returns the sum.
    public double total() {
      return terms.stream().mapToDouble(Term::value).sum();
    }

    /// Returns this sum without the terms that add nothing.
    Part withoutZeros() {
      return new Part(title, terms.stream().filter(term -> term.value() != 0).toList());
    }
  }

  /// One term of a sum.
  ///
  /// @param name which line of the book it is about
  /// @param working how its value comes out
  /// @param value what it adds; not finite where nothing limits it
  /// @param sources where the book says that its numbers were read
  public record Term(String name, String working, double value, List<String> sources) {
    /// Copies the list.
    public Term {
      sources = List.copyOf(sources);
    }
  }
}
