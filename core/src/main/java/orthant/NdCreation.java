package orthant;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Cell;

/** The functions of {@link Nd} that make arrays. */
abstract class NdCreation {
  NdCreation() {}

  /**
   * An array whose elements are not set.
   *
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray empty(DType dtype, long... shape) {
    return Creation.empty(dtype, Layout.contiguous(dtype.size(), shape));
  }

  /**
   * An array of {@code float64} whose elements are not set.
   *
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray empty(long... shape) {
    return empty(DType.float64, shape);
  }

  /**
   * An array whose elements are not set, with the shape, type and order of axes in memory of another.
   *
   * @param like the other array
   * @return a new array
   */
  public static NDArray emptyLike(NDArray like) {
    return emptyLike(like, like.dtype());
  }

  /**
   * An array whose elements are not set, with the shape and order of axes in memory of another.
   *
   * @param like the other array
   * @param dtype the element type
   * @return a new array
   */
  public static NDArray emptyLike(NDArray like, DType dtype) {
    return Creation.empty(dtype, Patterns.like(like, dtype));
  }

  /**
   * An array over memory that exists already; nothing is copied, writes go both ways.
   *
   * <p>The array lives as long as the segment's arena: once that is closed, every use is an {@link
   * IllegalStateException}. Do not close a shared arena while an operation on the array runs in another thread: that
   * is the one thing which cannot be checked. A confined arena cannot be closed by another thread, an automatic or the
   * global one not at all.
   *
   * @param segment native memory, with the bytes of at least so many elements in native order; if it is read-only, so is
   *     the array
   * @param dtype the element type, of whose size the address is a multiple
   * @param shape the sizes of the axes; none for an array without axes
   * @return an array in C order over the first bytes of the segment
   * @throws IllegalArgumentException if the segment lies on the Java heap, is too small or not aligned, or a size is
   *     negative
   * @throws IllegalStateException if the segment's arena is closed, or belongs to another thread
   */
  public static NDArray asarray(MemorySegment segment, DType dtype, long... shape) {
    return Creation.over(segment, dtype, Layout.contiguous(dtype.size(), shape));
  }

  /**
   * Zeros.
   *
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray zeros(DType dtype, long... shape) {
    return Creation.zeros(dtype, Layout.contiguous(dtype.size(), shape));
  }

  /**
   * Zeros of {@code float64}.
   *
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray zeros(long... shape) {
    return zeros(DType.float64, shape);
  }

  /**
   * Zeros, with the shape, type and order of axes in memory of another array.
   *
   * @param like the other array
   * @return a new array
   */
  public static NDArray zerosLike(NDArray like) {
    return zerosLike(like, like.dtype());
  }

  /**
   * Zeros, with the shape and order of axes in memory of another array.
   *
   * @param like the other array
   * @param dtype the element type
   * @return a new array
   */
  public static NDArray zerosLike(NDArray like, DType dtype) {
    return Creation.zeros(dtype, Patterns.like(like, dtype));
  }

  /**
   * Ones.
   *
   * @param dtype the element type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray ones(DType dtype, long... shape) {
    return full(dtype, 1L, shape);
  }

  /**
   * Ones of {@code float64}.
   *
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray ones(long... shape) {
    return ones(DType.float64, shape);
  }

  /**
   * Ones, with the shape, type and order of axes in memory of another array.
   *
   * @param like the other array
   * @return a new array
   */
  public static NDArray onesLike(NDArray like) {
    return onesLike(like, like.dtype());
  }

  /**
   * Ones, with the shape and order of axes in memory of another array.
   *
   * @param like the other array
   * @param dtype the element type
   * @return a new array
   */
  public static NDArray onesLike(NDArray like, DType dtype) {
    return fullLike(like, dtype, 1L);
  }

  /**
   * One value everywhere.
   *
   * @param dtype the element type
   * @param value the value, cast to the type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray full(DType dtype, double value, long... shape) {
    return empty(dtype, shape).assign(value);
  }

  /**
   * One value everywhere.
   *
   * @param dtype the element type
   * @param value the value, cast to the type
   * @param shape the sizes of the axes
   * @return a new array in C order
   * @throws IllegalArgumentException if a size is negative or there are too many bytes
   */
  public static NDArray full(DType dtype, long value, long... shape) {
    return empty(dtype, shape).assign(value);
  }

