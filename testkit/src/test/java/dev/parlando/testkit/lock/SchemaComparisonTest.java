package dev.parlando.testkit.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaComparisonTest {

  /** Keywords of one property: before, after, and what is said of it. */
  static Stream<Arguments> keywords() {
    return Stream.of(
        arguments("'type':'integer'", "'type':'string'", "BREAKING /type string, was integer"),
        arguments("'type':'number'", "'type':'integer'", "BREAKING /type integer, was number"),
        arguments("'type':'integer'", "'type':'number'", "WIDENING /type number, was integer"),
        arguments("'type':'string'", "", "WIDENING /type any, was string"),
        arguments("", "'type':'string'", "BREAKING /type string, was any"),
        arguments("'enum':['a','b']", "'enum':['a']", "BREAKING /enum without \"b\""),
        arguments("'enum':['a']", "'enum':['a','b']", "WIDENING /enum also \"b\""),
        arguments(
            "'enum':['a','b']",
            "'enum':['b','c']",
            "BREAKING /enum without \"a\"; WIDENING /enum also \"c\""),
        arguments("'enum':['a','b']", "'enum':['b','a']", "WORDING /enum in another order"),
        arguments("", "'enum':['a']", "BREAKING /enum only [\"a\"], was any value"),
        arguments("'enum':['a']", "", "WIDENING /enum any value, was only [\"a\"]"),
        arguments("", "'minimum':1", "BREAKING /minimum 1, had no limit"),
        arguments("'minimum':1", "'minimum':2", "BREAKING /minimum 2, was 1"),
        arguments("'minimum':2", "'minimum':1", "WIDENING /minimum 1, was 2"),
        arguments("'minimum':2", "", "WIDENING /minimum no limit, was 2"),
        arguments("'maximum':0.30", "'maximum':0.3", ""),
        arguments("'maximum':7", "'maximum':5", "BREAKING /maximum 5, was 7"),
        arguments("'maximum':5", "'maximum':7", "WIDENING /maximum 7, was 5"),
        arguments("'exclusiveMinimum':0", "'minimum':0", "WIDENING /minimum 0, was 0 excluded"),
        arguments(
            "'maximum':5", "'exclusiveMaximum':5", "BREAKING /exclusiveMaximum 5 excluded, was 5"),
        arguments("'minimum':3,'exclusiveMinimum':0", "'minimum':3", ""),
        arguments("'minLength':1", "'minLength':3", "BREAKING /minLength 3, was 1"),
        arguments("'maxLength':3", "'maxLength':9", "WIDENING /maxLength 9, was 3"),
        arguments("'minItems':1", "'minItems':0", "WIDENING /minItems 0, was 1"),
        arguments("'maxItems':9", "'maxItems':3", "BREAKING /maxItems 3, was 9"),
        arguments("'maxProperties':9", "'maxProperties':3", "BREAKING /maxProperties 3, was 9"),
        arguments("'uniqueItems':true", "", "WIDENING /uniqueItems gone, was true"),
        arguments("", "'uniqueItems':true", "BREAKING /uniqueItems new: true"),
        arguments("", "'pattern':'a'", "BREAKING /pattern new: a"),
        arguments("'pattern':'a'", "", "WIDENING /pattern gone, was a"),
        arguments("'pattern':'a'", "'pattern':'b'", "BREAKING /pattern b, was a"),
        arguments(
            "'pattern':'a'",
            "'allOf':[{'pattern':'a'},{'pattern':'b'}]",
            "BREAKING /pattern new: b"),
        arguments(
            "'allOf':[{'pattern':'a'},{'pattern':'b'}]",
            "'pattern':'b'",
            "WIDENING /pattern gone, was a"),
        arguments("'format':'date'", "'format':'time'", "BREAKING /format \"time\", was \"date\""),
        arguments("'format':'date'", "", "WIDENING /format gone, was \"date\""),
        arguments("'const':true", "'const':false", "BREAKING /const false, was true"),
        arguments("'multipleOf':0.1", "'multipleOf':0.01", "WIDENING /multipleOf 0.01, was 0.1"),
        arguments("'multipleOf':0.1", "'multipleOf':0.25", "BREAKING /multipleOf 0.25, was 0.1"),
        arguments("", "'multipleOf':0.1", "BREAKING /multipleOf new: 0.1"),
        arguments("'default':1", "'default':2", "BREAKING /default 2, was 1"),
        arguments("'default':1", "", "BREAKING /default none, was 1"),
        arguments("", "'default':2", "WIDENING /default new: 2"),
        arguments("", "'description':'d'", "WORDING /description described now"),
        arguments("'description':'d'", "", "WORDING /description no longer described"),
        arguments(
            "'description':'d'",
            "'description':'e'",
            "WORDING /description described in other words"),
        arguments("'x':1", "'x':2", "BREAKING /x changed, and it isn't known what it means"),
        arguments(
            "'items':{'type':'string'}", "'items':{}", "WIDENING /items/type any, was string"),
        arguments("", "'items':{'type':'string'}", "BREAKING /items/type string, was any"),
        arguments(
            "'items':{'maxLength':3}",
            "'items':{'maxLength':2}",
            "BREAKING /items/maxLength 2, was 3"),
        arguments(
            "'propertyNames':{'enum':['a']}",
            "'propertyNames':{'enum':['a','b']}",
            "WIDENING /propertyNames/enum also \"b\""),
        arguments(
            "'additionalProperties':{'type':'integer'}",
            "'additionalProperties':{'type':'number'}",
            "WIDENING /additionalProperties/type number, was integer"),
        arguments(
            "",
            "'additionalProperties':false",
            "BREAKING /additionalProperties properties that aren't listed are refused"),
        arguments(
            "'additionalProperties':false",
            "",
            "WIDENING /additionalProperties properties that aren't listed are accepted"),
        arguments(
            "'type':'integer','maximum':5,'description':'d'",
            "'type':'integer','maximum':6,'description':'e'",
            "WIDENING /maximum 6, was 5; WORDING /description described in other words"));
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void saysWhatAChangedKeywordMeans(String before, String after, String expected) {
    assertThat(compare("{" + before + "}", "{" + after + "}")).isEqualTo(expected);
  }

  /** The properties of an object, with those that are required after a bar. */
  static Stream<Arguments> properties() {
    return Stream.of(
        arguments("'a':{},'b':{}|", "'a':{}|", "BREAKING /properties/b removed"),
        arguments(
            "'a':{},'b':{'type':'string'}|",
            "'a':{},'c':{'type':'string'}|",
            "BREAKING /properties/b renamed to c; WIDENING /properties/c a new optional property"),
        arguments("'a':{}|", "'a':{},'b':{}|", "WIDENING /properties/b a new optional property"),
        arguments(
            "'a':{}|", "'a':{},'b':{}|'b'", "BREAKING /properties/b a new property, and required"),
        arguments("'a':{}|", "'a':{}|'a'", "BREAKING /properties/a required, was optional"),
        arguments("'a':{}|'a'", "'a':{}|", "WIDENING /properties/a optional, was required"),
        arguments("'a':{},'b':{}|", "'b':{},'a':{}|", "WORDING /properties in another order"),
        arguments(
            "'a/b~c':{'minLength':1}|",
            "'a/b~c':{'minLength':2}|",
            "BREAKING /properties/a~1b~0c/minLength 2, was 1"));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void saysWhatAChangedPropertyMeans(String before, String after, String expected) {
    assertThat(compare(object(before), object(after))).isEqualTo(expected);
  }

  private static String object(String text) {
    String[] parts = text.split("\\|", 2);
    return "{'properties':{%s},'required':[%s]}".formatted(parts[0], parts[1]);
  }

  @Test
  void tellsVariantsApartByTheirConstant() {
    String cash = "{'properties':{'type':{'const':'cash'}}}";
    String card = "{'properties':{'type':{'const':'card'},'number':{'minLength':%d}}}";
    String before = "{'anyOf':[" + cash + "," + card.formatted(1) + "]}";
    String after = "{'anyOf':[" + card.formatted(2) + ",{'properties':{'type':{'const':'iou'}}}]}";

    assertThat(compare(before, after))
        .isEqualTo(
            "BREAKING /anyOf/0 the variant type=cash is gone;"
                + " BREAKING /anyOf/0/properties/number/minLength 2, was 1;"
                + " WIDENING /anyOf/1 a new variant type=iou");
  }

  @Test
  void followsATypeThatContainsItselfOnce() {
    String tree =
        "{'properties':{'root':{'$ref':'#/$defs/Node'}},'$defs':{'Node':{'properties':{"
            + "'size':{'maximum':%d},'children':{'items':{'$ref':'#/$defs/Node'}}}}}}";

    assertThat(compare(tree.formatted(5), tree.formatted(9)))
        .isEqualTo("WIDENING /$defs/Node/properties/size/maximum 9, was 5");
  }

  @Test
  void findsNothingInADefinitionThatIsOnlyRenamed() {
    String tree =
        "{'properties':{'root':{'$ref':'#/$defs/%1$s'}},'$defs':{'%1$s':{'properties':{"
            + "'children':{'items':{'$ref':'#/$defs/%1$s'}}}}}}";

    assertThat(compare(tree.formatted("Node"), tree.formatted("Branch"))).isEmpty();
  }

  private static String compare(String before, String after) {
    Changes changes = Changes.ofTool();
    SchemaComparison.compare(parse(before), parse(after), changes.at("parameters"));
    List<String> lines =
        changes.all().stream()
            .map(
                change ->
                    change.kind()
                        + " "
                        + change.pointer().substring("/parameters".length())
                        + " "
                        + change.text())
            .toList();
    return String.join("; ", lines);
  }

  private static JsonNode parse(String text) {
    return CanonicalJson.parse(text.replace('\'', '"'));
  }
}
