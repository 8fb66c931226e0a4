package orthant.examples.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import orthant.NDArray;
import orthant.Nd;
import orthant.ufunc.Ufuncs;

/** A cheap operation, a dear one and a reduction, at a size where calls count, one in the cache and one beyond it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementwiseBenchmark {
  /** How many elements the arrays have. */
  @Param({"10", "1000", "1000000"})
  public int n;

  private NDArray a;
  private NDArray b;
  private NDArray out;

  /** Made by JMH. */
  public ElementwiseBenchmark() {}

  /** Fills the arrays. */
  @Setup
  public void fill() {
    var random = new SplittableRandom(1);
    a = Nd.array(random.doubles(n).toArray());
    b = Nd.array(random.doubles(n).toArray());
    out = Nd.emptyLike(a);
  }

  /**
   * Adds into a new array.
   *
   * @return the sum
   */
  @Benchmark
  public NDArray add() {
    return a.add(b);
  }

  /**
   * Adds into an array that is there already.
   *
   * @return the sum
   */
  @Benchmark
  public NDArray addOut() {
    return Ufuncs.add.into(out).apply(a, b);
  }

  /**
   * The exponential function, into a new array.
   *
   * @return the powers
   */
  @Benchmark
  public NDArray exp() {
    return a.exp();
  }

  /**
   * The sum of all elements.
   *
   * @return one number
   */
  @Benchmark
  public NDArray sum() {
    return a.sum();
  }
}
