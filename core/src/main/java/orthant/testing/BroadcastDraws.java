package orthant.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import orthant.layout.Shapes;

/**
 * Draws shapes that go together.
 *
 * @param signature the axes of their own
 * @param loop draws what the other axes broadcast to
 */
record BroadcastDraws(Signature signature, ShapeDraws loop) implements Candidate.Rule<BroadcastDraws.Draft> {
  /**
   * What shapes are made from.
   *
   * @param loop what the axes that are no operand's own broadcast to
   * @param operands how each operand broadcasts to it
   * @param sizes the sizes of own axes
   * @param omitted own axes that are left out
   */
  record Draft(long[] loop, List<Operand> operands, Map<String, Long> sizes, Set<String> omitted) {}

  /**
   * How an operand broadcasts.
   *
   * @param dropped how many leading axes it lacks
   * @param ones the axes, counted from the last, on which it has size 1
   */
  record Operand(int dropped, Set<Integer> ones) {
    long[] shape(long[] loop) {
      int drop = Math.min(dropped, loop.length);
      return IntStream.range(drop, loop.length).mapToLong(i -> ones.contains(loop.length - 1 - i) ? 1 : loop[i]).toArray();
    }
  }

  Draft draw(Random random) {
    long[] shape = loop.draw(random);
    List<Operand> operands = new ArrayList<>();
    Set<String> omitted = new TreeSet<>();
    for (String axis : signature.optional()) {
      if (random.nextInt(4) == 0) {
        omitted.add(axis);
      }
    }
    for (List<String> own : signature.inputs()) {
      Set<Integer> ones = new TreeSet<>();
      IntStream.range(0, shape.length).filter(_ -> random.nextInt(4) == 0).forEach(ones::add);
      operands.add(new Operand(random.nextInt(3) == 0 ? random.nextInt(shape.length + 1) : 0, ones));
    }
    Map<String, Long> sizes = new TreeMap<>();
    signature.free().forEach(axis -> sizes.put(axis, Math.min(loop.side(random), 8)));
    return new Draft(shape, operands, sizes, omitted);
  }

  BroadcastShapes shapes(Draft draft) {
    List<long[]> inputs = new ArrayList<>();
    long[] common = {};
    for (int i = 0; i < draft.operands.size(); i++) {
      List<String> own = signature.inputs().get(i);
      // To an operand that lacks an axis of its own, another in front would be taken for that one.
      long[] outer = lacks(own, draft) ? new long[0] : draft.operands.get(i).shape(draft.loop);
      common = Shapes.broadcast(common, outer);
      inputs.add(join(outer, own, draft));
    }
    long[] result = common;
    return new BroadcastShapes(List.copyOf(inputs), signature.outputs().stream().map(own -> join(result, own, draft)).toList());
  }

  private static boolean lacks(List<String> own, Draft draft) {
    return own.stream().anyMatch(axis -> draft.omitted.contains(Signature.plain(axis)));
  }

  private static long[] join(long[] outer, List<String> own, Draft draft) {
    return LongStream.concat(LongStream.of(outer), own.stream().map(Signature::plain).filter(axis -> !draft.omitted.contains(axis))
        .mapToLong(axis -> Signature.isSize(axis) ? Long.parseLong(axis) : draft.sizes.get(axis))).toArray();
  }

  @Override
  public Stream<Draft> simpler(Draft d) {
    Stream<Draft> loops = loop.simpler(d.loop).map(shape -> new Draft(shape, d.operands, d.sizes, d.omitted));
    Stream<Draft> sizes = d.sizes.entrySet().stream().flatMap(e -> Candidate.towards(Math.max(loop.minSide(), 0), e.getValue()).map(size -> {
      Map<String, Long> changed = new TreeMap<>(d.sizes);
      changed.put(e.getKey(), size);
      return new Draft(d.loop, d.operands, changed, d.omitted);
    }));
    Stream<Draft> operands = IntStream.range(0, d.operands.size()).boxed().flatMap(i -> {
      Operand o = d.operands.get(i);
      return Stream.of(new Operand(0, o.ones), new Operand(o.dropped, Set.of()), new Operand(0, Set.of())).map(simple -> {
        List<Operand> changed = new ArrayList<>(d.operands);
        changed.set(i, simple);
        return new Draft(d.loop, changed, d.sizes, d.omitted);
      });
    });
    return Stream.of(loops, sizes, operands, Stream.of(new Draft(d.loop, d.operands, d.sizes, Set.of()))).flatMap(s -> s);
  }

  @Override
  public ShrinkingDistance distance(Draft d) {
    return loop.distance(d.loop).append(ShrinkingDistance.of(d.sizes.values().stream().mapToLong(Long::longValue).sum(),
        d.operands.stream().mapToLong(o -> o.dropped + o.ones.size()).sum(), d.omitted.size()));
  }
}
