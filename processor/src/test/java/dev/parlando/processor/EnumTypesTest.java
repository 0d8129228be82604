package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.Repair;
import org.junit.jupiter.api.Test;

/** Enums. */
final class EnumTypesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.*;

              class Agent {
                /** How warm it is said to be. */
                enum Unit {
                  @JsonProperty("celsius") @JsonAlias("centigrade") CELSIUS,
                  /** for Americans */
                  @JsonProperty("fahrenheit") FAHRENHEIT,
                  @Describe("for scientists") KELVIN;

                  @Override public String toString() { return "unit " + ordinal(); }
                }
                enum Size { EXTRA_LARGE, SMALL, small }
                enum Mood { GOOD, BAD, @JsonEnumDefaultValue OTHER }
                enum Gear {
                  LOW { @Override int ratio() { return 1; } }, HIGH { @Override int ratio() { return 5; } };
                  abstract int ratio();
                }

                @Tool("x") Unit unit(Unit v) { return v; }
                @Tool("x") Size size(Size v) { return v; }
                @Tool("x") Mood mood(Mood v) { return v; }
                @Tool("x") String gear(Gear v) { return "" + v.ratio(); }
              }
              """)
          .compile()
          .tools("p.Agent");

  @Test
  void namesAreThoseOfJacksonInSchemaDecoderAndResult() {
    assertThat(TOOLS.property("unit", "v").path("enum").toString())
        .isEqualTo("[\"celsius\",\"fahrenheit\",\"KELVIN\"]");
    for (String name : new String[] {"celsius", "fahrenheit", "KELVIN"}) {
      assertThat(TOOLS.withoutRepairs().call("unit", "{\"v\":\"" + name + "\"}")).isEqualTo(name);
    }
    assertThat(TOOLS.withoutRepairs().violations("unit", "{\"v\":\"CELSIUS\"}"))
        .containsExactly("v: must be one of celsius, fahrenheit, KELVIN");
  }

  @Test
  void meaningsOfConstantsAreDescribed() {
    assertThat(TOOLS.property("unit", "v").path("description").asString())
        .isEqualTo("How warm it is said to be. fahrenheit: for Americans; KELVIN: for scientists");
  }

  @Test
  void aliasIsTakenButNotToldOf() {
    assertThat(TOOLS.withoutRepairs().call("unit", "{\"v\":\"centigrade\"}")).isEqualTo("celsius");
  }

  @Test
  void constantWithABodyIsAConstant() {
    assertThat(TOOLS.call("gear", "{\"v\":\"HIGH\"}")).isEqualTo("5");
  }

  @Test
  void caseAndSeparatorsAreRepairedIfOneConstantIsMeant() {
    assertThat(TOOLS.call("size", "{\"v\":\"extra large\"}")).isEqualTo("EXTRA_LARGE");
    assertThat(TOOLS.repairs()).containsExactly(new Repair("size", "v", Repair.Kind.ENUM_SPELLING));
    assertThat(TOOLS.call("size", "{\"v\":\"Extra-Large\"}")).isEqualTo("EXTRA_LARGE");
    assertThat(TOOLS.violations("size", "{\"v\":\"Small\"}"))
        .containsExactly("v: must be one of EXTRA_LARGE, SMALL, small");
    assertThat(TOOLS.withoutRepairs().violations("size", "{\"v\":\"extra large\"}"))
        .containsExactly("v: must be one of EXTRA_LARGE, SMALL, small");
  }

  @Test
  void unknownNameIsTheConstantThatStandsForIt() {
    assertThat(TOOLS.call("mood", "{\"v\":\"so-so\"}")).isEqualTo("OTHER");
    assertThat(TOOLS.repairs()).containsExactly(new Repair("mood", "v", Repair.Kind.ENUM_DEFAULT));
    assertThat(TOOLS.withoutRepairs().violations("mood", "{\"v\":\"so-so\"}"))
        .containsExactly("v: must be one of GOOD, BAD, OTHER");
  }

  @Test
  void otherJsonIsRefused() {
    assertThat(TOOLS.violations("mood", "{\"v\":1}"))
        .containsExactly("v: must be one of GOOD, BAD, OTHER");
  }
}
