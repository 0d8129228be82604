package dev.parlando.processor.agreement;

import dev.parlando.processor.agreement.HibernateValidatorTest.Case;
import java.util.List;

/**
 * Every value on which we and Hibernate Validator differ, and why. In each case Jakarta's text
 * leaves the choice, and the schema that the model sees has made it.
 */
final class DeliberateDifferences {

  private DeliberateDifferences() {}

  static List<Case> all() {
    return List.of(
        Case.differs(
            "JSON Schema counts code points, Hibernate Validator UTF-16 units",
            "@Size(max = 1) String",
            "\"😀\""),
        Case.differs(
            "JSON Schema counts code points, Hibernate Validator UTF-16 units",
            "@Size(min = 2) CharSequence",
            "\"😀\""),
        Case.differs(
            "format email is RFC 5321, so letters beyond ASCII are no part of an address",
            "@Email String",
            "\"jörg@example.com\"",
            "\"a@exämple.com\""),
        Case.differs(
            "an empty text is no address; Hibernate Validator lets it pass",
            "@Email CharSequence",
            "\"\""),
        Case.differs(
            "1.00 is the number 1 for JSON Schema; Hibernate Validator counts its zeros",
            "@Digits(integer = 2, fraction = 1) BigDecimal",
            "1.00"),
        Case.differs(
            "0.1 is 0.1; Hibernate Validator widens the float to 0.10000000149",
            "@DecimalMax(\"0.1\") float",
            "0.1"),
        Case.differs(
            "constraints inside of an argument always hold; Hibernate Validator wants @Valid",
            "Inner",
            "{\"n\":0,\"s\":\"a\"}"));
  }
}
