package orthant.memory;

import java.util.Optional;

/** Where memory was asked for: the operation of this library, and the line that called it. */
public final class Sites {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private static volatile boolean on = Boolean.getBoolean("orthant.memory.sites");

  private Sites() {}

  /**
   * Switches the recording on or off; at first the property {@code orthant.memory.sites} says which.
   *
   * @param record whether memory that is lent from now on remembers where it was asked for
   */
  public static void record(boolean record) {
    on = record;
  }

  /**
   * Whether sites are recorded.
   *
   * @return true after {@link #record record(true)}
   */
  public static boolean areRecorded() {
    return on;
  }

  /**
   * The calling thread's site.
   *
   * @return such as {@code Elementwise.add at Main.main(Main.java:7)}; null if sites are not recorded
   */
  static String current() {
    return on ? walk() : null;
  }

  private static String walk() {
    var operation = new StackWalker.StackFrame[1];
    Optional<StackWalker.StackFrame> caller = WALKER.walk(frames -> frames.filter(f -> {
      if (isOurs(f.getClassName())) {
        operation[0] = f;
        return false;
      }
      return true;
    }).findFirst());
    String name = operation[0] == null ? "?" : simple(operation[0].getClassName()) + '.' + operation[0].getMethodName();
    return name + caller.map(f -> " at " + f.getClassName() + '.' + f.getMethodName() + '(' + f.getFileName() + ':' + f.getLineNumber() + ')')
        .orElseGet(() -> " in thread " + Thread.currentThread().getName());
  }

  /** Examples and benchmarks are users. */
  private static boolean isOurs(String type) {
    return type.startsWith("orthant.") && !type.startsWith("orthant.examples.");
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
