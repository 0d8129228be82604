package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlando.realtime.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** That the comparison with the published schemas can fail. */
class ProtocolSchemasTest {

  @ParameterizedTest
  @EnumSource
  void findsWhatIsWrong(Dialect dialect) {
    var schemas = ProtocolSchemas.ofServer(dialect);
    assumeTrue(schemas.isPresent(), "the published schemas are not at hand");
    JsonMapper mapper = JsonMapper.shared();
    assertThat(schemas.get().problems(mapper.readTree("{\"type\":\"error\",\"event_id\":\"e\"}")))
        .isNotEmpty();
    assertThat(
            schemas
                .get()
                .problems(
                    mapper.readTree("{\"type\":\"input_audio_buffer.cleared\",\"event_id\":5}")))
        .isNotEmpty();
    assertThat(schemas.get().problems(mapper.readTree("{\"type\":\"session.exploded\"}")))
        .isNotEmpty();
    assertThat(
            schemas
                .get()
                .problems(
                    mapper.readTree(
                        "{\"type\":\"input_audio_buffer.cleared\",\"event_id\":\"e\"}")))
        .isEmpty();
  }
}
