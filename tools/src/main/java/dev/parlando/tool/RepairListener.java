package dev.parlando.tool;

/** Is told what had to be repaired in the arguments of calls, to count and log it. */
@FunctionalInterface
public interface RepairListener {

  /** Called on the thread that decodes, for each repair; it must not block. */
  void repaired(Repair repair);
}
