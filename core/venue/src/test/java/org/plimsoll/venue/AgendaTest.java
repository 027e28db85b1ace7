package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.units.StateHash;

class AgendaTest {
  private record Entry(long dueNs, DueWork work, long id) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::dueNs)
          .thenComparing(Entry::work)
          .thenComparingLong(Entry::id);

  @Test
  void shouldGiveTheSameOrderAsASortedSetWhateverIsAddedAndTakenOff() {
    SplittableRandom random = new SplittableRandom(1);
    Agenda agenda = new Agenda();
    SortedSet<Entry> sorted = new TreeSet<>(ORDER);
    for (int step = 0; step < 20_000; step++) {
      Entry entry =
          new Entry(
              random.nextInt(50),
              DueWork.values()[random.nextInt(DueWork.values().length)],
              random.nextInt(20));
      if (random.nextInt(5) < 2) {
        takeAnyOff(agenda, sorted, random);
      } else if (sorted.add(entry)) {
        agenda.add(entry.dueNs(), entry.work(), entry.id());
      }
      if (random.nextInt(3) == 0 && !sorted.isEmpty()) {
        assertThat(first(agenda)).isEqualTo(sorted.removeFirst());
        agenda.remove();
      }
    }
    while (!sorted.isEmpty()) {
      assertThat(first(agenda)).isEqualTo(sorted.removeFirst());
      agenda.remove();
    }
    assertThat(agenda.isDue(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void shouldNotFindWhatWasTakenOff() {
    Agenda agenda = new Agenda();
    agenda.add(1, DueWork.QUOTE, 2);
    agenda.add(3, DueWork.QUOTE, 4);
    agenda.remove(3, DueWork.QUOTE, 4);
    assertThatIllegalStateException().isThrownBy(() -> agenda.remove(3, DueWork.QUOTE, 4));
    assertThat(first(agenda)).isEqualTo(new Entry(1, DueWork.QUOTE, 2));
  }

  @Test
  void shouldNotKnowInWhichOrderItWasFilled() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      entries.add(new Entry(i % 3, DueWork.values()[i % DueWork.values().length], i));
    }
    long expected = hash(entries);
    SplittableRandom random = new SplittableRandom(2);
    for (int permutation = 0; permutation < 500; permutation++) {
      for (int i = entries.size() - 1; i > 0; i--) {
        Collections.swap(entries, i, random.nextInt(i + 1));
      }
      assertThat(hash(entries)).isEqualTo(expected);
    }
    assertThat(hash(entries.subList(1, 60))).isNotEqualTo(expected);
  }

  private static long hash(List<Entry> entries) {
    Agenda agenda = new Agenda();
    entries.forEach(entry -> agenda.add(entry.dueNs(), entry.work(), entry.id()));
    StateHash hash = new StateHash();
    agenda.writeTo(hash);
    return hash.value();
  }

  private static void takeAnyOff(Agenda agenda, SortedSet<Entry> sorted, SplittableRandom random) {
    if (!sorted.isEmpty()) {
      List<Entry> all = new ArrayList<>(sorted);
      Entry any = all.get(random.nextInt(all.size()));
      sorted.remove(any);
      agenda.remove(any.dueNs(), any.work(), any.id());
    }
  }

  private static Entry first(Agenda agenda) {
    return new Entry(agenda.dueNs(), agenda.work(), agenda.id());
  }
}
