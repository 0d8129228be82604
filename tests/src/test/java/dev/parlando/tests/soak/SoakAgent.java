package dev.parlando.tests.soak;

import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An agent that repeats numbers, and counts how often it had to. */
@VoiceAgent(instructions = "Repeat the number that you are told.")
class SoakAgent {

  /** How often the tool ran, by the number. */
  final Map<String, Integer> runs = new ConcurrentHashMap<>();

  /** Repeats a number. */
  @Tool(effect = SideEffect.WRITE)
  String repeat(String number) {
    runs.merge(number, 1, Integer::sum);
    return number;
  }
}
