package org.plimsoll.server.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.plimsoll.cluster.ClusterSettings.Address;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.Storage;
import org.plimsoll.venue.Limits;

/// Where the commands of an exchange are decided.
public sealed interface Home {
  /// A host of the server's own decides.
  ///
  /// @param settings sizes of the venue and its journal
  /// @param pace how the venue's time passes
  record Own(HostSettings settings, Pace pace) implements Home {}

  /// A cluster decides.
  ///
  /// @param members where all its nodes are, in their order
  /// @param client the number in whose name this server sends, which is nobody else's
  /// @param journal sizes of the server's own journal
  record Cluster(List<Address> members, int client, JournalSettings journal) implements Home {
    /// Copies the list.
    public Cluster {
      members = List.copyOf(members);
    }

    /// Chooses the usual journal.
    public Cluster(List<Address> members, int client) {
      this(members, client, JournalSettings.DEFAULT);
    }
  }

  /// Returns the number in whose name the server sends.
  default int client() {
    return switch (this) {
      case Own _ -> OwnHost.CLIENT;
      case Cluster cluster -> cluster.client;
    };
  }

  /// Returns how large the venue may grow.
  default Limits limits() {
    return switch (this) {
      case Own own -> own.settings.limits();
      case Cluster _ -> Limits.DEFAULT;
    };
  }

  /// Returns the hands of the venue's clock; empty if it goes by itself.
  default Optional<Pace.Hands> hands() {
    return switch (this) {
      case Own(HostSettings _, Pace.Manual(Pace.Hands hands)) -> Optional.of(hands);
      case Own _, Cluster _ -> Optional.empty();
    };
  }

  /// Begins to decide.
  ///
  /// @param known what is known from the history in `storage`
  /// @throws HostRefusal if the directory cannot be trusted or used
  /// @throws IOException if it cannot be read or written
  default Authority open(Storage storage, Authority.Known known, Authority.Listener listener)
      throws HostRefusal, IOException {
    return switch (this) {
      case Own own -> OwnHost.start(storage, own, known, listener);
      case Cluster cluster -> FollowedCluster.start(storage, cluster, known, listener);
    };
  }
}
