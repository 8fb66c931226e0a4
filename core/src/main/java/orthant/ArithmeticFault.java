package orthant;

import java.util.Arrays;
import java.util.List;

/** Arithmetic went wrong, and the {@link ErrorState} says that this matters. The result was computed all the same. */
public final class ArithmeticFault extends ArithmeticException {
  private static final long serialVersionUID = 1;

  /** What went wrong. */
  private final ErrorState.Category category;

  /** The name of the operation. */
  private final String operation;

  /** The first element of the result for which it did. */
  private final long[] index;

  private final transient List<NDArray> operands;

  /**
   * A fault.
   *
   * @param category what went wrong
   * @param operation the name of the operation
   * @param index the first element of the result, in C order, for which it did
   * @param operands the elements there that the operation was applied to; none for reductions
   * @param result the element of the result
   */
  public ArithmeticFault(ErrorState.Category category, String operation, long[] index, List<NDArray> operands, NDArray result) {
    super(text(category) + " in " + operation + (operands.isEmpty() ? "" : operands) + " = " + result + ", first at index "
        + Arrays.toString(index) + " of the result; all results were computed, and arrays given as outputs hold them");
    this.category = category;
    this.operation = operation;
    this.index = index.clone();
    this.operands = List.copyOf(operands);
  }

  private static String text(ErrorState.Category category) {
    return switch (category) {
      case DIVIDE -> "division by zero";
      case OVERFLOW -> "overflow";
      case UNDERFLOW -> "underflow";
      case INVALID -> "invalid value";
      case INTEGER_OVERFLOW -> "integer overflow";
    };
  }

  /**
   * What went wrong.
   *
   * @return the category
   */
  public ErrorState.Category category() {
    return category;
  }

  /**
   * The operation.
   *
   * @return its name
   */
  public String operation() {
    return operation;
  }

  /**
   * Where it went wrong first.
   *
   * @return an index of the result
   */
  public long[] index() {
    return index.clone();
  }

  /**
   * What the operation was applied to there.
   *
   * @return arrays without axes; empty for reductions, null after serialization
   */
  public List<NDArray> operands() {
    return operands;
  }
}