  /**
   * One value everywhere, with the shape, type and order of axes in memory of another array.
   *
   * @param like the other array
   * @param value the value, cast to the type
   * @return a new array
   */
  public static NDArray fullLike(NDArray like, double value) {
    return fullLike(like, like.dtype(), value);
  }

  /**
   * One value everywhere, with the shape and order of axes in memory of another array.
   *
   * @param like the other array
   * @param dtype the element type
   * @param value the value, cast to the type
   * @return a new array
   */
  public static NDArray fullLike(NDArray like, DType dtype, double value) {
    return emptyLike(like, dtype).assign(value);
  }

  /**
   * One value everywhere, with the shape, type and order of axes in memory of another array.
   *
   * @param like the other array
   * @param value the value, cast to the type
   * @return a new array
   */
  public static NDArray fullLike(NDArray like, long value) {
    return fullLike(like, like.dtype(), value);
  }

  /**
   * One value everywhere, with the shape and order of axes in memory of another array.
   *
   * @param like the other array
   * @param dtype the element type
   * @param value the value, cast to the type
   * @return a new array
   */
  public static NDArray fullLike(NDArray like, DType dtype, long value) {
    return emptyLike(like, dtype).assign(value);
  }

  /**
   * An array without axes.
   *
   * @param dtype the element type
   * @param value the only element, cast to the type
   * @return a new array
   */
  public static NDArray scalar(DType dtype, double value) {
    var a = empty(dtype);
    Cell.of(dtype).set(Access.door().address(a), value);
    Reference.reachabilityFence(a);
    return a;
  }

  /**
   * An array without axes.
   *
   * @param dtype the element type
   * @param value the only element, cast to the type
   * @return a new array
   */
  public static NDArray scalar(DType dtype, long value) {
    var a = empty(dtype);
    Cell.of(dtype).set(Access.door().address(a), value);
    Reference.reachabilityFence(a);
    return a;
  }

  /**
   * An array without axes.
   *
   * @param value its only element
   * @return an array of type {@code complex128}
   */
  public static NDArray scalar(Complex value) {
    var array = empty(DType.complex128);
    array.setComplex(value.re(), value.im());
    return array;
  }

  /**
   * Complex numbers from their parts.
   *
   * @param re the real parts, of a real type
   * @param im the imaginary parts, of a real type; broadcasts with the others
   * @return a new array of the broadcast shape: {@code complex64} if both are float16 or float32, else {@code complex128}
   * @throws IllegalArgumentException if the shapes do not broadcast, or a part is complex
   */
  public static NDArray complex(NDArray re, NDArray im) {
    if (re.dtype().isComplex() || im.dtype().isComplex()) {
      throw new IllegalArgumentException("parts of types " + re.dtype() + " and " + im.dtype() + "; the parts of complex numbers must be real");
    }
    var array = empty(Nd.resultType(re, im, DType.float16).complex(), Nd.broadcastShapes(re.shape(), im.shape()));
    array.real().assign(re);
    array.imag().assign(im);
    return array;
  }

  /**
   * A copy of Java numbers along one axis.
   *
   * @param values the elements
   * @return a {@code float64} array of shape {@code (values.length,)}
   */
  public static NDArray array(double... values) {
    return JavaArrays.read(values);
  }

  /**
   * A copy of Java numbers along one axis.
   *
   * @param values the elements
   * @return a {@code float32} array of shape {@code (values.length,)}
   */
  public static NDArray array(float... values) {
    return JavaArrays.read(values);
  }

  /**
   * A copy of Java numbers along one axis.
   *
   * @param values the elements
   * @return an {@code int64} array of shape {@code (values.length,)}
   */
  public static NDArray array(long... values) {
    return JavaArrays.read(values);
  }

  /**
   * A copy of Java numbers along one axis.
   *
   * @param values the elements
   * @return an {@code int32} array of shape {@code (values.length,)}
   */
  public static NDArray array(int... values) {
    return JavaArrays.read(values);
  }

  /**
   * A copy of Java truth values along one axis.
   *
   * @param values the elements
   * @return a {@code bool} array of shape {@code (values.length,)}
   */
  public static NDArray array(boolean... values) {
    return JavaArrays.read(values);
  }

