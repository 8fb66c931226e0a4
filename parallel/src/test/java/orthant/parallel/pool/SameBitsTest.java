package orthant.parallel.pool;

import static orthant.Axes.axes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.Scope;
import orthant.kernel.Executor;
import orthant.kernel.KernelSource;
import orthant.parallel.Threads;
import orthant.plan.Engine;
import orthant.plan.Engines;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Results have the same bits on 1, 2, 3 and 8 threads as on the sequential executor. */
@Timeout(300)
class SameBitsTest {
  private static final int[] THREADS = {1, 2, 3, 8};

  /** Shares every plan that has more than one task, and counts them. */
  private static final class Sharing implements Executor {
    private final Executor shared = new ForkJoin(1);
    private final AtomicLong plans = new AtomicLong();

    @Override
    public String name() {
      return "sharing";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public void run(long tasks, long work, Tasks body) {
      plans.incrementAndGet();
      shared.run(tasks, Long.MAX_VALUE, body);
    }
  }

  /** One-dimensional, with several rows, columns and planes, each with odd sizes. */
  private static final List<long[]> SHAPES = List.of(new long[] {20_011}, new long[] {3, 9_001}, new long[] {9_001, 3}, new long[] {151, 173},
      new long[] {17, 31, 53});

  /** The interpreter, and the loops that turn from scalar to vector while this runs; the cut into tasks knows of neither. */
  @TestFactory
  Stream<DynamicTest> everyOperationOnBothKindsOfKernels() {
    var sources = Engines.sources().stream().filter(s -> s.name().equals("reference") || s.name().equals("compiled")).toList();
    assertEquals(2, sources.size());
    return sources.stream().flatMap(source -> Stream.of(DType.values())
        .map(type -> DynamicTest.dynamicTest(source.name() + " " + type, () -> compare(source, type))));
  }

  private static void compare(KernelSource source, DType type) {
    Sharing sharing = new Sharing();
    Engine sequential = Engines.of(source, Executor.SEQUENTIAL);
    Engine parallel = Engines.of(source, sharing);
    Random random = new Random(5);
    for (long[] shape : SHAPES) {
      for (Map.Entry<String, NDArray> view : views(type, shape, random).entrySet()) {
        for (Map.Entry<String, UnaryOperator<NDArray>> op : operations(type, shape.length).entrySet()) {
          NDArray x = view.getValue();
          NDArray expected = sequential.call(() -> op.getValue().apply(x));
          String what = op.getKey() + " of " + view.getKey() + ' ' + type + ' ' + Arrays.toString(shape);
          for (int threads : THREADS) {
            try (var _ = Threads.limit(threads); var _ = Scope.open()) {
              assertSame(expected, parallel.call(() -> op.getValue().apply(x)), () -> what + " on " + threads + " threads");
            }
          }
        }
      }
    }
    assertTrue(sharing.plans.get() > 200, () -> "only " + sharing.plans + " plans had more than one task");
  }

  private static Map<String, NDArray> views(DType type, long[] shape, Random random) {
    Map<String, NDArray> views = new LinkedHashMap<>();
    NDArray x = values(type, shape, random);
    views.put("contiguous", x);
    if (shape.length == 1) {
      views.put("every third backwards", values(type, new long[] {3 * shape[0]}, random).get("::-3"));
    } else {
      views.put("transposed", x.T());
      views.put("reversed with gaps", values(type, Arrays.stream(shape).map(n -> 2 * n).toArray(), random)
          .get("::-2, 1::2"));
    }
    return views;
  }

  /** Numbers of all magnitudes, with the special ones and many that are equal. */
  private static NDArray values(DType type, long[] shape, Random random) {
    int n = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = switch (random.nextInt(8)) {
        case 0 -> random.nextInt(5) - 2;
        case 1 -> -0.0;
        case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
        default -> type.isFloat() ? 1 + 1e-3 * random.nextGaussian() : random.nextInt();
      };
    }
    if (type.isFloat() && n > 10_000) {
      // Only where it does not make everything NaN.
      values[n / 2] = shape.length == 1 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    return Nd.array(values).astype(type).reshape(shape);
  }

  private static Map<String, UnaryOperator<NDArray>> operations(DType type, int ndim) {
    Map<String, UnaryOperator<NDArray>> ops = new LinkedHashMap<>();
    ops.put("add", x -> x.add(x));
    ops.put("add reversed", x -> x.add(x.get("::-1")));
    ops.put("less", x -> x.less(x.get("::-1")));
    ops.put("where", x -> Nd.where(x.get("::-1"), x, 3));
    ops.put("exp", x -> x.exp());
    ops.put("into itself", x -> x.copy().assign(x.get("::-1")));
    for (DType to : DType.values()) {
      ops.put("astype " + to, x -> x.astype(to));
    }
    List<Axes> all = new ArrayList<>(List.of(Axes.ALL, axes(0).keepDims(), axes(ndim - 1)));
    if (ndim > 2) {
      all.addAll(List.of(axes(1), axes(0, 2)));
    }
    for (Axes a : all) {
      ops.put("sum " + a, x -> x.sum(a));
      ops.put("prod " + a, x -> x.prod(a));
      ops.put("mean " + a, x -> x.mean(a));
      ops.put("max " + a, x -> x.max(a));
      ops.put("any " + a, x -> x.less(-1e5).any(a));
      if (a.axes() == null || a.axes().length == 1) {
        ops.put("argmax " + a, x -> x.argmax(a));
      }
    }
    return ops;
  }

  private static void assertSame(NDArray expected, NDArray actual, Supplier<String> what) {
    assertEquals(expected.dtype(), actual.dtype(), what);
    assertEquals(Arrays.toString(expected.shape()), Arrays.toString(actual.shape()), what);
    assertEquals(-1, bits(expected).segment().mismatch(bits(actual).segment()), what);
  }

  /** A copy in which every NaN is the same one: which one comes out of an operation is left open. */
  private static NDArray bits(NDArray a) {
    NDArray copy = a.copy();
    for (NDArray part : copy.dtype().isComplex() ? List.of(copy.real(), copy.imag()) : List.of(copy)) {
      if (part.dtype().isFloat()) {
        part.assignWhere(part.notEqual(part), Double.NaN);
      }
    }
    return copy;
  }
}
