package orthant.plan;

import java.util.function.BiFunction;
import orthant.Axes;
import orthant.NDArray;
import orthant.Operation;

/**
 * A reduction: either one of the {@link orthant.op.Combine combining} steps, run by the engine, or array code over those.
 *
 * @param name the array API's name in camelCase
 * @param evaluate computes it
 */
public record Fold(String name, BiFunction<NDArray, Axes, NDArray> evaluate) implements Operation {
  @Override
  public String toString() {
    return name;
  }
}
