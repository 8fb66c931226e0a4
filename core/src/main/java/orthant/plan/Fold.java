package orthant.plan;

import java.util.function.BiFunction;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Operation;
import orthant.op.Combine;

/**
 * A reduction: either one of the {@link orthant.op.Combine combining} steps, run by the engine, or array code over those.
 *
 * @param name the array API's name in camelCase
 * @param combine the combining step, or null if it is array code
 * @param type the type of the result, by the type of the elements and the type asked for
 * @param evaluate computes it
 */
public record Fold(String name, Combine combine, BiFunction<DType, Axes, DType> type, BiFunction<NDArray, Axes, NDArray> evaluate)
    implements Operation {
  @Override
  public String toString() {
    return name;
  }
}
