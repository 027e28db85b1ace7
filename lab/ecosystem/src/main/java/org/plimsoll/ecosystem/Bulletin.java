package org.plimsoll.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What has been made public, by topic: what everybody reads, at his own delay.
public final class Bulletin {
  private static final int TOPIC_MAX = 64;

  private final SortedMap<String, List<Notice>> topics = new TreeMap<>();

  /// One notice.
  ///
  /// @param value in the unit of its topic
  public record Notice(long timeNs, long value) {}

  /// Makes something public at an instant, which is not before the topic's last notice.
  ///
  /// @param topic a short name in kebab-case
  public void post(String topic, long nowNs, long value) {
    topics.computeIfAbsent(topic, _ -> new ArrayList<>()).add(new Notice(nowNs, value));
  }

  /// Returns the newest notice of a topic that was out at an instant; one of value 0 at the
  /// beginning of time where there was none.
  public Notice latest(String topic, long asOfNs) {
    List<Notice> notices = topics.getOrDefault(topic, List.of());
    for (int i = notices.size() - 1; i >= 0; i--) {
      if (notices.get(i).timeNs() <= asOfNs) {
        return notices.get(i);
      }
    }
    return new Notice(Long.MIN_VALUE, 0);
  }

  void writeTo(StateSink sink) {
    sink.add(topics.size());
    topics.forEach((topic, notices) -> {
      sink.add(topic).add(notices.size());
      notices.forEach(notice -> sink.add(notice.timeNs()).add(notice.value()));
    });
  }

  void readFrom(StateSource source) {
    topics.clear();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      List<Notice> notices = new ArrayList<>();
      topics.put(source.text(TOPIC_MAX), notices);
      int length = source.count();
      for (int j = 0; j < length; j++) {
        notices.add(new Notice(source.number(), source.number()));
      }
    }
  }
}
