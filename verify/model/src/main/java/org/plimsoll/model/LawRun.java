package org.plimsoll.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// One history on the real venue and on its slow twin, command by command, while laws watch. A law
/// that is broken is heard once and watches no more; the others go on.
public final class LawRun {
  private final NaiveVenue twin = new NaiveVenue(VenueLaws.SIZES);
  private final List<Event> heard = new ArrayList<>();
  private final Venue venue = new Venue(VenueLaws.LIMITS, new EventRecorder(heard::add));
  private final EventEncoder encoder = new EventEncoder();
  private final Venue encoded = new Venue(VenueLaws.LIMITS, encoder);
  private final List<Request> history = new ArrayList<>();
  private final List<Watching> watching = new ArrayList<>();
  private final SortedMap<String, String> broken = new TreeMap<>();
  private long hash;
  private int hashed = -1;
  private List<Event> events = List.of();
  private List<Event> twinEvents = List.of();

  private record Watching(String law, RunWatch watch) {}

  /// Creates two empty venues that `laws` watch.
  public LawRun(List<Law> laws) {
    laws.forEach(law -> watching.add(new Watching(law.name(), law.watch().get())));
  }

  /// Applies a command. Whatever a venue throws is thrown.
  public void apply(Request request) {
    history.add(request);
    show(watch -> watch.before(request, this));
    heard.clear();
    request.deliverTo(venue);
    events = List.copyOf(heard);
    encoder.clear();
    request.deliverTo(encoded);
    twinEvents = twin.apply(request);
    show(watch -> watch.after(request, this));
  }

  /// Tells the laws that the history is over.
  public void end() {
    show(watch -> watch.end(this));
  }

  /// Adds to `coverage` what the laws have reached that nobody else knows of.
  void tell(Coverage coverage) {
    watching.forEach(each -> each.watch().tell(coverage));
  }

  /// Returns the fingerprint of the real venue's state, which is worked out once for each command.
  public long stateHash() {
    if (hashed < history.size()) {
      hash = venue.view().stateHash();
      hashed = history.size();
    }
    return hash;
  }

  /// Returns why laws do not hold, by their names.
  public SortedMap<String, String> broken() {
    return Collections.unmodifiableSortedMap(broken);
  }

  /// Returns the commands so far.
  public List<Request> history() {
    return Collections.unmodifiableList(history);
  }

  /// Returns what happened because of the last command.
  public List<Event> events() {
    return events;
  }

  /// Returns the same as the venue writes it.
  public byte[] bytes() {
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }

  /// Returns what happened at the twin.
  List<Event> twinEvents() {
    return twinEvents;
  }

  /// Returns the real venue.
  public VenueView view() {
    return venue.view();
  }

  /// Returns the slow twin.
  public NaiveVenue twin() {
    return twin;
  }

  private void show(Consumer<RunWatch> moment) {
    watching.removeIf(each -> isBroken(each, moment));
  }

  private boolean isBroken(Watching each, Consumer<RunWatch> moment) {
    try {
      moment.accept(each.watch());
      return false;
    } catch (BrokenLaw found) {
      broken.put(each.law(), String.valueOf(found.getMessage()));
    } catch (RuntimeException | Error thrown) {
      broken.put(each.law(), "the venue threw " + thrown);
    }
    return true;
  }
}
