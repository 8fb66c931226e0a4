package orthant.testing;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import orthant.NDArray;

/**
 * Provides for parameters of the types {@link NDArray} (see {@link ArrayOf}) and {@link Overlapping}. On the class path jqwik
 * finds it by itself; otherwise use {@link ArrayDomain}.
 */
@SuppressWarnings("exports")
public final class ArrayProvider implements ArbitraryProvider {
  /** For jqwik. */
  public ArrayProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage target) {
    return target.isOfType(NDArray.class) || target.isOfType(Overlapping.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
    if (target.isOfType(Overlapping.class)) {
      return Set.of(ArrayArbitraries.overlapping());
    }
    return Set.of(target.findAnnotation(ArrayOf.class).map(ArrayProvider::arrays).orElseGet(ArrayArbitraries::arrays));
  }

  static ArrayArbitrary arrays(ArrayOf wish) {
    ArrayArbitrary arrays = ArrayArbitraries.arrays();
    if (wish.dtype().length > 0) {
      arrays = arrays.of(wish.dtype());
    } else if (wish.kind().length > 0) {
      arrays = arrays.of(ArrayArbitraries.dtypes(wish.kind()));
    }
    boolean anyShape = wish.shape().length == 1 && wish.shape()[0] == -1;
    arrays = anyShape ? arrays.shape(ArrayArbitraries.shapes(wish.minDims(), wish.maxDims(), wish.minSide(), wish.maxSide()))
        : arrays.shape(wish.shape());
    if (wish.layout().length > 0) {
      arrays = arrays.layout(wish.layout());
    }
    if (wish.min() != Double.NEGATIVE_INFINITY || wish.max() != Double.POSITIVE_INFINITY) {
      arrays = arrays.between(wish.min(), wish.max());
    }
    arrays = wish.finite() ? arrays.finite() : arrays;
    return wish.unique() ? arrays.unique() : arrays;
  }
}
