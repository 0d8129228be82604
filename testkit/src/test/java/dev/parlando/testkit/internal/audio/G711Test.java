package dev.parlando.testkit.internal.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {

  /** Reference values of the ITU's tables. */
  @ParameterizedTest
  @CsvSource({
    "0,0xff",
    "32635,0x80",
    "-32635,0x00",
    "1000,0xce",
    "-1000,0x4e",
    "8,0xfe",
    "-8,0x7e"
  })
  void ulawCodesAreThoseOfTheStandard(short sample, String code) {
    assertThat(G711.toUlaw(sample)).isEqualTo(Integer.decode(code).byteValue());
  }

  @ParameterizedTest
  @CsvSource({
    "0,0xd5",
    "-1,0x55",
    "32767,0xaa",
    "-32768,0x2a",
    "1000,0xfa",
    "-1000,0x7a",
    "8,0xd5"
  })
  void alawCodesAreThoseOfTheStandard(short sample, String code) {
    assertThat(G711.toAlaw(sample)).isEqualTo(Integer.decode(code).byteValue());
  }

  @Test
  void everyCodeComesBackToItself() {
    for (int code = 0; code < 256; code++) {
      byte ulaw = (byte) code;
      if (code != 0x7f) { // minus zero, which comes back as zero
        assertThat(G711.toUlaw(G711.fromUlaw(ulaw))).as("ulaw %x", code).isEqualTo(ulaw);
      }
      assertThat(G711.toAlaw(G711.fromAlaw(ulaw))).as("alaw %x", code).isEqualTo(ulaw);
    }
  }
}
