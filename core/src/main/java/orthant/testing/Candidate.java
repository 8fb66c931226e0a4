package orthant.testing;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A generated value that knows simpler ones. A generator here is a draw from a random number and a function from a value to
 * those that are one step simpler; what is not nearer to the simplest is dropped, so that every search ends.
 *
 * @param <T> the type of the value, which must not change
 * @param value the value
 * @param rule what is simpler, and how far it is to the simplest
 */
record Candidate<T>(T value, Rule<T> rule) implements Shrinkable<T> {
  /** What is simpler. */
  interface Rule<T> {
    Stream<T> simpler(T value);

    ShrinkingDistance distance(T value);
  }

  static <T> Arbitrary<T> arbitrary(Function<java.util.Random, T> draw, Rule<T> rule) {
    return Arbitraries.fromGenerator(random -> new Candidate<>(draw.apply(random), rule));
  }

  static <T> Rule<T> rule(Function<T, Stream<T>> simpler, Function<T, ShrinkingDistance> distance) {
    return new Rule<>() {
      @Override
      public Stream<T> simpler(T value) {
        return simpler.apply(value);
      }

      @Override
      public ShrinkingDistance distance(T value) {
        return distance.apply(value);
      }
    };
  }

  @Override
  public Stream<Shrinkable<T>> shrink() {
    ShrinkingDistance own = distance();
    return rule.simpler(value).<Shrinkable<T>>map(v -> new Candidate<>(v, rule)).filter(c -> c.distance().compareTo(own) < 0);
  }

  @Override
  public ShrinkingDistance distance() {
    return rule.distance(value);
  }

  /** Whole numbers from {@code low} up that are simpler than one above it: first the lowest, then ever nearer ones. */
  static Stream<Long> towards(long low, long from) {
    Stream.Builder<Long> nearer = Stream.builder();
    for (long gap = from - low; gap > 0; gap /= 2) {
      nearer.add(from - gap);
    }
    return nearer.build();
  }
}
