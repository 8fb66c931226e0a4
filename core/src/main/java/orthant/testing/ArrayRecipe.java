package orthant.testing;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/**
 * What an array is made from, each time anew, as a property may write to it; and what simpler arrays are made from: fewer
 * elements, a simpler layout, simpler elements.
 *
 * @param type the dtype
 * @param shape the shape
 * @param frame how the elements lie
 * @param elements the bits of the elements in C order, one entry a part
 * @param draws what the elements are drawn from
 */
record ArrayRecipe(Shrinkable<DType> type, Shrinkable<long[]> shape, Frame frame, List<Shrinkable<Long>> elements, ArrayArbitrary draws)
    implements Shrinkable<NDArray> {
  ArrayRecipe {
    if (frame.steps().contains(0)) {
      elements = visible(frame.layout(1, shape.value()), Part.count(type.value()), elements);
    }
  }

  /** Of elements that are the same memory the first; only then does a simpler list of elements make a simpler array. */
  private static List<Shrinkable<Long>> visible(Layout layout, int parts, List<Shrinkable<Long>> elements) {
    Map<Long, Integer> first = new HashMap<>();
    return IntStream.range(0, elements.size())
        .mapToObj(i -> elements.get(first.computeIfAbsent(Elements.offset(layout, i / parts), _ -> i / parts) * parts + i % parts)).toList();
  }

  @Override
  public NDArray value() {
    DType dtype = type.value();
    long[] sizes = shape.value();
    Layout layout = frame.layout(dtype.size(), sizes);
    long low = layout.lowByte();
    long start = frame.start(dtype.size());
    Ground ground = Ground.of(start + layout.highByte(dtype.size()) - low);
    long first = ground.address() + start - low;
    NDArray array = Access.door().wrap(dtype, layout, ground.storage(), first, draws.readOnly());
    Part part = Part.of(dtype);
    int parts = Part.count(dtype);
    for (int i = 0; i < elements.size(); i++) {
      part.write(first + Elements.offset(layout, i / parts) + (long) (i % parts) * part.bytes(), elements.get(i).value());
    }
    Reference.reachabilityFence(array);
    return array;
  }

  @Override
  public ShrinkingDistance distance() {
    ShrinkingDistance sum = elements.isEmpty() ? ShrinkingDistance.of(0) : elements.getFirst().distance();
    for (int i = 1; i < elements.size(); i++) {
      sum = sum.plus(elements.get(i).distance());
    }
    return ShapeDraws.howLarge(shape.value()).append(ShrinkingDistance.of(frame.complexity())).append(type.distance()).append(sum);
  }

  @Override
  public Stream<Shrinkable<NDArray>> shrink() {
    ShrinkingDistance own = distance();
    return Stream.of(smaller(), plainer(), simpler(), Stream.of(otherType())).flatMap(s -> s).flatMap(Stream::ofNullable)
        .filter(r -> r.distance().compareTo(own) < 0 && r.draws.allowed(r)).map(r -> r);
  }

  private ArrayRecipe with(Frame other) {
    return new ArrayRecipe(type, shape, other, elements, draws);
  }

  private ArrayRecipe with(List<Shrinkable<Long>> others) {
    return new ArrayRecipe(type, shape, frame, others, draws);
  }

  private Stream<ArrayRecipe> smaller() {
    return shape.shrink().flatMap(s -> {
      Frame fitting = frame.fit(s.value().length);
      return Stream.of(false, true).map(tail -> new ArrayRecipe(type, s, fitting, some(s.value(), tail), draws));
    });
  }

  /** The elements of a smaller array: along each axis the first or the last of them. */
  private List<Shrinkable<Long>> some(long[] to, boolean tail) {
    long[] from = shape.value();
    int parts = Part.count(type.value());
    long n = Shapes.size(to);
    List<Shrinkable<Long>> chosen = new ArrayList<>();
    for (long i = 0; i < n; i++) {
      long at = 0;
      if (to.length == from.length) {
        long rest = i;
        long step = 1;
        for (int axis = to.length - 1; axis >= 0; axis--) {
          at += (rest % to[axis] + (tail ? from[axis] - to[axis] : 0)) * step;
          rest /= to[axis];
          step *= from[axis];
        }
      } else {
        at = i + (tail ? Shapes.size(from) - n : 0);
      }
      boolean there = at >= 0 && at * parts < elements.size();
      for (int p = 0; p < parts; p++) {
        // An empty array may become one of fewer axes, none of them empty.
        chosen.add(there ? elements.get((int) at * parts + p) : draws.simplest(type.value(), elements));
      }
    }
    return chosen;
  }

  private Stream<ArrayRecipe> plainer() {
    int ndim = shape.value().length;
    return draws.kinds().stream().sorted().filter(k -> k.compareTo(frame.kind()) <= 0).map(k -> with(Frame.plainest(k, ndim)));
  }

  /** Ever smaller blocks of elements set to the simplest one, then one element at a time. */
  private Stream<ArrayRecipe> simpler() {
    if (elements.isEmpty()) {
      return Stream.empty();
    }
    Shrinkable<Long> plain = draws.simplest(type.value(), elements);
    int n = elements.size();
    Stream<ArrayRecipe> blocks = IntStream.iterate(n, size -> size > 1, size -> size / 2).boxed()
        .flatMap(size -> IntStream.iterate(0, at -> at < n, at -> at + size).mapToObj(at -> {
          List<Shrinkable<Long>> changed = new ArrayList<>(elements);
          Collections.fill(changed.subList(at, Math.min(at + size, n)), plain);
          return with(changed);
        }));
    Stream<ArrayRecipe> singles = IntStream.range(0, n).boxed().flatMap(i -> Stream.concat(Stream.of(plain), elements.get(i).shrink()).map(e -> {
      List<Shrinkable<Long>> changed = new ArrayList<>(elements);
      changed.set(i, e);
      return with(changed);
    }));
    return Stream.concat(blocks, singles);
  }

  private ArrayRecipe otherType() {
    return type.shrink().findFirst().map(t -> draws.recipe(t, shape, frame, draws.converted(type.value(), t.value(), elements))).orElse(null);
  }

  /** Whether no two elements are equal; NaNs count as different. */
  boolean isUnique() {
    Part part = Part.of(type.value());
    int parts = Part.count(type.value());
    Set<List<Double>> seen = new HashSet<>();
    Set<List<Long>> bits = new HashSet<>();
    for (int i = 0; i < elements.size(); i += parts) {
      List<Double> numbers = new ArrayList<>();
      List<Long> raw = new ArrayList<>();
      for (int p = 0; p < parts; p++) {
        long b = elements.get(i + p).value();
        numbers.add(part.number(b) + 0.0);
        raw.add(b);
      }
      boolean nan = numbers.stream().anyMatch(x -> x.isNaN());
      if (!nan && !(part.isFloat() ? seen.add(numbers) : bits.add(raw))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return Describe.whole(value()) + "\n" + value();
  }
}
