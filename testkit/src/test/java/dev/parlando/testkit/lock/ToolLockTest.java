package dev.parlando.testkit.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolLockTest {

  private static final String WEATHER =
      tool(
          "get_temperature",
          "Gets the temperature of a city.",
          "{'type':'object','properties':{'city':{'type':'string','minLength':1}},'required':['city'],'additionalProperties':false}");
  private static final String TIME =
      tool(
          "get_time",
          "Tells the time.",
          "{'type':'object','properties':{},'additionalProperties':false}");

  @TempDir Path folder;
  private Path classes;
  private Path lockFile;
  private ToolLock lock;

  @BeforeEach
  void start() throws IOException {
    classes = folder.resolve("classes");
    lockFile = folder.resolve("src/tools.lock.json");
    lock = ToolLock.of(classes, lockFile).acceptedBy("mvn test -Dparlando.lock=update");
    generate("app.Weather", WEATHER);
  }

  @Test
  void passesOnceTheLockIsWritten() throws IOException {
    lock.check(LockMode.UPDATE);

    lock.check(LockMode.VERIFY);

    assertThat(lockFile)
        .hasContent(
            """
            {
              "formatVersion": 1,
              "tools": [
                {
                  "name": "get_temperature",
                  "source": "app.Weather",
                  "description": "Gets the temperature of a city.",
                  "parameters": {
                    "type": "object",
                    "properties": {
                      "city": {
                        "type": "string",
                        "minLength": 1
                      }
                    },
                    "required": [
                      "city"
                    ],
                    "additionalProperties": false
                  }
                }
              ]
            }
            """);
  }

  @Test
  void writesTheSameBytesInWhateverClassesTheToolsStand() throws IOException {
    generate("app.Clock", TIME);
    lock.check(LockMode.UPDATE);
    String text = Files.readString(lockFile);

    lock.check(LockMode.UPDATE);

    assertThat(Files.readString(lockFile)).isEqualTo(text).doesNotContain("\r").endsWith("}\n");
    assertThat(text.indexOf("get_temperature")).isLessThan(text.indexOf("get_time"));
  }

  @Test
  void keepsTheDigitsOfNumbersAndOtherScripts() throws IOException {
    generate(
        "app.Weather",
        tool("pay", "Zahlt für Größe 東京.", "{'minimum':0.10,'maximum':12345678901234567890.5}"));

    lock.check(LockMode.UPDATE);

    assertThat(Files.readString(lockFile))
        .contains("Zahlt für Größe 東京.", "\"minimum\": 0.10", "12345678901234567890.5");
  }

  @Test
  void readsALockThatWasCheckedOutWithOtherLineEnds() throws IOException {
    lock.check(LockMode.UPDATE);
    Files.writeString(lockFile, Files.readString(lockFile).replace("\n", "\r\n"));

    lock.check(LockMode.VERIFY);
  }

  @Test
  void namesTheCommandWhereTheLockIsMissing() {
    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            There is no %s, with which the tools of this module would be compared. Write it by
              mvn test -Dparlando.lock=update
            then review and commit it.

            Size of the definitions as sent: 226 bytes, about 57 tokens (estimated as 4 bytes a token)
              get_temperature     226 bytes  about    57 tokens
            """
                .formatted(lockFile));
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void tellsEveryKindOfChangeWithADiffAndTheCommand() throws IOException {
    generate("app.Clock", TIME);
    lock.check(LockMode.UPDATE);
    generate(
        "app.Weather",
        tool(
            "get_temperature",
            "Gets the temperature of a place.",
            "{'type':'object','properties':{'city':{'type':'string','minLength':2},'days':{'type':'integer'}},'required':['city'],'additionalProperties':false}"));
    generate("app.Clock", tool("set_alarm", "Rings.", "{'type':'object'}"));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            The tools of this module are not those of %1$s.

            get_temperature (app.Weather): BREAKING, WIDENING, WORDING
              WORDING   /description  the tool is described in other words
              BREAKING  /parameters/properties/city/minLength  2, was 1
              WIDENING  /parameters/properties/days  a new optional property

            get_time (app.Clock): BREAKING
              BREAKING  removed

            set_alarm (app.Clock): ADDITION
              ADDITION  a new tool

            --- %1$s
            +++ generated
            @@ -4,13 +4,16 @@
                 {
                   "name": "get_temperature",
                   "source": "app.Weather",
            -      "description": "Gets the temperature of a city.",
            +      "description": "Gets the temperature of a place.",
                   "parameters": {
                     "type": "object",
                     "properties": {
                       "city": {
                         "type": "string",
            -            "minLength": 1
            +            "minLength": 2
            +          },
            +          "days": {
            +            "type": "integer"
                       }
                     },
                     "required": [
            @@ -20,13 +23,11 @@
                   }
                 },
                 {
            -      "name": "get_time",
            +      "name": "set_alarm",
                   "source": "app.Clock",
            -      "description": "Tells the time.",
            +      "description": "Rings.",
                   "parameters": {
            -        "type": "object",
            -        "properties": {},
            -        "additionalProperties": false
            +        "type": "object"
                   }
                 }
               ]

            Size of the definitions as sent: 345 bytes, about 87 tokens (estimated as 4 bytes a token)
              get_temperature     253 bytes  about    64 tokens
              set_alarm            92 bytes  about    23 tokens

            If that is what you want, accept it by
              mvn test -Dparlando.lock=update
            then review and commit the file.
            """
                .formatted(lockFile));
  }

  @Test
  void recognisesARenamedTool() throws IOException {
    lock.check(LockMode.UPDATE);
    generate("app.Weather", WEATHER.replace("get_temperature", "temperature"));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .hasMessageContaining("BREAKING  renamed to temperature")
        .hasMessageContaining("temperature (app.Weather): ADDITION");
  }

  @Test
  void tellsThatAToolMovedToAnotherClass() throws IOException {
    lock.check(LockMode.UPDATE);
    Files.move(generated("app.Weather"), generated("app.Climate"));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .hasMessageContaining(
            "WORDING   /source  moved here from app.Weather; models don't see it");
  }

  @Test
  void failsOnALockThatWasEditedEvenIfItSaysTheSame() throws IOException {
    lock.check(LockMode.UPDATE);
    Files.writeString(lockFile, Files.readString(lockFile).replace("  ", "\t"));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .hasMessageContaining("the file is not in the form in which it is written");
  }

  @Test
  void namesBothClassesOfTwoToolsWithOneName() throws IOException {
    generate("app.Climate", WEATHER);

    assertThatThrownBy(() -> lock.check(LockMode.UPDATE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "Two tools are called get_temperature: one of app.Climate and one of app.Weather.");
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void refusesToLockNothing() throws IOException {
    Files.delete(generated("app.Weather"));

    assertThatThrownBy(() -> lock.check(LockMode.UPDATE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the annotation processor did not run");
  }

  @Test
  void namesTheLineOfAMergeConflict() throws IOException {
    lock.check(LockMode.UPDATE);
    String text = Files.readString(lockFile);
    Files.writeString(lockFile, text.replace("  \"tools\"", "<<<<<<< ours\n  \"tools\""));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is not JSON any more")
        .hasMessageContaining("(line 3)");
  }

  @Test
  void refusesALockOfAnotherFormat() throws IOException {
    lock.check(LockMode.UPDATE);
    String text = Files.readString(lockFile);
    Files.writeString(lockFile, text.replace("Version\": 1", "Version\": 2"));

    assertThatThrownBy(() -> lock.check(LockMode.VERIFY))
        .hasMessageContaining("has formatVersion 2; this version of Parlando reads 1.");
  }

  @Test
  void refusesAnUpdateInContinuousIntegration() {
    assertThatThrownBy(() -> LockMode.of("update", "true"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("refused where CI=true");
    assertThat(LockMode.of("update", null)).isEqualTo(LockMode.UPDATE);
    assertThat(LockMode.of(null, "true")).isEqualTo(LockMode.VERIFY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"updaet", "true"})
  void refusesAnUnknownMode(String mode) {
    assertThatThrownBy(() -> LockMode.of(mode, null))
        .hasMessage("-Dparlando.lock must be update, not " + mode + ".");
  }

  @Test
  void findsTheFoldersOfTheModuleOfATest() {
    TestedModule module = TestedModule.of(ToolLockTest.class);

    assertThat(module.folder()).isEqualTo(Path.of("").toAbsolutePath());
    assertThat(module.outputs()).containsExactly(module.folder().resolve("target/classes"));
    assertThat(module.acceptCommand())
        .isEqualTo(
            "mvn test -pl testkit -am -Dtest=ToolLockTest -Dparlando.lock=update"
                + " -Dsurefire.failIfNoSpecifiedTests=false");
  }

  private static String tool(String name, String description, String parameters) {
    return "{'type':'function','name':'%s','description':'%s','parameters':%s}"
        .formatted(name, description, parameters)
        .replace('\'', '"');
  }

  private Path generated(String source) {
    return classes.resolve("META-INF/parlando/tools/" + source + ".json");
  }

  private void generate(String source, String tool) throws IOException {
    Files.createDirectories(generated(source).getParent());
    Files.writeString(generated(source), "[" + tool + "]");
  }
}
