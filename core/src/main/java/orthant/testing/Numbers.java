package orthant.testing;

import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/**
 * Draws the numbers that make trouble, as bits of a {@link Part}: a third special ones, a third small whole ones (among which
 * there are ties), a third anything. The simplest number is 0, or the nearest to it that is allowed.
 *
 * @param part the form of the number
 * @param limits what is allowed
 */
record Numbers(Part part, Limits limits) implements Candidate.Rule<Long> {
  private static final double[] FLOATS = {0.0, -0.0, 1, -1, 2, 0.5, -2.5, 0.1, 1.0 / 3, 88.7, -103, 700, -740, 0x1p31, -0x1p31, 0x1p32, 0x1p53 + 2,
      0x1p63, -0x1p63, 0x1p64, 255, 256, 65504, Math.PI, 1e22};
  private static final int ATTEMPTS = 1000;

  /**
   * What numbers may be drawn.
   *
   * @param least the least, or null
   * @param most the most, or null
   * @param nan whether NaN is allowed
   * @param infinite whether infinities are
   * @param subnormal whether subnormal numbers are
   */
  record Limits(Number least, Number most, boolean nan, boolean infinite, boolean subnormal) {
    static final Limits NONE = new Limits(null, null, true, true, true);
  }

  long draw(Random random) {
    for (int i = 0; i < ATTEMPTS; i++) {
      long bits = switch (random.nextInt(3)) {
        case 0 -> special(random);
        case 1 -> part.bits(random.nextInt(-8, 9));
        default -> limits.least == null || limits.most == null ? anything(random) : between(random);
      };
      if (allowed(bits)) {
        return bits;
      }
    }
    return target();
  }

  boolean allowed(long bits) {
    if (part.isNan(bits)) {
      return limits.nan;
    }
    return (limits.infinite || !part.isInfinite(bits)) && (limits.subnormal || !part.isSubnormal(bits))
        && (limits.least == null || Part.compare(part, bits, part, part.bits(limits.least)) >= 0)
        && (limits.most == null || Part.compare(part, bits, part, part.bits(limits.most)) <= 0);
  }

  /** The simplest number that is allowed. */
  long target() {
    for (Number simple : new Number[] {0, 1, -1, limits.least, limits.most}) {
      if (simple != null && allowed(part.bits(simple))) {
        return part.bits(simple);
      }
    }
    throw new IllegalArgumentException("no number of " + 8 * part.bytes() + " bits (" + part.form() + ") is allowed by " + limits);
  }

  private long special(Random random) {
    boolean negative = random.nextBoolean();
    if (random.nextInt(4) == 0 && (limits.least != null || limits.most != null)) {
      return part.bits(limits.least != null && (limits.most == null || negative) ? limits.least : limits.most);
    }
    if (!part.isFloat()) {
      return switch (random.nextInt(4)) {
        case 0 -> part.least();
        case 1 -> part.most();
        case 2 -> part.form() == Part.Form.BOOL ? 1 : negative ? part.least() + 1 : part.most() - 1;
        default -> part.bits((negative ? -1 : 1) * (1L << random.nextInt(63)) + random.nextInt(-1, 2));
      };
    }
    long sign = negative ? 1L << 8 * part.bytes() - 1 : 0;
    long fraction = 1L << part.fractionBits();
    return switch (random.nextInt(9)) {
      case 0 -> part.infinity() | sign;
      case 1 -> part.infinity() + fraction / 2;
      case 2 -> part.infinity() | sign | 1 + (random.nextLong() & fraction - 1) % (fraction - 1);
      case 3 -> 1 | sign;
      case 4 -> fraction - 1 | sign;
      case 5 -> fraction | sign;
      case 6 -> part.most() | sign;
      case 7 -> part.bits(1) + (negative ? -1 : 1);
      default -> part.bits(FLOATS[random.nextInt(FLOATS.length)]);
    };
  }

