package orthant.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import orthant.DType;
import orthant.NDArray;
import orthant.layout.Shapes;

/**
 * Generates arrays; {@link ArrayArbitraries#arrays()} begins one. Unless something else is said, arrays have any dtype, 0 to 4
 * axes, among them empty ones, any layout, and elements among which are NaNs with payloads, infinities, zeros of both signs,
 * subnormal and extreme numbers, small whole numbers and arbitrary ones.
 *
 * <p>Arrays shrink to few elements, then to the simplest layout, then to small whole numbers. Each is made anew for every
 * try, in memory of its own; the bytes between its elements hold nonsense.
 *
 * <p>Immutable: every method returns another generator.
 */
@SuppressWarnings("exports")
public final class ArrayArbitrary implements Arbitrary<NDArray> {
  private static final int ATTEMPTS = 200;

  private final Arbitrary<DType> dtypes;
  private final Arbitrary<long[]> shapes;
  private final List<LayoutKind> kinds;
  private final Numbers.Limits limits;
  private final Arbitrary<? extends Number> own;
  private final Arbitrary<? extends Number> fill;
  private final boolean unique;
  private final boolean readOnly;

  private ArrayArbitrary(Arbitrary<DType> dtypes, Arbitrary<long[]> shapes, List<LayoutKind> kinds, Numbers.Limits limits,
      Arbitrary<? extends Number> own, Arbitrary<? extends Number> fill, boolean unique, boolean readOnly) {
    this.dtypes = dtypes;
    this.shapes = shapes;
    this.kinds = kinds;
    this.limits = limits;
    this.own = own;
    this.fill = fill;
    this.unique = unique;
    this.readOnly = readOnly;
  }

  static ArrayArbitrary any() {
    return new ArrayArbitrary(ArrayArbitraries.dtypes(), ArrayArbitraries.shapes(), List.of(LayoutKind.values()), Numbers.Limits.NONE,
        null, null, false, false);
  }

  /**
   * Arrays of these dtypes.
   *
   * @param types one or more; shrinking goes to the first
   * @return another generator
   */
  public ArrayArbitrary of(DType... types) {
    return of(Arbitraries.of(types));
  }

  /**
   * Arrays of generated dtypes.
   *
   * @param types generates dtypes
   * @return another generator
   */
  public ArrayArbitrary of(Arbitrary<DType> types) {
    return new ArrayArbitrary(types, shapes, kinds, limits, own, fill, unique, readOnly);
  }

  /**
   * Arrays of one shape.
   *
   * @param shape the sizes of the axes
   * @return another generator
   */
  public ArrayArbitrary shape(long... shape) {
    Shapes.size(shape);
    return shape(Arbitraries.just(shape.clone()));
  }

  /**
   * Arrays of generated shapes.
   *
   * @param generated generates shapes, of not too many elements
   * @return another generator
   */
  public ArrayArbitrary shape(Arbitrary<long[]> generated) {
    return new ArrayArbitrary(dtypes, generated, kinds, limits, own, fill, unique, readOnly);
  }

  /**
   * Arrays of these layouts only.
   *
   * @param layouts one or more; shrinking goes to the one that comes first in {@link LayoutKind}
   * @return another generator
   */
  public ArrayArbitrary layout(LayoutKind... layouts) {
    if (layouts.length == 0) {
      throw new IllegalArgumentException("there must be at least one layout");
    }
    return new ArrayArbitrary(dtypes, shapes, List.of(layouts), limits, own, fill, unique, readOnly);
  }

  /**
   * Elements from a generator of the caller's instead of the built-in ones. A number is rounded to the nearest of the dtype;
   * integers saturate; of complex elements the parts are generated one by one.
   *
   * @param numbers generates numbers
   * @return another generator
   */
  public ArrayArbitrary elements(Arbitrary<? extends Number> numbers) {
    return new ArrayArbitrary(dtypes, shapes, kinds, limits, numbers, fill, unique, readOnly);
  }

  /**
   * A background: one number an array in all places but a few. Without it, one array in four has a background of a number like
   * its elements.
   *
   * @param numbers generates the number
   * @return another generator
   */
  public ArrayArbitrary fill(Arbitrary<? extends Number> numbers) {
    return new ArrayArbitrary(dtypes, shapes, kinds, limits, own, numbers, unique, readOnly);
  }

  private ArrayArbitrary limited(Numbers.Limits other) {
    return new ArrayArbitrary(dtypes, shapes, kinds, other, own, fill, unique, readOnly);
  }

  /**
   * Numbers in a range; of complex elements both parts. NaN stays possible unless {@link #withoutNan} or {@link #finite} says
   * otherwise.
   *
   * @param least the least number
   * @param most the greatest, which may be drawn too
   * @return another generator
   */
  public ArrayArbitrary between(Number least, Number most) {
    if (!(least.doubleValue() <= most.doubleValue())) {
      throw new IllegalArgumentException("the range from " + least + " to " + most + " is empty; the first must not be above the second");
    }
    return limited(new Numbers.Limits(least, most, limits.nan(), limits.infinite(), limits.subnormal()));
  }

  /**
   * Neither NaN nor infinities.
   *
   * @return another generator
   */
  public ArrayArbitrary finite() {
    return limited(new Numbers.Limits(limits.least(), limits.most(), false, false, limits.subnormal()));
  }

  /**
   * No NaN.
   *
   * @return another generator
   */
  public ArrayArbitrary withoutNan() {
    return limited(new Numbers.Limits(limits.least(), limits.most(), false, limits.infinite(), limits.subnormal()));
  }

