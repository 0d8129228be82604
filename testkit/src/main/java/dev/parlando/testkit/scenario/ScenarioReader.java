package dev.parlando.testkit.scenario;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.internal.file.Fields;
import dev.parlando.testkit.scenario.ScenarioStep.BargeIn;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectCall;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectInterruption;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectNothing;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectReply;
import dev.parlando.testkit.scenario.ScenarioStep.Model;
import dev.parlando.testkit.scenario.ScenarioStep.Pause;
import dev.parlando.testkit.scenario.ScenarioStep.UserSpeech;
import dev.parlando.testkit.scenario.ScenarioStep.UserText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes a scenario of what stands in a file, and reports where it can't. */
final class ScenarioReader {

  private final Path file;

  ScenarioReader(Path file) {
    this.file = file;
  }

  Scenario read(JsonNode tree) throws IOException {
    Fields fields = new Fields(tree, file.toString());
    String name = fields.text("scenario");
    Scenario scenario = new Scenario(name, fields.text("agent", ""), List.of());
    JsonNode steps = fields.node("steps");
    fields.checkNothingElse();
    if (!steps.isArray() || steps.isEmpty()) {
      throw fields.problem("steps must be a list of steps");
    }
    int number = 0;
    for (JsonNode step : steps) {
      number++;
      scenario = scenario.then(step(new Fields(step, file + ", \"" + name + "\", step " + number)));
    }
    return scenario;
  }

  private ScenarioStep step(Fields fields) throws IOException {
    ScenarioStep step = read(fields);
    fields.checkNothingElse();
    return step;
  }

  private ScenarioStep read(Fields fields) throws IOException {
    if (fields.has("user")) {
      return new UserText(fields.text("user"));
    } else if (fields.has("user-speaks")) {
      return new UserSpeech(audio(fields, "user-speaks"));
    } else if (fields.has("barge-in")) {
      return new BargeIn(fields.duration("at"), audio(fields, "barge-in"));
    } else if (fields.has("model")) {
      return new Model(reply(fields, fields.node("model")));
    } else if (fields.has("pause")) {
      return new Pause(fields.duration("pause"));
    } else if (fields.has("expect-call")) {
      return new ExpectCall(
          fields.text("expect-call"),
          fields.has("arguments") ? match(fields, "arguments") : Match.any(),
          fields.has("output") ? match(fields, "output") : Match.any(),
          fields.has("within") ? fields.duration("within") : null);
    } else if (fields.has("expect-reply")) {
      return new ExpectReply(
          match(fields, "expect-reply"), fields.has("within") ? fields.duration("within") : null);
    } else if (fields.has("expect-interruption")) {
      fields.node("expect-interruption");
      return new ExpectInterruption();
    } else if (fields.has("expect-nothing")) {
      return new ExpectNothing(fields.duration("expect-nothing"));
    }
    throw fields.problem(
        "a step begins with user, user-speaks, barge-in, model, pause, expect-call, expect-reply,"
            + " expect-interruption or expect-nothing");
  }

  /** A text to speak, or an audio file beside this one and, for the stand-in, its transcript. */
  private UserAudio audio(Fields fields, String name) throws IOException {
    if (!fields.has("file")) {
      return UserAudio.tones(fields.text(name));
    }
    try {
      return UserAudio.read(
          file.resolveSibling(fields.text("file")), fields.node(name).asString(""));
    } catch (IllegalArgumentException e) {
      throw fields.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Reply reply(Fields step, JsonNode parts) {
    if (parts.isString()) {
      return Reply.saying(parts.stringValue());
    }
    if (!parts.isArray()) {
      throw step.problem("model must be what it says, or a list of what it does");
    }
    Reply reply = Reply.NOTHING;
    for (JsonNode part : parts) {
      Fields fields = new Fields(part, step.place());
      if (fields.has("say")) {
        reply = reply.say(fields.text("say"));
      } else if (fields.has("call")) {
        JsonNode arguments = fields.node("arguments");
        reply =
            reply.call(
                fields.text("call"),
                arguments.isMissingNode()
                    ? "{}"
                    : arguments.isString() ? arguments.stringValue() : arguments.toString());
      } else if (fields.has("pause")) {
        reply = reply.pause(fields.duration("pause"));
      } else if (fields.has("fail")) {
        reply = reply.fail(fields.text("fail"), fields.text("message", "The model failed."));
      } else {
        throw fields.problem("the model can say, call, pause or fail");
      }
      fields.checkNothingElse();
    }
    return reply;
  }

  private static Match match(Fields fields, String name) {
    try {
      return MatchReader.read(fields.node(name));
    } catch (IllegalArgumentException e) {
      throw fields.problem(name + ": " + e.getMessage());
    }
  }
}
