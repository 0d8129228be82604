/** LangChain4j; and with simple-openai, what a whole turn takes with libraries of today. */
@NullMarked
package dev.parlando.examples.benchmarks.langchain4j;

import org.jspecify.annotations.NullMarked;
