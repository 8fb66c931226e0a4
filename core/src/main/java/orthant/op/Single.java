package orthant.op;

import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.Table;
import orthant.expr.V;

/**
 * Logarithms and powers of binary32 by tables of 16 numbers, half as large as those of {@link Tables}, so that one register holds one of floats.
 *
 * <p>x = 2^k z, z = c (1 + r) as in {@link Logarithm}. The numbers c are chosen so that their logarithms are nearly
 * multiples of 2^-16 or 2^-18 (S. Gal's accurate tables, 1986): such a logarithm has no second part, and with the exponent's it is exact. Where
 * results are near 0, 1 / c is not in the middle of its cell, but where r is small, as r is rounded. Powers are computed in binary64, where nothing
 * needs two parts: 2^(y log2 x) with a logarithm of 2^-36 relative error.
 */
final class Single {
  /** 43/64, where the cells of the tables begin. */
  private static final int FIRST = 0x3f2c0000;
  private static final int MANTISSA = 23;
  private static final int CELLS = 4;

  private static final Call RARE_LOG = Call.ofFloats("log", (x, same) -> StrictMath.log(x));
  private static final Call RARE_LOG2 = Call.ofFloats("log2", (x, same) -> StrictMath.log(x) / StrictMath.log(2));
  private static final Call RARE_LOG10 = Call.ofFloats("log10", (x, same) -> StrictMath.log10(x));

  /**
   * A base b: 1 / c and log c, the logarithm of 2 and 1 / ln b in two parts, and v of log_b(1 + r) = r / ln b + r^2 v(r).
   */
  private record Base(Table inverse, Table log, double two, double twoRest, double factor, double factorRest, double[] v) {}

  private static final Base NATURAL = new Base(
      Table.ofFloats(
      1.4542145729064941, 1.38893461227417, 1.3338515758514404, 1.280620813369751, 1.2352309226989746, 1.1883450746536255, 1.1422972679138184,
      1.1025164127349854, 1.0640884637832642, 1.0178111791610718, 1.0, 0.9567434787750244, 0.8867353200912476, 0.8417889475822449,
      0.8002678155899048, 0.7591248750686646),
      Table.ofFloats(
      -0.3744659423828125, -0.3285369873046875, -0.2880706787109375, -0.247344970703125, -0.2112579345703125, -0.1725616455078125,
      -0.1330413818359375, -0.09759521484375, -0.0621185302734375, -0.0176544189453125, 0.0, 0.044219970703125, 0.120208740234375,
      0.1722259521484375, 0.222808837890625, 0.2755889892578125),
      0x1.62e4p-1, 0x1.7f7d1cf79abcap-20, 1, 0,
      new double[] {-0.49999991059303284, 0.33333733677864075, -0.2502889335155487, 0.19617676734924316});
  private static final Base BASE_2 = new Base(
      Table.ofFloats(
      1.4602689743041992, 1.3946952819824219, 1.3306862115859985, 1.2841596603393555, 1.2302879095077515, 1.1846877336502075, 1.142250657081604,
      1.1065996885299683, 1.0696603059768677, 1.0175076723098755, 1.0, 0.9548624753952026, 0.8894550800323486, 0.841474711894989,
      0.7999482154846191, 0.7621539235115051),
      Table.ofFloats(
      -0.546234130859375, -0.479949951171875, -0.41217041015625, -0.3608245849609375, -0.2989959716796875, -0.2445068359375, -0.1918792724609375,
      -0.1461334228515625, -0.0971527099609375, -0.0250396728515625, 0.0, 0.0666351318359375, 0.16900634765625, 0.2490081787109375, 0.322021484375,
      0.391845703125),
      1, 0, 0x1.715476p+0, 0x1.4ae0bf85ddf44p-26,
      new double[] {-0.7213473916053772, 0.48090413212776184, -0.36109063029289246, 0.28302323818206787});
  private static final Base BASE_10 = new Base(
      Table.ofFloats(
      1.4490622282028198, 1.3904216289520264, 1.3292529582977295, 1.2817050218582153, 1.2316423654556274, 1.1863244771957397, 1.1439695358276367,
      1.1052314043045044, 1.066333532333374, 1.021654486656189, 1.0, 0.956141471862793, 0.8899930119514465, 0.8395259380340576, 0.803128719329834,
      0.7593660950660706),
      Table.ofFloats(
      -0.1610870361328125, -0.14314651489257812, -0.12360763549804688, -0.1077880859375, -0.090484619140625, -0.0742034912109375,
      -0.058414459228515625, -0.043453216552734375, -0.02789306640625, -0.009304046630859375, 0.0, 0.01947784423828125, 0.0506134033203125,
      0.07596588134765625, 0.09521484375, 0.11954879760742188),
      0x1.3441p-2, 0x1.a84fbcff798f9p-21, 0x1.bcb7b2p-2, -0x1.5b235e39ab2a9p-27,
      new double[] {-0.21714720129966736, 0.14476656913757324, -0.10869910567998886, 0.08519848436117172});

