package orthant.testing;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/**
 * Draws two arrays over the same memory.
 *
 * @param types their dtypes, the simplest first
 * @param shapes draws their shape
 */
record OverlapDraws(List<DType> types, ShapeDraws shapes) implements Candidate.Rule<OverlapDraws.Draft> {
  private static final LayoutKind[] KINDS = {LayoutKind.C, LayoutKind.F, LayoutKind.REVERSED, LayoutKind.STRIDED, LayoutKind.TRANSPOSED};

  /**
   * What the arrays are made from.
   *
   * @param type their dtype
   * @param shape their shape
   * @param first how the first lies
   * @param second how the second lies
   * @param shift how many elements further the lowest element of the second is
   * @param seed of the elements; 0 for whole numbers from 0 on
   */
  record Draft(DType type, long[] shape, Frame first, Frame second, long shift, long seed) {
    Overlapping arrays() {
      int item = type.size();
      Layout a = first.layout(item, shape);
      Layout b = second.layout(item, shape);
      long span = Math.max(a.highByte(item) - a.lowByte(), b.highByte(item) - b.lowByte()) + Math.abs(shift) * item;
      Ground ground = Ground.of(span);
      Part part = Part.of(type);
      Random random = new Random(seed);
      Numbers numbers = new Numbers(part, Numbers.Limits.NONE);
      for (long i = 0; i < span / part.bytes(); i++) {
        part.write(ground.address() + i * part.bytes(), seed == 0 ? part.bits(i) : numbers.draw(random));
      }
      NDArray x = wrap(ground, a, Math.max(-shift, 0) * item);
      NDArray y = wrap(ground, b, Math.max(shift, 0) * item);
      Reference.reachabilityFence(x);
      return new Overlapping(x, y);
    }

    private NDArray wrap(Ground ground, Layout layout, long lowest) {
      return Access.door().wrap(type, layout, ground.storage(), ground.address() + lowest - layout.lowByte(), false);
    }
  }

  Draft draw(Random random) {
    long[] shape = shapes.draw(random);
    long n = Math.min(Shapes.size(shape), 100);
    return new Draft(types.get(random.nextInt(types.size())), shape, frame(shape.length, random), frame(shape.length, random),
        random.nextInt(3) == 0 ? random.nextLong(-1, 2) : random.nextLong(-n, n + 1), random.nextLong());
  }

  private static Frame frame(int ndim, Random random) {
    return Frame.draw(KINDS[random.nextInt(random.nextInt(3) == 0 ? 1 : KINDS.length)], ndim, random);
  }

  @Override
  public Stream<Draft> simpler(Draft d) {
    Stream<Draft> smaller = shapes.simpler(d.shape).map(s -> new Draft(d.type, s, d.first.fit(s.length), d.second.fit(s.length), d.shift, d.seed));
    int ndim = d.shape.length;
    Stream<Draft> frames = Stream.of(KINDS).map(k -> Frame.plainest(k, ndim))
        .flatMap(f -> Stream.of(new Draft(d.type, d.shape, f, d.second, d.shift, d.seed), new Draft(d.type, d.shape, d.first, f, d.shift, d.seed)));
    Stream<Draft> shifts = Stream.concat(Candidate.towards(0, Math.abs(d.shift)), Stream.of(-d.shift))
        .flatMap(s -> Stream.of(s, -s)).map(s -> new Draft(d.type, d.shape, d.first, d.second, s, d.seed));
    return Stream.of(Stream.of(new Draft(d.type, d.shape, d.first, d.second, d.shift, 0)), smaller, frames, shifts,
        types.stream().map(t -> new Draft(t, d.shape, d.first, d.second, d.shift, d.seed))).flatMap(s -> s);
  }

  @Override
  public ShrinkingDistance distance(Draft d) {
    return shapes.distance(d.shape).append(ShrinkingDistance.of(d.seed == 0 ? 0 : 1, d.first.complexity() + d.second.complexity(),
        2 * Math.abs(d.shift) + (d.shift < 0 ? 1 : 0), types.indexOf(d.type)));
  }
}
