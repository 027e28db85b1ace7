package org.plimsoll.server.solvency;

import java.util.List;
import java.util.SortedMap;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.venue.VenueView;

/// The venue's solvency after one command.
///
/// @param sequence of the command
/// @param clockNs the venue's clock
/// @param assessment the three questions, and what each asset has behind it
/// @param ladder cash against claims within an hour, a day, seven days and longer
/// @param loads how deep each collateral is loaded, by horizon in days
/// @param careful the spiral gain of each collateral, every range at the worse end
/// @param favorable the same at the better end
/// @param tookNs how long the reading took, in nanoseconds
public record Reading(
    long sequence,
    long clockNs,
    Assessment assessment,
    LiquidityLadder ladder,
    SortedMap<Integer, List<CollateralLoad>> loads,
    List<MarginalSpiral> careful,
    List<MarginalSpiral> favorable,
    long tookNs) {
  /// Returns a reading of a venue as it is, of whose markets no more is known than who waits in
  /// their order books.
  public static Reading of(VenueView view, LiveFacts facts) {
    long beganNs = System.nanoTime();
    VenuePicture picture = VenuePicture.of(view);
    List<Market> markets = LiveDepth.of(picture, new TradedVolume(), new DailyMoves());
    return of(view.sequence(), view.clockNs(), LiveBook.of(picture, facts, markets), beganNs);
  }

  static Reading of(long sequence, long clockNs, Book book, long beganNs) {
    Assessment assessment = Assessment.of(book);
    LiquidityLadder ladder = LiquidityLadder.of(book);
    SortedMap<Integer, List<CollateralLoad>> loads = LoadLines.of(book, LoadLines.HORIZONS);
    List<MarginalSpiral> careful = MarginalSpiral.of(book, Corner.CAREFUL);
    List<MarginalSpiral> favorable = MarginalSpiral.of(book, Corner.FAVORABLE);
    return new Reading(
        sequence,
        clockNs,
        assessment,
        ladder,
        loads,
        careful,
        favorable,
        System.nanoTime() - beganNs);
  }
}