  /**
   * No subnormal numbers.
   *
   * @return another generator
   */
  public ArrayArbitrary withoutSubnormals() {
    return limited(new Numbers.Limits(limits.least(), limits.most(), limits.nan(), limits.infinite(), false));
  }

  /**
   * No two equal elements; NaNs count as different. Shapes that are too large for the numbers there are do not come up, and
   * neither does {@link LayoutKind#BROADCAST}.
   *
   * @return another generator
   */
  public ArrayArbitrary unique() {
    return new ArrayArbitrary(dtypes, shapes, kinds, limits, own, fill, true, readOnly);
  }

  /**
   * Arrays that cannot be written to.
   *
   * @return another generator
   */
  public ArrayArbitrary asReadOnly() {
    return new ArrayArbitrary(dtypes, shapes, kinds, limits, own, fill, unique, true);
  }

  boolean readOnly() {
    return readOnly;
  }

  List<LayoutKind> kinds() {
    if (!unique) {
      return kinds;
    }
    return kinds.stream().map(k -> k == LayoutKind.BROADCAST || k == LayoutKind.MIXED ? LayoutKind.STRIDED : k).distinct().toList();
  }

  @Override
  public RandomGenerator<NDArray> generator(int genSize) {
    RandomGenerator<DType> types = dtypes.generator(genSize);
    RandomGenerator<long[]> sizes = shapes.generator(genSize);
    RandomGenerator<? extends Number> numbers = own == null ? null : own.generator(genSize);
    RandomGenerator<? extends Number> backgrounds = fill == null ? null : fill.generator(genSize);
    return random -> {
      for (int i = 0; i < ATTEMPTS; i++) {
        ArrayRecipe recipe = draw(random, types.next(random), sizes.next(random), numbers, backgrounds);
        if (allowed(recipe)) {
          return recipe;
        }
      }
      throw new IllegalArgumentException("no array with different elements only was found in " + ATTEMPTS
          + " attempts; allow smaller shapes or more numbers");
    };
  }

  private ArrayRecipe draw(Random random, Shrinkable<DType> type, Shrinkable<long[]> shape, RandomGenerator<? extends Number> numbers,
      RandomGenerator<? extends Number> backgrounds) {
    DType dtype = type.value();
    Numbers built = new Numbers(Part.of(dtype), limits);
    int parts = Part.count(dtype);
    int n = Math.toIntExact(Math.multiplyExact(Shapes.size(shape.value()), parts));
    List<LayoutKind> allowed = kinds();
    Frame frame = Frame.draw(allowed.get(random.nextInt(allowed.size())), shape.value().length, random);
    boolean sparse = backgrounds != null || !unique && random.nextInt(4) == 0;
    List<Shrinkable<Long>> background = new ArrayList<>();
    for (int p = 0; p < parts && sparse; p++) {
      background.add(number(random, built, backgrounds != null ? backgrounds : numbers));
    }
    List<Shrinkable<Long>> elements = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      elements.add(sparse && random.nextInt(5) > 0 ? background.get(i % parts) : number(random, built, numbers));
    }
    return new ArrayRecipe(type, shape, frame, elements, this);
  }

  private static Shrinkable<Long> number(Random random, Numbers built, RandomGenerator<? extends Number> numbers) {
    return numbers == null ? new Candidate<>(built.draw(random), built) : numbers.next(random).map(built.part()::bits);
  }

  boolean allowed(ArrayRecipe recipe) {
    long n = Shapes.size(recipe.shape().value()) * Part.count(recipe.type().value());
    return n == recipe.elements().size() && (!unique || recipe.isUnique());
  }

  ArrayRecipe recipe(Shrinkable<DType> type, Shrinkable<long[]> shape, Frame frame, List<Shrinkable<Long>> elements) {
    return elements == null ? null : new ArrayRecipe(type, shape, frame, elements, this);
  }

  /** The simplest element: of the built-in numbers, or of those that have been generated. */
  Shrinkable<Long> simplest(DType dtype, List<Shrinkable<Long>> elements) {
    if (own == null && fill == null || elements.isEmpty()) {
      Numbers built = new Numbers(Part.of(dtype), limits);
      return new Candidate<>(built.target(), built);
    }
    return elements.stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Built-in elements as those of another dtype; null if they cannot be. */
  List<Shrinkable<Long>> converted(DType from, DType to, List<Shrinkable<Long>> elements) {
    if (own != null || fill != null) {
      return null;
    }
    Part part = Part.of(from);
    Numbers built = new Numbers(Part.of(to), limits);
    int parts = Part.count(from);
    int wanted = Part.count(to);
    List<Shrinkable<Long>> converted = new ArrayList<>();
    for (int i = 0; i < elements.size() / parts; i++) {
      for (int p = 0; p < wanted; p++) {
        long bits = p < parts ? built.part().bits(part.number(elements.get(i * parts + p).value())) : built.target();
        converted.add(new Candidate<>(built.allowed(bits) ? bits : built.target(), built));
      }
    }
    return converted;
  }

  @Override
  public EdgeCases<NDArray> edgeCases(int maxEdgeCases) {
    // What is special comes up often enough by itself, and combinations of many edge cases would leave no room for the rest.
    return EdgeCases.none();
  }

  @Override
  public String toString() {
    return "arrays" + Arrays.asList(kinds, limits, unique ? "unique" : "");
  }
}
