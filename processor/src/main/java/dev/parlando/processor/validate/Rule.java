package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ToolSetModel;

/** One thing that may be wrong with a class's tools. */
interface Rule {

  /** Reports where it is wrong. */
  void check(ToolSetModel model, Report report);
}