  /** log2 c of the numbers c whose inverses are {@link Tables#INVERSE_64}. */
  private static final Table LOG2 = Table.of(
      -0x1.1bf311e95d00ep-1, -0x1.d6753e032ea0fp-2, -0x1.b47ebf73882a1p-2, -0x1.6e221cd9d0cdep-2, -0x1.24407ab0e073ap-2, -0x1.fbc16b902680ap-3,
      -0x1.5c01a39fbd688p-3, -0x1.08c588cda79e4p-3, -0x1.663f6fac91316p-4, -0x1.6bad3758efd87p-5, 0x0.0p+0, 0x1.7d60496cfbb4cp-4,
      0x1.563dc29ffacb2p-3, 0x1.f5fd8a9063e35p-3, 0x1.4f6fbb2cec598p-2, 0x1.8a8980abfbd32p-2);
  /** log2(1 + r) / r. */
  private static final double[] LOG2_1P = {
    0x1.71547652c1dc1p+0, -0x1.715476531dc10p-1, 0x1.ec70942f0fd5fp-2, -0x1.7154649f65a25p-2, 0x1.27d0bacb1731bp-2, -0x1.ed4290daa3c4bp-3
  };
  /** The bits of 2^(i / 16) less i 2^48: with n 2^48 added they are those of 2^(n / 16). */
  private static final Table POWER = Table.of(
      0x1.0000000000000p+0, 0x1.fb5586cf9890fp-1, 0x1.f72b83c7d517bp-1, 0x1.f387a6e756238p-1, 0x1.f06fe0a31b715p-1, 0x1.edea64c123422p-1,
      0x1.ebfdad5362a27p-1, 0x1.eab07dd485429p-1, 0x1.ea09e667f3bcdp-1, 0x1.ea11473eb0187p-1, 0x1.eace5422aa0dbp-1, 0x1.ec49182a3f090p-1,
      0x1.ee89f995ad3adp-1, 0x1.f199bdd85529cp-1, 0x1.f5818dcfba487p-1, 0x1.fa4afa2a490dap-1);
  /** 2^f to 1/32. */
  private static final double[] EXP2 = {1, 0x1.62e42feb17933p-1, 0x1.ebfff6720827fp-3, 0x1.c6b46c568b88ep-5};

  private static final Call RARE_POW = Call.ofFloats("pow", Power::rare);

  private Single() {}

  /**
   * A positive normal number as {@code 2^k z}.
   *
   * @param k the exponent, an integer
   * @param z from 43/64 to 43/32
   * @param cell the number of its cell, in the low bits
   */
  private record Reduced(V k, V z, V cell) {
    static Reduced of(V x) {
      V bits = x.reinterpret(Lane.I32);
      V moved = bits.sub(bits.same(FIRST));
      V z = bits.sub(moved.and(bits.same(-1 << MANTISSA))).reinterpret(Lane.F32);
      return new Reduced(moved.shr(MANTISSA), z, moved.ushr(MANTISSA - CELLS));
    }
  }

  static V log(V x) {
    return log(x, NATURAL, RARE_LOG);
  }

  static V log2(V x) {
    return log(x, BASE_2, RARE_LOG2);
  }

  static V log10(V x) {
    return log(x, BASE_10, RARE_LOG10);
  }

