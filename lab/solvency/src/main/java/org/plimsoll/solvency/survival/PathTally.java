package org.plimsoll.solvency.survival;

import java.util.Arrays;

/// Counts what has happened on the paths of one thread. Only whole numbers: their sums do not
/// depend on who counted what.
final class PathTally {
  private final int days;
  private final int[] insolventDays;
  private final int[] unableDays;
  private final int[] failedDays;
  private final boolean[] areFirst;
  private final long[][] insolvent;
  private final long[][] unable;
  private final long[][] failed;
  private final long[] first;
  private long nobody;

  PathTally(int parties, int days) {
    this.days = days;
    this.insolventDays = new int[parties];
    this.unableDays = new int[parties];
    this.failedDays = new int[parties];
    this.areFirst = new boolean[parties];
    this.insolvent = new long[parties][days + 1];
    this.unable = new long[parties][days + 1];
    this.failed = new long[parties][days + 1];
    this.first = new long[parties];
  }

  void startPath() {
    Arrays.fill(insolventDays, 0);
    Arrays.fill(unableDays, 0);
    Arrays.fill(failedDays, 0);
    Arrays.fill(areFirst, false);
  }

  void insolvent(int party, int day) {
    insolventDays[party] = insolventDays[party] == 0 ? day : insolventDays[party];
  }

  void unableToPay(int party, int day) {
    unableDays[party] = unableDays[party] == 0 ? day : unableDays[party];
  }

  /// A party is wound up once.
  void failed(int party, int day, boolean isFirst) {
    failedDays[party] = day;
    areFirst[party] = isFirst;
  }

  /// The day on which the party could first not pay on this path; 0 for never.
  int unableDay(int party) {
    return unableDays[party];
  }

  void endPath() {
    boolean any = false;
    for (int party = 0; party < first.length; party++) {
      insolvent[party][insolventDays[party]]++;
      unable[party][unableDays[party]]++;
      failed[party][failedDays[party]]++;
      first[party] += areFirst[party] ? 1 : 0;
      any |= areFirst[party];
    }
    nobody += any ? 0 : 1;
  }

  void add(PathTally other) {
    for (int party = 0; party < first.length; party++) {
      for (int day = 0; day <= days; day++) {
        insolvent[party][day] += other.insolvent[party][day];
        unable[party][day] += other.unable[party][day];
        failed[party][day] += other.failed[party][day];
      }
      first[party] += other.first[party];
    }
    nobody += other.nobody;
  }

  SurvivalResult.Outcome outcome(int party, long paths) {
    return new SurvivalResult.Outcome(
        curve(insolvent[party], paths),
        curve(unable[party], paths),
        curve(failed[party], paths),
        new Estimate(first[party], paths));
  }

  Estimate nobody(long paths) {
    return new Estimate(nobody, paths);
  }

  /// Place 0 counts the paths on which it never happened.
  private SurvivalCurve curve(long[] byDay, long paths) {
    Estimate[] estimates = new Estimate[days];
    long sum = 0;
    for (int day = 1; day <= days; day++) {
      sum += byDay[day];
      estimates[day - 1] = new Estimate(sum, paths);
    }
    return new SurvivalCurve(Arrays.asList(estimates));
  }
}
