package org.plimsoll.trials.host;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.model.HistoryText;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.Survival;

/// What happens in a trial as text, one thing a line.
final class ActText {
  private ActText() {}

  static String line(Act act) {
    return switch (act) {
      case Act.Ask(var request) -> "ask " + HistoryText.write(List.of(request)).strip();
      case Act.Garble(var hex) -> "garble " + hex;
      case Act.Decide _ -> "decide";
      case Act.Write _ -> "write";
      case Act.Clock(long nowNs) -> "clock " + nowNs;
      case Act.Arm(int effects, var fault, var file) ->
          ("arm " + effects + " " + fault + " " + file).strip();
      case Act.Room(boolean isThere) -> isThere ? "room" : "full";
      case Act.Stop _ -> "stop";
      case Act.Start(var survival, long flip) ->
          "start " + word(survival) + (flip < 0 ? "" : " flip " + flip);
    };
  }

  private static String word(Survival survival) {
    return switch (survival) {
      case Survival.Kill _ -> "kill";
      case Survival.SyncedOnly _ -> "synced";
      case Survival.Some(long seed) -> Long.toString(seed);
    };
  }

  /// @throws IllegalArgumentException if the line says nothing that may happen
  static Act read(String line) {
    List<String> words = Arrays.asList(line.strip().split(" +", -1));
    return switch (words.getFirst()) {
      case "ask" ->
          new Act.Ask(HistoryText.read(line.strip().substring("ask ".length())).getFirst());
      case "garble" -> new Act.Garble(words.size() > 1 ? words.get(1) : "");
      case "decide" -> new Act.Decide();
      case "write" -> new Act.Write();
      case "clock" -> new Act.Clock(Long.parseLong(words.get(1)));
      case "arm" ->
          new Act.Arm(
              Integer.parseInt(words.get(1)),
              Fault.valueOf(words.get(2)),
              words.size() > 3 ? words.get(3) : "");
      case "room" -> new Act.Room(true);
      case "full" -> new Act.Room(false);
      case "stop" -> new Act.Stop();
      case "start" ->
          new Act.Start(
              survival(words.get(1)), words.size() > 3 ? Long.parseLong(words.get(3)) : -1);
      default -> throw new IllegalArgumentException("nothing happens by " + line);
    };
  }

  private static Survival survival(String word) {
    return switch (word) {
      case "kill" -> new Survival.Kill();
      case "synced" -> new Survival.SyncedOnly();
      default -> new Survival.Some(Long.parseLong(word));
    };
  }
}
