package consumer

import dev.parlando.DefaultValue
import dev.parlando.Describe
import dev.parlando.Tool
import dev.parlando.VoiceAgent
import jakarta.validation.constraints.Max
import jakarta.validation.constraints.Min

@VoiceAgent(instructions = "You order coffee.")
class Agent {

  @Tool("Orders coffee.")
  fun orderCoffee(
    @Describe("the size of the cup") size: Size,
    @DefaultValue("1") @Min(1) @Max(9) cups: Int,
    note: String?,
    extras: List<String>,
  ): String = "$cups x $size, ${note ?: "no note"}, $extras"

  enum class Size { SMALL, LARGE }
}
