package orthant.testing;

import java.util.List;
import java.util.stream.Collectors;
import orthant.layout.Shapes;

/**
 * Shapes that go together in one call.
 *
 * @param inputs the shapes of the operands
 * @param outputs the shapes of the results; one, unless a signature has more
 */
public record BroadcastShapes(List<long[]> inputs, List<long[]> outputs) {
  /**
   * The shape of an operand.
   *
   * @param i which one
   * @return its shape
   */
  public long[] input(int i) {
    return inputs.get(i).clone();
  }

  /**
   * The shape of the first result.
   *
   * @return its shape
   */
  public long[] result() {
    return outputs.getFirst().clone();
  }

  /** As a signature: {@code (2, 1),(3,)->(2, 3)}. */
  @Override
  public String toString() {
    return text(inputs) + "->" + text(outputs);
  }

  private static String text(List<long[]> shapes) {
    return shapes.stream().map(Shapes::text).collect(Collectors.joining(","));
  }
}
