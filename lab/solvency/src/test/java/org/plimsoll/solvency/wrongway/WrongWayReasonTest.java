package org.plimsoll.solvency.wrongway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WrongWayReasonTest {
  private static final SortedSet<String> RELATED = new TreeSet<>(List.of("sister"));

  @Test
  void shouldTellATokenOfTheVenueFirst() {
    SortedSet<String> related = new TreeSet<>(List.of("venue"));
    WrongWayReason reason = WrongWayReason.of(Optional.of("venue"), "venue", related, "venue");
    assertThat(reason).isEqualTo(new WrongWayReason.OwnToken());
    assertThat(reason.jump()).isEqualTo(1);
  }

  @Test
  void shouldTellTheBorrowersPaperAndHisRelatives() {
    assertThat(of("borrower")).isEqualTo(new WrongWayReason.IssuerRelated("borrower"));
    assertThat(of("sister")).isEqualTo(new WrongWayReason.IssuerRelated("sister"));
    assertThat(of("sister").jump()).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheRestToStatistics() {
    assertThat(of("stranger")).isEqualTo(new WrongWayReason.Statistical());
    assertThat(WrongWayReason.of(Optional.empty(), "borrower", RELATED, "venue").jump()).isZero();
  }

  @Test
  void shouldMultiplyLoadings() {
    assertThat(new OneFactorLoadings(0.5, -0.6).correlation()).isEqualTo(-0.3);
  }

  private static WrongWayReason of(String issuer) {
    return WrongWayReason.of(Optional.of(issuer), "borrower", RELATED, "venue");
  }
}
