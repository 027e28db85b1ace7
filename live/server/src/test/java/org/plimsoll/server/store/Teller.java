package org.plimsoll.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.script.ParsedScript;
import org.plimsoll.script.Script;
import org.plimsoll.script.ScriptParser;
import org.plimsoll.script.Step;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// A venue that tells followers of what it does, as a server's reader would.
final class Teller {
  private final List<Follower> followers;
  private final List<Event> events = new ArrayList<>();
  private final Venue venue = new Venue(Limits.DEFAULT, new EventRecorder(events::add));
  private final CommandEncoder encoder = new CommandEncoder();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private long sent;

  Teller(Follower... followers) {
    this.followers = List.of(followers);
  }

  /// Returns the histories of the scripts that ship, by their names.
  static List<Path> scripts() {
    try (Stream<Path> files = Files.list(Path.of("../../golden/scripts"))) {
      return files.filter(file -> file.toString().endsWith(".script")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the commands of a script.
  static List<Command> commands(Path file) {
    try {
      ParsedScript parsed = ScriptParser.parse(file.toString(), Files.readString(file));
      Script script = ((ParsedScript.Ready) parsed).script();
      return script.steps().stream()
          .filter(Step.Ask.class::isInstance)
          .map(step -> ((Step.Ask) step).command())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Command> commands(String name) {
    return commands(Path.of("../../golden/scripts/" + name + ".script"));
  }

  Teller tell(List<Command> commands) {
    commands.forEach(this::tell);
    return this;
  }

  List<Event> tell(Command command) {
    new Request(0, ++sent, command).deliverTo(encoder);
    dispatcher.dispatch(encoder.bytes(), 0, encoder.length(), venue);
    Happening happening = new Happening(venue.view().sequence(), List.copyOf(events));
    events.clear();
    followers.forEach(follower -> follower.on(happening, venue.view()));
    return happening.events();
  }

  void live() {
    followers.forEach(follower -> follower.onLive(venue.view()));
  }

  VenueView view() {
    return venue.view();
  }
}
