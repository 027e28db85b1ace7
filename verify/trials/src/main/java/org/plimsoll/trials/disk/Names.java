package org.plimsoll.trials.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The directory twice: as it is shown, and as the disk has it.
final class Names {
  /// One change of names. Done to a directory where the change before was lost, it may do nothing.
  private sealed interface Change {
    void apply(SortedMap<String, FileContent> names);
  }

  private record Created(String name, FileContent content) implements Change {
    @Override
    public void apply(SortedMap<String, FileContent> names) {
      names.put(name, content);
    }
  }

  private record Renamed(String from, String to) implements Change {
    @Override
    public void apply(SortedMap<String, FileContent> names) {
      FileContent content = names.remove(from);
      if (content != null) {
        names.put(to, content);
      }
    }
  }

  private record Deleted(String name) implements Change {
    @Override
    public void apply(SortedMap<String, FileContent> names) {
      names.remove(name);
    }
  }

  private final SortedMap<String, FileContent> shown = new TreeMap<>();
  private final SortedMap<String, FileContent> durable = new TreeMap<>();
  private final List<Change> unsynced = new ArrayList<>();

  SortedMap<String, FileContent> shown() {
    return shown;
  }

  void create(String name) {
    change(new Created(name, new FileContent()));
  }

  void rename(String from, String to) {
    change(new Renamed(from, to));
  }

  void delete(String name) {
    change(new Deleted(name));
  }

  private void change(Change change) {
    change.apply(shown);
    unsynced.add(change);
  }

  void sync() {
    unsynced.forEach(change -> change.apply(durable));
    unsynced.clear();
  }

  void forget() {
    unsynced.clear();
  }

  /// A file that was always there.
  void put(String name, FileContent content) {
    shown.put(name, content);
    durable.put(name, content);
  }

  /// The files that are there after the machine has died, before their contents are decided.
  SortedMap<String, FileContent> after(Survival survival) {
    return switch (survival) {
      case Survival.Kill _ -> shown;
      case Survival.SyncedOnly _ -> durable;
      case Survival.Some some -> some(some.random());
    };
  }

  private SortedMap<String, FileContent> some(SplittableRandom random) {
    SortedMap<String, FileContent> names = new TreeMap<>(durable);
    int survivors = random.nextInt(5);
    for (Change change : unsynced) {
      if (random.nextInt(4) < survivors) {
        change.apply(names);
      }
    }
    return names;
  }
}
