package org.plimsoll.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.protocol.Request;

/// What must hold for every history of commands.
///
/// @param name as it is printed when it does not hold
/// @param watch makes one who watches a run, for each run anew
public record Law(String name, Supplier<RunWatch> watch) {
  /// Tries a law on a whole history, on venues of its own. Costs a replay, where watching costs
  /// none.
  public interface Check {
    /// Throws anything at all if the law does not hold.
    void accept(List<Request> history);
  }

  /// Creates a law that is tried when a history is over.
  public Law(String name, Check check) {
    this(name, () -> new AtTheEnd(check));
  }

  private record AtTheEnd(Check check) implements RunWatch {
    @Override
    public void after(Request request, LawRun run) {
      // the history tells all of it
    }

    @Override
    public void end(LawRun run) {
      check.accept(run.history());
    }
  }

  /// Returns why the law does not hold for `history`, or nothing if it does. A venue that throws
  /// breaks every law.
  public Optional<String> brokenBy(List<Request> history) {
    LawRun run = new LawRun(List.of(this));
    try {
      history.forEach(run::apply);
      run.end();
    } catch (RuntimeException | Error thrown) {
      return Optional.of("the venue threw " + thrown);
    }
    return Optional.ofNullable(run.broken().get(name));
  }
}
