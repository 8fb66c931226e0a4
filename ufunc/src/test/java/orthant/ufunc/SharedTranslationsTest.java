package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Program;
import orthant.kernel.Executor;
import orthant.kernel.Kernel;
import orthant.kernel.KernelSource;
import orthant.kernel.Reference;
import orthant.kernel.Step;
import orthant.op.Combine;
import orthant.plan.Engine;
import orthant.plan.Engines;
import org.junit.jupiter.api.Test;

/** Functions whose translations are equal share their kernels, and what is shared is the expression: the lambdas it was made of can be collected. */
class SharedTranslationsTest {
  private static final long LONGEST = 20_000_000_000L;

  /** The reference kernels, and for which programs they were asked. */
  private static final class Recorded implements KernelSource {
    private final KernelSource kernels = new Reference();
    private final List<Program> maps = new ArrayList<>();

    @Override
    public String name() {
      return "recorded";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public Kernel map(Program body, List<Step> steps) {
      maps.add(body);
      return kernels.map(body, steps);
    }

    @Override
    public Kernel find(Program predicate, List<Step> steps) {
      return kernels.find(predicate, steps);
    }

    @Override
    public Kernel scatter(Program body, int placed, boolean indexed) {
      return kernels.scatter(body, placed, indexed);
    }

    @Override
    public Kernel fold(Combine combine, Program element, List<Step> steps) {
      return kernels.fold(combine, element, steps);
    }
  }

  private final Recorded recorded = new Recorded();
  private final Engine engine = Engines.of(recorded, Executor.SEQUENTIAL);

  private static double line(double x, double slope) {
    double product = x * slope;
    return product + 1;
  }

  private static Scalars.DoubleUnary written(double slope) {
    return x -> x * slope + 1;
  }

  private static Scalars.DoubleUnary withMethod(double slope) {
    return x -> line(x, slope);
  }

  /** The number of kernels made so far, after a call. */
  private int kernels(Ufunc f, double expected) {
    NDArray three = Nd.full(DType.float64, 3.0, 5);
    assertEquals(expected, engine.call(() -> f.apply(three)).getDouble(4));
    return recorded.maps.size();
  }

  @Test
  void equalTranslationsShareOneKernel() {
    assertEquals(1, kernels(Ufuncs.of("f", written(7)), 22));
    assertEquals(1, kernels(Ufuncs.of("the same again", written(7)), 22));
    assertEquals(1, kernels(Ufuncs.of("by way of a method", withMethod(7)), 22));
    assertEquals(2, kernels(Ufuncs.of("captures another number", written(8)), 25));
    assertEquals(2, kernels(Ufuncs.of("the same again", withMethod(8)), 25));
  }

  @Test
  void functionsThatAreCalledShareNone() {
    assertEquals(1, kernels(Ufuncs.of("f", (double x) -> Math.cbrt(x * 9)), 3));
    assertEquals(2, kernels(Ufuncs.of("the same again", (double x) -> Math.cbrt(x * 9)), 3));
  }

  /** A function whose lambda nobody but the function can have kept. */
  private static Ufunc of(Scalars.DoubleUnary lambda, List<WeakReference<Object>> lambdas) {
    lambdas.add(new WeakReference<>(lambda));
    return Ufuncs.of("f", lambda);
  }

  @Test
  void lambdasAreNotKept() throws InterruptedException {
    List<WeakReference<Object>> lambdas = new ArrayList<>();
    // They capture something: those that do not are kept where they were written.
    Ufunc first = of(written(11), lambdas);
    Ufunc second = of(withMethod(11), lambdas);
    assertEquals(1, kernels(first, 34));
    assertEquals(1, kernels(second, 34));
    long end = System.nanoTime() + LONGEST;
    while (lambdas.stream().anyMatch(lambda -> lambda.get() != null) && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(10);
    }
    lambdas.forEach(lambda -> assertNull(lambda.get(), "a translated lambda is kept"));
    assertEquals(34, first.apply(Nd.full(DType.float64, 3.0, 5)).getDouble(0));
    assertEquals(1, kernels(second, 34));
  }
}
