package consumer;

import dev.parlando.Tool;
import dev.parlando.VoiceAgent;

@VoiceAgent(instructions = "You order coffee.")
class Agent {

  /**
   * Orders coffee.
   *
   * @param size the size of the cup
   * @param cups how many of them
   */
  @Tool
  String orderCoffee(Size size, int cups) {
    return cups + " x " + size;
  }

  enum Size {
    SMALL,
    LARGE
  }
}
