package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import dev.parlando.processor.model.ToolModel.PolicyModel;

/** Renders how a tool is run: the default, and what the tool sets otherwise. */
final class PolicyRenderer {

  private PolicyRenderer() {}

  /** The policy; nothing if it is the default. */
  static CodeBlock render(PolicyModel policy) {
    PolicyModel usual = PolicyModel.DEFAULT;
    CodeBlock.Builder code = CodeBlock.builder();
    if (!policy.effect().equals(usual.effect())) {
      code.add(".effect($T.$L)", TypeNames.SIDE_EFFECT, policy.effect());
    }
    if (policy.timeoutMillis() != usual.timeoutMillis()) {
      code.add(".timeout($T.ofMillis($L))", TypeNames.DURATION, policy.timeoutMillis());
    }
    if (policy.sequential()) {
      code.add(".sequential(true)");
    }
    if (policy.sensitive()) {
      code.add(".sensitive(true)");
    }
    if (policy.maxConcurrent() != usual.maxConcurrent()) {
      code.add(".maxConcurrent($L)", policy.maxConcurrent());
    }
    if (policy.maxCorrections() != usual.maxCorrections()) {
      code.add(".maxCorrections($L)", policy.maxCorrections());
    }
    if (policy.maxOutputChars() != usual.maxOutputChars()) {
      code.add(".maxOutputChars($L)", policy.maxOutputChars());
    }
    if (!policy.reply()) {
      code.add(".reply(false)");
    }
    if (!policy.interruptible()) {
      code.add(".interruptible(false)");
    }
    return code.isEmpty()
        ? code.build()
        : CodeBlock.of("$T.builder()$L.build()", TypeNames.TOOL_POLICY, code.build());
  }
}
