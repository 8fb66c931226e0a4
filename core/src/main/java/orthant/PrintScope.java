package orthant;

import java.util.function.UnaryOperator;

/**
 * Other print options for the calling thread, until it is closed; NumPy's {@code printoptions}.
 *
 * <pre>{@code
 * try (var _ = Nd.printoptions(o -> o.precision(3))) {
 *   System.out.println(a);
 * }
 * }</pre>
 */
public final class PrintScope implements AutoCloseable {
  private static final ThreadLocal<PrintScope> INNERMOST = new ThreadLocal<>();
  private static volatile PrintOptions everywhere = PrintOptions.DEFAULT;

  private final PrintOptions options;
  private final PrintScope outer = INNERMOST.get();
  private boolean closed;

  private PrintScope(PrintOptions options) {
    this.options = options;
  }

  static PrintOptions current() {
    var scope = INNERMOST.get();
    return scope == null ? everywhere : scope.options;
  }

  static void set(PrintOptions options) {
    if (options == null) {
      throw new IllegalArgumentException("the print options are null; use PrintOptions.DEFAULT to go back to the first ones");
    }
    everywhere = options;
  }

  static PrintScope open(UnaryOperator<PrintOptions> change) {
    var scope = new PrintScope(change.apply(current()));
    INNERMOST.set(scope);
    return scope;
  }

  /**
   * The options of this scope.
   *
   * @return the options
   */
  public PrintOptions options() {
    return options;
  }

  /**
   * Ends the scope: the options of the thread are what they were before. Closing again does nothing.
   *
   * @throws IllegalStateException if another thread has opened this scope, or if one inside it is still open
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (INNERMOST.get() != this) {
      throw new IllegalStateException("this is not the calling thread's innermost open PrintScope; use try-with-resources");
    }
    closed = true;
    if (outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outer);
    }
  }
}