  /**
   * A copy of a Java array of arrays: {@code array(new double[][] {{1, 2}, {3, 4}})}. The element type is that of the
   * innermost arrays: {@code double[][]} gives {@code float64}, {@code int[][][]} gives {@code int32}.
   *
   * @param nested arrays of arrays ... of {@code double}, {@code float}, {@code long}, {@code int} or {@code boolean}
   * @return an array with one axis a level
   * @throws IllegalArgumentException if arrays of one level differ in length, or the elements are of another type
   */
  public static NDArray array(Object[] nested) {
    return JavaArrays.read(nested);
  }

  /**
   * The integers from 0 up to a number.
   *
   * @param stop the number before which to end
   * @return an {@code int64} array with one axis, empty if there are no such integers
   */
  public static NDArray arange(long stop) {
    return arange(0L, stop, 1L);
  }

  /**
   * The integers from one number up to another.
   *
   * @param start the first integer
   * @param stop the number before which to end
   * @return an {@code int64} array with one axis, empty if there are no such integers
   */
  public static NDArray arange(long start, long stop) {
    return arange(start, stop, 1L);
  }

  /**
   * Every {@code step}-th integer from one number up to another.
   *
   * @param start the first integer
   * @param stop the number before which to end
   * @param step the distance; negative ones go downwards
   * @return an {@code int64} array with one axis, empty if there are no such integers
   * @throws IllegalArgumentException if the step is 0
   */
  public static NDArray arange(long start, long stop, long step) {
    return Creation.arange(DType.int64, start, stop, step);
  }

  /**
   * The numbers 0, 1, 2, ... below a number.
   *
   * @param stop the number before which to end
   * @return a {@code float64} array with one axis
   * @throws IllegalArgumentException if the number is infinite or NaN
   */
  public static NDArray arange(double stop) {
    return arange(0, stop, 1.0);
  }

  /**
   * Numbers at distance 1 from one number up to another.
   *
   * @param start the first number
   * @param stop the number before which to end
   * @return a {@code float64} array with one axis
   * @throws IllegalArgumentException if there are infinitely many or a number is NaN
   */
  public static NDArray arange(double start, double stop) {
    return arange(start, stop, 1.0);
  }

  /**
   * Numbers at the same distance from one number up to another, with NumPy's bits: there are
   * {@code ceil((stop - start) / step)}, and the i-th is {@code start + i * ((start + step) - start)}. As the distance is
   * rounded, the last may be beyond {@code stop}; {@link Nd#linspace(double, double, long)} is free of that.
   *
   * @param start the first number
   * @param stop the number before which to end
   * @param step the distance; negative ones go downwards
   * @return a {@code float64} array with one axis
   * @throws IllegalArgumentException if the step is 0, there are infinitely many or a number is NaN
   */
  public static NDArray arange(double start, double stop, double step) {
    return arange(DType.float64, start, stop, step);
  }

  /**
   * The numbers 0, 1, 2, ... below a number.
   *
   * @param dtype the element type
   * @param stop the number before which to end
   * @return an array with one axis
   * @throws IllegalArgumentException if the number is infinite or NaN
   */
  public static NDArray arange(DType dtype, double stop) {
    return arange(dtype, 0, stop, 1);
  }

  /**
   * Numbers at distance 1 from one number up to another.
   *
   * @param dtype the element type
   * @param start the first number
   * @param stop the number before which to end
   * @return an array with one axis
   * @throws IllegalArgumentException if there are infinitely many or a number is NaN
   */
  public static NDArray arange(DType dtype, double start, double stop) {
    return arange(dtype, start, stop, 1);
  }

  /**
   * Numbers at the same distance from one number up to another, as NumPy computes them: the first two are cast to the
   * type, and their difference is the distance of all.
   *
   * @param dtype the element type
   * @param start the first number
   * @param stop the number before which to end
   * @param step the distance; negative ones go downwards
   * @return an array with one axis
   * @throws IllegalArgumentException if the step is 0, there are infinitely many or a number is NaN, or if there are more
   *     than two of {@code bool}
   */
  public static NDArray arange(DType dtype, double start, double stop, double step) {
    return Creation.arange(dtype, start, stop, step);
  }
}
