package org.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeRatchetTest {
  private static List<String> complaints(int lines, Map<String, Integer> listed) {
    return SizeRatchet.METHODS.complaints(Map.of("A.java#run", lines), listed);
  }

  @Test
  void shouldBeContentWithinTheSoftLimitAndWithWhatIsListed() {
    assertThat(complaints(50, Map.of())).isEmpty();
    assertThat(complaints(60, Map.of("A.java#run", 60))).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsLongAndNotListed() {
    assertThat(complaints(51, Map.of())).singleElement().asString().contains("51 lines", "50");
  }

  @Test
  void shouldRefuseWhatHasGrownBeyondItsEntry() {
    assertThat(complaints(61, Map.of("A.java#run", 60)))
        .singleElement()
        .asString()
        .contains("61 lines; make it 60");
  }

  @Test
  void shouldAskForTheNewNumberOfWhatHasShrunk() {
    assertThat(complaints(55, Map.of("A.java#run", 60)))
        .singleElement()
        .asString()
        .contains("write 55 instead of 60");
  }

  @Test
  void shouldAskForTheEntryBackOfWhatIsShortOrGone() {
    assertThat(complaints(50, Map.of("A.java#run", 60, "B.java#gone", 52)))
        .hasSize(2)
        .allMatch(complaint -> complaint.contains("take it from the list"));
  }

  @Test
  void shouldLetNothingPastTheHardLimitEvenIfListed() {
    assertThat(complaints(71, Map.of("A.java#run", 71)))
        .singleElement()
        .asString()
        .contains("the most is 70");
  }

  @Test
  void shouldReadNamesAndNumbersAndSkipRemarks() {
    assertThat(SizeRatchet.parse(List.of("# a remark", "", "a b/A.java#run 52")))
        .isEqualTo(Map.of("a b/A.java#run", 52));
  }
}
