package org.plimsoll.server.v1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Guard;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.keys.Verdict.Denied;
import org.plimsoll.server.store.StoreException;
import org.plimsoll.server.v1.Route.Ask;
import tools.jackson.databind.json.JsonMapper;

/// Calls below one path: lets them in, finds who answers, and writes the answer.
///
/// @param base the path, from its first slash to its last
record Routes(String base, Guard guard, List<Route> routes) implements Dialect {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  public Reply answer(Call call) {
    try {
      return json(200, tree(call));
    } catch (NativeError error) {
      return json(error.status(), error.tree());
    } catch (StoreException trouble) {
      return json(503, Map.of("error", String.valueOf(trouble.getMessage())));
    }
  }

  private Object tree(Call call) {
    NativeError.throwIf(guard.admit(call.address()));
    boolean isKnown = false;
    for (Route route : routes) {
      if ((base + route.path()).equals(call.path())) {
        isKnown = true;
        if (route.method().equals(call.method())) {
          return route.handler().answer(new Ask(call, signer(call, route.scope())));
        }
      }
    }
    throw isKnown
        ? new NativeError(405, call.method() + " is not answered here")
        : new NativeError(404, "there is no " + call.path());
  }

  /// Who signs is judged, also where nobody need.
  private Optional<Principal> signer(Call call, Optional<Scope> needed) {
    if (needed.isEmpty() && call.header("ftx-key").isEmpty()) {
      return Optional.empty();
    }
    Credentials given = Credentials.of(call::header);
    Scope scope = needed.orElse(Scope.READ);
    return switch (guard.judge(given, call.method(), call.target(), call.body(), scope)) {
      case Verdict.Allowed(Principal principal) -> Optional.of(principal);
      case Denied denied -> throw NativeError.of(denied);
    };
  }

  private static Reply json(int status, Object tree) {
    return Reply.json(status, MAPPER.writeValueAsBytes(tree));
  }
}
