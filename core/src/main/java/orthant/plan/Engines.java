package orthant.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import orthant.kernel.Executor;
import orthant.kernel.KernelSource;
import orthant.kernel.Reference;

/**
 * Finds kernels and executors once. The property {@code orthant.kernels} names the source of kernels ({@code compiled},
 * {@code scalar}, {@code vector}, {@code reference}), {@code orthant.executor} the executor; one that is asked for and
 * is not there is an error.
 */
public final class Engines {
  private static final Engine DEFAULT = new Engine(
      choose(sources(), KernelSource::name, KernelSource::priority, "orthant.kernels", Engines::missing),
      choose(executors(), Executor::name, Executor::priority, "orthant.executor", () -> ""));
  private static final ThreadLocal<Engine> OWN = new ThreadLocal<>();
  /** How many threads run code on an engine of their own; while it is 0 the thread local need not be asked. */
  private static volatile int owners;

  private Engines() {}

  static Engine current() {
    if (owners > 0) {
      Engine own = OWN.get();
      if (own != null) {
        return own;
      }
    }
    return DEFAULT;
  }

  static <T> T call(Engine engine, Supplier<T> code) {
    Engine before = OWN.get();
    count(1);
    OWN.set(engine);
    try {
      return code.get();
    } finally {
      if (before == null) {
        OWN.remove();
      } else {
        OWN.set(before);
      }
      count(-1);
    }
  }

  private static synchronized void count(int change) {
    owners += change;
  }

  /**
   * An engine of its own.
   *
   * @param kernels where its kernels come from
   * @param executor who runs its tasks
   * @return the engine
   */
  public static Engine of(KernelSource kernels, Executor executor) {
    return new Engine(kernels, executor);
  }

  /**
   * All sources of kernels that work here.
   *
   * @return the reference first
   */
  public static List<KernelSource> sources() {
    List<KernelSource> all = all();
    all.removeIf(source -> source.missing() != null);
    return all;
  }

  private static List<KernelSource> all() {
    return found(new Reference(), ServiceLoader.load(KernelSource.class, Engines.class.getClassLoader()));
  }

  private static String missing() {
    StringBuilder text = new StringBuilder();
    for (KernelSource source : all()) {
      if (source.missing() != null) {
        text.append("; ").append(source.name()).append(": ").append(source.missing());
      }
    }
    return text.toString();
  }

  /**
   * All executors there are.
   *
   * @return the sequential one first
   */
  public static List<Executor> executors() {
    return found(Executor.SEQUENTIAL, ServiceLoader.load(Executor.class, Engines.class.getClassLoader()));
  }

  static <T> List<T> found(T own, ServiceLoader<T> others) {
    List<T> all = new ArrayList<>();
    all.add(own);
    others.forEach(all::add);
    return all;
  }

  static <T> T choose(List<T> all, Function<T, String> name, Function<T, Integer> priority, String property, Supplier<String> missing) {
    String wanted = System.getProperty(property);
    if (wanted == null) {
      return all.stream().max(Comparator.comparing(priority)).orElseThrow();
    }
    return all.stream().filter(x -> name.apply(x).equals(wanted)).findFirst().orElseThrow(() -> new IllegalStateException(
        "-D" + property + "=" + wanted + " is not available; there are " + all.stream().map(name).toList() + missing.get()));
  }
}
