package orthant.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import orthant.DType;

/**
 * Which arrays a parameter of a property takes:
 *
 * {@snippet :
 * @Property
 * void sortingTwiceChangesNothing(@ForAll @ArrayOf(dtype = {float32, float64}, minDims = 1) NDArray a) { }
 * }
 *
 * <p>A parameter without it takes any array. What is not said here can be said by {@link ArrayArbitraries}.
 */
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ArrayOf {
  /**
   * The dtypes.
   *
   * @return one or more; none means all
   */
  DType[] dtype() default {};

  /**
   * The kinds of dtypes, if no dtypes are given.
   *
   * @return one or more; none means all
   */
  DType.Kind[] kind() default {};

  /**
   * The shape; other wishes about it do not count then.
   *
   * @return the sizes of the axes; -1 alone means that any will do
   */
  long[] shape() default -1;

  /**
   * The fewest axes.
   *
   * @return 0 or more
   */
  int minDims() default 0;

  /**
   * The most axes.
   *
   * @return up to 32
   */
  int maxDims() default 4;

  /**
   * The smallest size of an axis.
   *
   * @return 0 or more
   */
  long minSide() default 0;

  /**
   * The largest size of an axis.
   *
   * @return not less than the smallest
   */
  long maxSide() default 40;

  /**
   * The layouts.
   *
   * @return one or more; none means all
   */
  LayoutKind[] layout() default {};

  /**
   * The least element.
   *
   * @return a number; any by default
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The greatest element.
   *
   * @return a number; any by default
   */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * Whether there are neither NaNs nor infinities.
   *
   * @return true for finite numbers only
   */
  boolean finite() default false;

  /**
   * Whether all elements differ.
   *
   * @return true for arrays without equal elements
   */
  boolean unique() default false;
}
