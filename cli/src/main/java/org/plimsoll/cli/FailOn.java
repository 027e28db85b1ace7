package org.plimsoll.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// What in an assessment ends `plimsoll assess` with exit code 3.
enum FailOn {
  /// Insolvent at mark.
  MARK,
  /// Insolvent without own-token value.
  OWN_TOKEN,
  /// Unable to pay.
  PAY,
  /// The book leaves an answer open: the truth may be as bad as the careful end of the range.
  UNKNOWN,
  /// Nothing does.
  NONE;

  /// What holds where the command line does not say.
  static final List<FailOn> ALL = List.of(MARK, OWN_TOKEN, PAY, UNKNOWN);

  /// Returns the reasons as a set.
  ///
  /// @throws ParameterException if `none` stands beside others
  static Set<FailOn> checked(List<FailOn> reasons, CommandLine command) {
    Set<FailOn> set = EnumSet.copyOf(reasons);
    if (set.contains(NONE) && set.size() > 1) {
      throw new ParameterException(command, "--fail-on none cannot stand beside other answers");
    }
    return set;
  }

  /// Returns whether one of `reasons` is met.
  static boolean isMet(Set<FailOn> reasons, Assessment assessment) {
    return reasons.stream().anyMatch(reason -> reason.isMet(assessment));
  }

  private boolean isMet(Assessment assessment) {
    return switch (this) {
      case MARK -> isYes(assessment, Question.INSOLVENT_AT_MARK);
      case OWN_TOKEN -> isYes(assessment, Question.INSOLVENT_WITHOUT_OWN_TOKEN);
      case PAY -> isYes(assessment, Question.UNABLE_TO_PAY);
      case UNKNOWN ->
          assessment.findings().stream().anyMatch(finding -> finding.answer() == Answer.UNKNOWN);
      case NONE -> false;
    };
  }

  private static boolean isYes(Assessment assessment, Question question) {
    return assessment.finding(question).answer() == Answer.YES;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads one word of `--fail-on`.
  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String text) {
      for (FailOn reason : values()) {
        if (reason.word().equals(text.strip())) {
          return reason;
        }
      }
      throw new TypeConversionException(
          "expected mark, own-token, pay, unknown or none, not '" + text + "'");
    }
  }
}
