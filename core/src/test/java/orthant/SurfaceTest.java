package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever knows a name of the array API standard or of NumPy finds the function in {@link Nd}, in camelCase. */
class SurfaceTest {
  private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
      Map.entry("standard: creation", """
          arange asarray empty empty_like eye from_dlpack full full_like linspace meshgrid ones ones_like tril triu zeros zeros_like"""),
      Map.entry("standard: types", "astype can_cast finfo iinfo isdtype result_type"),
      Map.entry("standard: element by element", """
          abs acos acosh add asin asinh atan atan2 atanh bitwise_and bitwise_left_shift bitwise_invert bitwise_or bitwise_right_shift
          bitwise_xor ceil clip conj copysign cos cosh divide equal exp expm1 floor floor_divide greater greater_equal hypot imag isfinite
          isinf isnan less less_equal log log1p log2 log10 logaddexp logical_and logical_not logical_or logical_xor maximum minimum multiply
          negative nextafter not_equal positive pow real reciprocal remainder round sign signbit sin sinh sqrt square subtract tan tanh
          trunc"""),
      Map.entry("standard: indexing", "take take_along_axis"),
      Map.entry("standard: linear algebra", "matmul matrix_transpose"),
      Map.entry("standard: manipulation", """
          broadcast_arrays broadcast_to broadcast_shapes concat expand_dims flip moveaxis permute_dims repeat reshape roll squeeze stack tile
          unstack"""),
      Map.entry("standard: searching", "argmax argmin count_nonzero nonzero searchsorted where"),
      Map.entry("standard: sets", "unique_all unique_counts unique_inverse unique_values isin"),
      Map.entry("standard: sorting", "argsort sort"),
      Map.entry("standard: statistics", "cumulative_prod cumulative_sum max mean min prod std sum var"),
      Map.entry("standard: utility", "all any diff"),
      Map.entry("creation", """
          array copy ascontiguousarray asfortranarray frombuffer fromfile fromfunction identity indices logspace geomspace diag diagflat tri
          vander"""),
      Map.entry("shape", """
          ravel transpose swapaxes atleast_1d atleast_2d atleast_3d concatenate hstack vstack dstack column_stack block split array_split
          hsplit vsplit dsplit append insert delete resize pad rot90 fliplr flipud trim_zeros"""),
      Map.entry("index", """
          argwhere flatnonzero put put_along_axis putmask place choose select compress extract copyto fill_diagonal ix_ diag_indices
          tril_indices triu_indices ravel_multi_index unravel_index sliding_window_view"""),
      Map.entry("mathematics", """
          cbrt exp2 logaddexp2 fmod divmod modf frexp ldexp gcd lcm fmax fmin fabs rint heaviside sinc i0 deg2rad rad2deg angle nan_to_num
          cumsum cumprod ediff1d gradient trapezoid interp convolve correlate unwrap spacing bitwise_count"""),
      Map.entry("statistics", """
          average median percentile quantile ptp corrcoef cov histogram histogram2d histogramdd bincount digitize nansum nanprod nanmean
          nanmedian nanstd nanvar nanmin nanmax nanargmin nanargmax nancumsum nancumprod nanpercentile nanquantile"""),
      Map.entry("sorting and sets", "partition argpartition lexsort unique intersect1d union1d setdiff1d setxor1d"),
      Map.entry("logic", "allclose isclose array_equal array_equiv isneginf isposinf"),
      Map.entry("functional", "apply_along_axis apply_over_axes piecewise vectorize"),
      Map.entry("files and text", """
          load save savez savez_compressed loadtxt savetxt genfromtxt memmap array2string printoptions"""),
      Map.entry("types and memory", "promote_types min_scalar_type shares_memory may_share_memory"),
      Map.entry("windows, bits, polynomials", """
          bartlett blackman hamming hanning kaiser packbits unpackbits polyval""")));

  private static final Set<String> FUNCTIONS = Stream.of(Nd.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()))
      .map(Method::getName).collect(Collectors.toSet());

  /**
   * What takes an array first, belongs to the standard, and yet is no method of arrays: creation, which takes the array for an example,
   * and {@code where}, whose first array is a condition.
   */
  private static final Set<String> FUNCTIONS_ONLY = Set.of("asarray", "emptyLike", "fullLike", "onesLike", "zerosLike", "linspace", "where");

  private static String camelCase(String name) {
    var words = new ArrayList<>(List.of(name.split("_")));
    return words.removeFirst() + words.stream().map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1)).collect(Collectors.joining());
  }

  private static Set<String> names(String list) {
    return Stream.of(list.split("\\s+")).map(SurfaceTest::camelCase).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyNameIsThere() {
    NAMES.forEach((section, list) -> {
      var missing = names(list);
      missing.removeAll(FUNCTIONS);
      assertEquals(Set.of(), missing, section);
    });
    assertTrue(NAMES.values().stream().mapToInt(list -> names(list).size()).sum() > 280);
  }

  /** With the parameters of the function, but for the first one. */
  @Test
  void functionsOfTheStandardAreMethodsToo() {
    var methods = Stream.of(NDArray.class.getMethods()).filter(m -> !Modifier.isStatic(m.getModifiers()))
        .map(m -> m.getName() + operands(m, 0)).collect(Collectors.toSet());
    var standard = new TreeSet<String>();
    NAMES.forEach((section, list) -> {
      if (section.startsWith("standard")) {
        standard.addAll(names(list));
      }
    });
    var missing = Stream.of(Nd.class.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getParameterCount() > 0 && m.getParameterTypes()[0] == NDArray.class)
        .filter(m -> standard.contains(m.getName()) && !methods.contains(m.getName() + operands(m, 1)))
        .collect(Collectors.groupingBy(Method::getName, TreeMap::new, Collectors.mapping(m -> operands(m, 1), Collectors.toList())));
    assertEquals(FUNCTIONS_ONLY, missing.keySet(), missing::toString);
  }

  /** The types of parameters; arrays may be any operand. */
  private static List<String> operands(Method method, int first) {
    return Stream.of(method.getParameterTypes()).skip(first).map(type -> type == Object.class ? "NDArray" : type.getSimpleName()).toList();
  }
}
