package org.plimsoll.ecosystem.file;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.text.FileSchema;
import org.plimsoll.text.bind.RecordSchema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of scenario files, made of the records that they become and of the terms of
/// every kind of agent.
public final class ScenarioSchema {
  private static final String ID = "urn:plimsoll:scenario:1";

  private final String text;
  private final FileSchema schema;

  /// Makes the schema for kinds of agents.
  public ScenarioSchema(List<AgentKind<?>> kinds) {
    RecordSchema records = new RecordSchema();
    records.define("name", RecordSchema.name());
    records.define("agent", agent(kinds, records));
    ObjectNode version =
        (ObjectNode) records.define(Scenario.class).path("properties").path("scenario");
    version.removeAll();
    version.put("title", "1, the version of this format").put("const", 1);
    version.put("description", "The version of this format.");
    text = records.text(ID, Scenario.class);
    schema = FileSchema.of(text);
  }

  /// Returns the schema as JSON text, for editors.
  public String text() {
    return text;
  }

  FileSchema schema() {
    return schema;
  }

  /// Whatever kind an agent is of, its entry keeps to the terms of that kind.
  private static ObjectNode agent(List<AgentKind<?>> kinds, RecordSchema records) {
    ObjectNode agent = RecordSchema.mapping().put("title", "an agent").put("type", "object");
    agent.putArray("required").add(AgentEntry.AGENT);
    ArrayNode words = addKind(agent.putObject("properties")).putArray("enum");
    ArrayNode choices = agent.putArray("allOf");
    for (AgentKind<?> kind : kinds) {
      words.add(kind.name());
      ObjectNode choice = choices.addObject();
      ObjectNode test = choice.putObject("if");
      test.putArray("required").add("agent");
      test.putObject("properties").putObject("agent").put("const", kind.name());
      choice.putObject("then").put("$ref", "#/$defs/agent-" + kind.name());
      records.define("agent-" + kind.name(), terms(kind, records));
    }
    return agent;
  }

  private static ObjectNode terms(AgentKind<?> kind, RecordSchema records) {
    ObjectNode terms = records.define(kind.terms()).deepCopy();
    terms.put("title", "a `" + kind.name() + "`").put("description", kind.about());
    ((ArrayNode) terms.path("required")).add(AgentEntry.NAME);
    ObjectNode properties = (ObjectNode) terms.path("properties");
    for (String own : AgentEntry.KEYS) {
      if (properties.has(own)) {
        throw new IllegalStateException(
            "the terms of `" + kind.name() + "` have a key `" + own + "`; give it another name");
      }
    }
    addOwn(properties);
    return terms;
  }

  private static ObjectNode addKind(ObjectNode properties) {
    return properties
        .putObject(AgentEntry.AGENT)
        .put("title", "a kind of agent")
        .put("description", "The kind of agent.");
  }

  private static void addOwn(ObjectNode properties) {
    addKind(properties);
    properties
        .putObject(AgentEntry.NAME)
        .put("title", "a name of 1 to 32 letters, digits or . _ - / : #")
        .put("description", "How it is called.")
        .put("type", "string")
        .put("pattern", "^[A-Za-z0-9._/:#-]{1,32}$");
    properties
        .putObject(AgentEntry.COUNT)
        .put("title", "a whole number from 1 to " + AgentEntry.COUNT_MAX)
        .put("description", "So many of them, each with its number in the place of `#`.")
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", AgentEntry.COUNT_MAX);
    properties
        .putObject(AgentEntry.SOURCE)
        .put("title", "text")
        .put("description", "Where its figures come from.")
        .put("type", "string");
  }
}
