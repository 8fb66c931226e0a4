package orthant;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orthant.plan.Faults;

/**
 * What happens when arithmetic goes wrong: for each category whether it is ignored, logged, thrown or handed over. It holds for a
 * scope of code and what that calls.
 *
 * <pre>{@code
 * var strict = ErrorState.IGNORE.divide(RAISE).overflow(WARN).integerOverflow(RAISE);
 * var y = errstate(strict, () -> a.divide(b));          // throws ArithmeticFault where b is 0
 * }</pre>
 *
 * <p>By default everything is ignored; a call then reads one number more. The flags of the processor cannot be read in Java; so while a category is
 * not ignored, every operation is followed by a loop over operands and result that looks for what the category means, and that takes
 * about as long again. Results are always complete: a fault is found after the operation, so an array given as output holds the results.
 *
 * @param divide what is done about {@link Category#DIVIDE}
 * @param overflow what is done about {@link Category#OVERFLOW}
 * @param underflow what is done about {@link Category#UNDERFLOW}
 * @param invalid what is done about {@link Category#INVALID}
 * @param integerOverflow what is done about {@link Category#INTEGER_OVERFLOW}
 * @param handler what is called where the mode is {@link Mode#CALL}; null if none is
 */
public record ErrorState(Mode divide, Mode overflow, Mode underflow, Mode invalid, Mode integerOverflow, Consumer<ArithmeticFault> handler) {
  /** What is done about a fault. */
  public enum Mode {
    /** Nothing; it is not looked for. */
    IGNORE,
    /** It is logged by the System.Logger "orthant". */
    WARN,
    /** It is thrown. */
    RAISE,
    /** It is given to the handler. */
    CALL
  }

  /** What can go wrong. */
  public enum Category {
    /** An infinite result of finite operands at a pole, such as 1/0 and log(0); an integer divided by 0. */
    DIVIDE,
    /** An infinite result of finite operands elsewhere. */
    OVERFLOW,
    /** A result below the smallest normal number, or 0 where the exact result is not 0. */
    UNDERFLOW,
    /** NaN from operands that are none; a cast to an integer that does not fit. */
    INVALID,
    /** An integer result that the type does not hold. */
    INTEGER_OVERFLOW
  }

  /** All faults are ignored: the default. */
  public static final ErrorState IGNORE = all(Mode.IGNORE);

  private static final ScopedValue<ErrorState> CURRENT = ScopedValue.newInstance();

  /**
   * Checks that there is a handler where one is needed.
   *
   * @param divide what is done about division by zero
   * @param overflow what is done about overflow of floating-point numbers
   * @param underflow what is done about underflow
   * @param invalid what is done about NaN
   * @param integerOverflow what is done about overflow of integers
   * @param handler what is called, or null
   * @throws IllegalArgumentException if a mode is CALL and there is no handler
   */
  public ErrorState {
    if (handler == null && Arrays.asList(divide, overflow, underflow, invalid, integerOverflow).contains(Mode.CALL)) {
      throw new IllegalArgumentException("a mode is CALL but there is no handler; set it first, with handler(fault -> ...)");
    }
  }

  /**
   * The same for all categories.
   *
   * @param mode IGNORE, WARN or RAISE
   * @return the state
   * @throws IllegalArgumentException if the mode is CALL
   */
  public static ErrorState all(Mode mode) {
    return new ErrorState(mode, mode, mode, mode, mode, null);
  }

  /**
   * The state that holds here.
   *
   * @return that of the innermost scope around the caller
   */
  public static ErrorState current() {
    return CURRENT.orElse(IGNORE);
  }

  /**
   * Runs code in this state.
   *
   * @param <T> what it returns
   * @param code the code
   * @return its result
   */
  public <T> T during(Supplier<T> code) {
    Faults.enter();
    try {
      return ScopedValue.where(CURRENT, this).call(code::get);
    } finally {
      Faults.leave();
    }
  }

  /**
   * What is done about a category.
   *
   * @param category the category
   * @return the mode
   */
  public Mode mode(Category category) {
    return switch (category) {
      case DIVIDE -> divide;
      case OVERFLOW -> overflow;
      case UNDERFLOW -> underflow;
      case INVALID -> invalid;
      case INTEGER_OVERFLOW -> integerOverflow;
    };
  }

  /**
   * Another mode for division by zero.
   *
   * @param mode the mode
   * @return a changed copy
   */
  public ErrorState divide(Mode mode) {
    return new ErrorState(mode, overflow, underflow, invalid, integerOverflow, handler);
  }

  /**
   * Another mode for overflow of floating-point numbers.
   *
   * @param mode the mode
   * @return a changed copy
   */
  public ErrorState overflow(Mode mode) {
    return new ErrorState(divide, mode, underflow, invalid, integerOverflow, handler);
  }

  /**
   * Another mode for underflow.
   *
   * @param mode the mode
   * @return a changed copy
   */
  public ErrorState underflow(Mode mode) {
    return new ErrorState(divide, overflow, mode, invalid, integerOverflow, handler);
  }

  /**
   * Another mode for NaN.
   *
   * @param mode the mode
   * @return a changed copy
   */
  public ErrorState invalid(Mode mode) {
    return new ErrorState(divide, overflow, underflow, mode, integerOverflow, handler);
  }

  /**
   * Another mode for overflow of integers.
   *
   * @param mode the mode
   * @return a changed copy
   */
  public ErrorState integerOverflow(Mode mode) {
    return new ErrorState(divide, overflow, underflow, invalid, mode, handler);
  }

  /**
   * Another handler.
   *
   * @param called what is called where the mode is CALL, in the thread that computes; it may throw
   * @return a changed copy
   */
  public ErrorState handler(Consumer<ArithmeticFault> called) {
    return new ErrorState(divide, overflow, underflow, invalid, integerOverflow, called);
  }
}