  private static V log(V x, Base base, Call rarely) {
    Reduced reduced = Reduced.of(x);
    V k = reduced.k.convert(Lane.F32);
    V r = reduced.z.fma(reduced.cell.lookup(base.inverse), -1);
    V c = reduced.cell.lookup(base.log);
    V whole = base.twoRest == 0 ? k.add(c) : k.fma(x.same(base.two), c);
    // whole + r factor in two parts (Dekker): the whole is 0, or not less than the product.
    boolean natural = base.factor == 1;
    V hi = natural ? whole.add(r) : r.fma(x.same(base.factor), whole);
    V lo = natural ? r.sub(hi.sub(whole)) : r.fma(x.same(base.factor), whole.sub(hi));
    if (base.twoRest != 0) {
      lo = k.fma(x.same(base.twoRest), lo);
    }
    V square = r.mul(r);
    V v = Polynomials.evaluate(r, square, base.v);
    V y = hi.add(natural ? square.fma(v, lo) : r.fma(v.fma(r, base.factorRest), lo));
    V rare = rare(x);
    return rare.select(x.callWhere(rarely, x, rare), y);
  }

  /** Of the bits of normal numbers the distance from the smallest one's is below that of infinity's; all else is rare. */
  private static V rare(V x) {
    V limit = x.code().constant(Lane.U32, Float.floatToRawIntBits(Float.POSITIVE_INFINITY) - Float.floatToRawIntBits(Float.MIN_NORMAL));
    V bits = x.reinterpret(Lane.I32);
    return limit.le(bits.sub(bits.same(Float.floatToRawIntBits(Float.MIN_NORMAL))).reinterpret(Lane.U32));
  }

  /**
   * {@code |x|^y}, rounded once, as binary64 holds the smallest and the largest results, with the sign of odd powers. Infinite operands,
   * NaN, subnormal numbers, powers with a fraction of negative numbers and -0.0, and exponents from 2^22 on are rare, and so are those of 0 that
   * are below 2^-8.
   */
  static V pow(V x, V y) {
    V a = x.abs();
    V b = y.abs();
    V bits = a.reinterpret(Lane.I32);
    V exponent = b.reinterpret(Lane.I32);
    // The low bit of the sum is that of a whole number.
    V magic = x.same(0x1p23);
    V moved = b.add(magic);
    V fraction = b.ne(moved.sub(magic));
    V signed = x.reinterpret(Lane.I32);
    V sign = moved.reinterpret(Lane.I32).shl(31).and(signed);
    V some = bits.ne(bits.same(0));
    V rare = rare(a).and(some.or(b.lt(b.same(0x1p-8))));
    rare = rare.or(signed.lt(signed.same(0)).and(fraction)).or(exponent.same(Float.floatToRawIntBits(0x1p22f)).le(exponent));

    Reduced reduced = Reduced.of(a);
    V cell = reduced.cell.convert(Lane.I64);
    V r = reduced.z.convert(Lane.F64).fma(cell.lookup(Tables.INVERSE_64), -1);
    V log = r.fma(Polynomials.evaluate(r, LOG2_1P), reduced.k.convert(Lane.F64).add(cell.lookup(LOG2)));
    // In place of an infinite one.
    log = some.select(log, log.same(-0x1p16));
    V p = log.mul(y.convert(Lane.F64));
    V steps = p.same(FloatBits.magic(Lane.F64) / 16);
    V shifted = p.add(steps);
    V f = p.sub(shifted.sub(steps));
    // From -200 to 200, beyond which results are 0 or infinite.
    V n = shifted.reinterpret(Lane.I64);
    V origin = steps.reinterpret(Lane.I64);
    n = n.max(origin.sub(n.same(200 * 16))).min(origin.add(n.same(200 * 16)));
    V power = n.lookup(POWER).reinterpret(Lane.I64).add(n.shl(48)).reinterpret(Lane.F64);
    V result = power.mul(Polynomials.evaluate(f, EXP2)).convert(Lane.F32).reinterpret(Lane.I32).or(sign).reinterpret(Lane.F32);
    return rare.select(x.callWhere(RARE_POW, y, rare), result);
  }
}