  private long anything(Random random) {
    if (!part.isFloat()) {
      long bits = random.nextLong() >> random.nextInt(64);
      return part.form() == Part.Form.UNSIGNED ? bits & part.most() : bits << 64 - 8 * part.bytes() >> 64 - 8 * part.bytes() & mask();
    }
    if (random.nextInt(3) > 0) {
      return part.bits(random.nextDouble(-1000, 1000));
    }
    long bits = random.nextLong();
    return part.bytes() == 8 ? bits : bits & (1L << 8 * part.bytes()) - 1;
  }

  private long mask() {
    return part.form() == Part.Form.BOOL ? 1 : -1;
  }

  private long between(Random random) {
    double low = limits.least.doubleValue();
    double high = limits.most.doubleValue();
    double x = low + random.nextDouble() * (high - low);
    return part.bits(part.isFloat() ? x : (Number) Math.rint(x));
  }

  @Override
  public Stream<Long> simpler(Long bits) {
    LongStream.Builder found = LongStream.builder();
    found.add(target());
    found.add(part.bits(1));
    if (part.isNan(bits)) {
      found.add(part.infinity() + (1L << part.fractionBits() - 1));
    } else if (part.isInfinite(bits)) {
      found.add(part.infinity());
      found.add(part.isNegative(bits) ? part.least() : part.most());
    } else if (part.isFloat()) {
      double x = part.number(bits);
      found.add(part.bits(Math.abs(x)));
      found.add(part.bits(Math.rint(x)));
      found.add(part.bits(x < 0 ? Math.ceil(x) : Math.floor(x)));
      for (double unit = 1; unit > 1e-3; unit /= 2) {
        found.add(part.bits(Math.rint(x / unit) * unit));
      }
      for (int digits = 1; digits < part.fractionBits(); digits *= 2) {
        found.add(bits & -1L << part.fractionBits() - digits);
      }
      if (x == Math.rint(x)) {
        for (double gap = Math.abs(x); gap >= 1; gap = Math.floor(gap / 2)) {
          found.add(part.bits(Math.copySign(Math.abs(x) - gap, x)));
        }
      } else {
        for (int power = 1; power < 2000; power *= 2) {
          found.add(part.bits(Math.scalb(Math.signum(x), -power)));
        }
        found.add(part.bits(x * 2));
        found.add(part.bits(x / 2));
      }
    } else if (part.form() != Part.Form.BOOL) {
      if (part.form() == Part.Form.SIGNED && bits < 0 && bits != Long.MIN_VALUE) {
        found.add(-bits);
      }
      for (long gap = bits; gap != 0; gap = gap < 0 && part.form() == Part.Form.UNSIGNED ? gap >>> 1 : gap / 2) {
        found.add(bits - gap);
      }
    }
    return found.build().filter(this::allowed).boxed();
  }

  /** Whole numbers before fractions before infinities before NaN; few digits before many; near 0 before far; positive first. */
  @Override
  public ShrinkingDistance distance(Long bits) {
    if (part.isNan(bits)) {
      boolean plain = bits == part.infinity() + (1L << part.fractionBits() - 1);
      return ShrinkingDistance.of(3, plain ? 0 : 1, 0, 0);
    }
    if (part.isInfinite(bits)) {
      return ShrinkingDistance.of(2, 0, 0, part.isNegative(bits) ? 1 : 0);
    }
    double x = Math.abs(part.number(bits));
    if (part.isFloat()) {
      boolean whole = x == Math.rint(x) && x <= 0x1p53;
      long places = part.fractionBits() - Math.min(Long.numberOfTrailingZeros(bits), part.fractionBits()) - (x == 0 ? 0 : Math.getExponent(x));
      long digits = whole ? 0 : Math.max(places, 0);
      return ShrinkingDistance.of(whole ? 0 : 1, digits, whole ? (long) x : part.magnitude(bits), part.isNegative(bits) ? 1 : 0);
    }
    long size = part.form() == Part.Form.UNSIGNED || bits > 0 ? bits : -bits;
    return ShrinkingDistance.of(0, size >>> 62, size & -1L >>> 2, part.form() == Part.Form.SIGNED && bits < 0 ? 1 : 0);
  }
}
