package org.plimsoll.server.ftx;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.keys.Scope;
import tools.jackson.databind.node.ObjectNode;

/// The addresses that an account has saved. No rule of this venue hangs on them.
final class AddressCalls {
  private static final int ADDRESS_MAX = 128;
  private static final int NAME_MAX = 64;
  private static final int TAG_MAX = 64;

  private final Catalog catalog;
  private final AddressBook book;

  AddressCalls(Catalog catalog, AddressBook book) {
    this.catalog = catalog;
    this.book = book;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "wallet/saved_addresses", Scope.READ, this::list),
        Route.keyed("POST", "wallet/saved_addresses", Scope.WITHDRAW, this::save),
        Route.keyed("DELETE", "wallet/saved_addresses/{id}", Scope.WITHDRAW, this::delete));
  }

  private Outcome list(Ask ask) {
    Optional<String> coin = ask.parameters().text("coin");
    coin.ifPresent(catalog::coin);
    return kept(() ->
        Outcome.of(
            Json.list(
                book.of(ask.account()).stream()
                    .filter(each -> coin.orElse(each.coin()).equals(each.coin()))
                    .toList(),
                this::json)));
  }

  private Outcome save(Ask ask) {
    Parameters parameters = ask.parameters();
    DefineAsset coin = catalog.coin(parameters.requiredText("coin"));
    String address = printable("address", parameters.requiredText("address"), ADDRESS_MAX);
    String name = printable("addressName", parameters.requiredText("addressName"), NAME_MAX);
    Optional<String> tag = parameters.text("tag").map(text -> printable("tag", text, TAG_MAX));
    boolean isPrimetrust = parameters.flag("isPrimetrust");
    SavedAddress wanted =
        new SavedAddress(0, coin.code(), address, tag.orElse(null), name, isPrimetrust);
    return kept(() -> Outcome.of(json(book.save(ask.account(), wanted))));
  }

  private Outcome delete(Ask ask) {
    long id = id(ask.name("id"));
    return kept(() -> {
      if (!book.delete(ask.account(), id)) {
        throw unknown();
      }
      return Outcome.said("Address deleted");
    });
  }

  private ObjectNode json(SavedAddress saved) {
    ObjectNode json = Json.object().put("id", saved.id()).put("coin", saved.coin());
    json.put("address", saved.address()).put("tag", saved.tag());
    json.put("name", saved.name()).put("addressName", saved.name());
    json.put("isPrimetrust", saved.isPrimetrust());
    return json.put("fiat", catalog.coin(saved.coin()).asset() == 0);
  }

  private static String printable(String parameter, String text, int most) {
    if (text.length() > most || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw FtxError.invalid(parameter);
    }
    return text;
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw unknown();
    }
  }

  private static FtxError unknown() {
    return new FtxError(404, "Address not found");
  }

  /// A disk that fails is told as one that may be there again.
  private static Outcome kept(Supplier<Outcome> call) {
    try {
      return call.get();
    } catch (UncheckedIOException broken) {
      throw new FtxError(503, "Please try again");
    }
  }
}
