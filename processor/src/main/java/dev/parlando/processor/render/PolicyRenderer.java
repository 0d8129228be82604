package dev.parlando.processor.render;

import com.palantir.javapoet.CodeBlock;
import dev.parlando.processor.model.ToolModel.PolicyModel;

/** Renders how a tool is run: the default, and what the tool says otherwise. */
final class PolicyRenderer {

  private PolicyRenderer() {}

  /** The policy; nothing if it is the default. */
  static CodeBlock render(PolicyModel policy) {
    PolicyModel usual = PolicyModel.DEFAULT;
    CodeBlock.Builder code = CodeBlock.builder();
    if (!policy.effect().equals(usual.effect())) {
      code.add(".withEffect($T.$L)", TypeNames.SIDE_EFFECT, policy.effect());
    }
    if (policy.timeoutMillis() != usual.timeoutMillis()) {
      code.add(".withTimeoutMillis($L)", policy.timeoutMillis());
    }
    if (policy.sequential()) {
      code.add(".asSequential()");
    }
    if (policy.sensitive()) {
      code.add(".asSensitive()");
    }
    if (policy.maxConcurrent() != usual.maxConcurrent()) {
      code.add(".withMaxConcurrent($L)", policy.maxConcurrent());
    }
    if (policy.maxCorrections() != usual.maxCorrections()) {
      code.add(".withMaxCorrections($L)", policy.maxCorrections());
    }
    if (policy.maxOutputChars() != usual.maxOutputChars()) {
      code.add(".withMaxOutputChars($L)", policy.maxOutputChars());
    }
    if (!policy.reply()) {
      code.add(".withoutReply()");
    }
    return code.isEmpty()
        ? code.build()
        : CodeBlock.of("$T.DEFAULT$L", TypeNames.TOOL_POLICY, code.build());
  }
}
