package orthant.ufunc.sort;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.function.Consumer;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import orthant.kernel.Kernel;
import orthant.memory.Raw;
import orthant.ufunc.compile.ClassConstants;
import orthant.ufunc.compile.Spinner;

/**
 * Sorting networks over a table of keys, one vector a row, as straight-line code. First every column is sorted by itself, by
 * Batcher's odd-even merge sort; then columns are merged, two, then four, and so on, by Batcher's bitonic merge (K. E.
 * Batcher, Sorting networks and their applications, 1968). Last the table is turned, so that the keys are in order row by row.
 *
 * <p>Each phase is a method of its own, since the just-in-time compiler leaves methods over 8000 bytes alone.
 */
final class Networks {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc SHUFFLE = ClassDesc.of(API + "VectorShuffle");
  private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
  private static final ClassDesc SEGMENT = ClassDesc.of(MemorySegment.class.getName());
  private static final ClassDesc ORDER = ClassDesc.of(ByteOrder.class.getName());
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());

  private final ClassDesc vector;
  private final VectorSpecies<?> species;

  /**
   * Networks of vectors.
   *
   * @param vector the simple name of their class
   * @param species their species
   */
  Networks(String vector, VectorSpecies<?> species) {
    this.vector = ClassDesc.of(API + vector);
    this.species = species;
  }

  int lanes() {
    return species.length();
  }

  /** The phases for a table, whose address is the first element of their frame. */
  Kernel[] phases(int rows) {
    var phases = new ArrayList<Kernel>();
    phases.add(phase(rows, 0, t -> {
      t.sortColumns();
      t.merge(1);
    }));
    for (int width = 2; width < lanes(); width *= 2) {
      int columns = width;
      phases.add(phase(rows, width, t -> t.merge(columns)));
    }
    phases.add(phase(rows, lanes(), Table::turn));
    return phases.toArray(Kernel[]::new);
  }

  private Kernel phase(int rows, int number, Consumer<Table> work) {
    var constants = new ClassConstants();
    return Spinner.spin("sort_" + species.elementType() + lanes() + "x" + rows + "_" + number, "vector", constants, code -> {
      var table = new Table(code, constants, rows);
      table.load();
      work.accept(table);
      table.store();
      code.return_();
    });
  }

  /** Emits code that works on rows in local variables. */
  private final class Table {
    private final CodeBuilder code;
    private final ClassConstants constants;
    private final int[] rows;
    private final int address;

    Table(CodeBuilder code, ClassConstants constants, int rows) {
      this.code = code;
      this.constants = constants;
      this.rows = new int[rows];
      address = code.allocateLocal(TypeKind.LONG);
      code.aload(1).iconst_0().laload().lstore(address);
    }

    private void where(int row) {
      code.getstatic(RAW, "ALL", SEGMENT).lload(address).loadConstant((long) row * species.vectorByteSize()).ladd();
      constants.push(code, ORDER, ByteOrder.nativeOrder());
    }

    void load() {
      for (int i = 0; i < rows.length; i++) {
        constants.push(code, SPECIES, species);
        where(i);
        code.invokestatic(vector, "fromMemorySegment", MethodTypeDesc.of(vector, SPECIES, SEGMENT, ConstantDescs.CD_long, ORDER));
        rows[i] = keep();
      }
    }

    void store() {
      for (int i = 0; i < rows.length; i++) {
        code.aload(rows[i]);
        where(i);
        code.invokevirtual(vector, "intoMemorySegment", MethodTypeDesc.of(ConstantDescs.CD_void, SEGMENT, ConstantDescs.CD_long, ORDER));
      }
    }

    private int keep() {
      int local = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(local);
      return local;
    }

    private void choose(String which, int a, int b) {
      code.aload(a).aload(b).invokevirtual(vector, which, MethodTypeDesc.of(vector, VECTOR));
    }

    /** Puts the lesser keys of two rows into the first. */
    private void exchange(int i, int j) {
      choose("min", rows[i], rows[j]);
      int lesser = keep();
      choose("max", rows[i], rows[j]);
      code.astore(rows[j]);
      rows[i] = lesser;
    }

    void sortColumns() {
      int n = rows.length;
      for (int p = 1; p < n; p *= 2) {
        for (int k = p; k > 0; k /= 2) {
          for (int j = k % p; j + k < n; j += 2 * k) {
            for (int i = 0; i < k && i + j + k < n; i++) {
              if ((i + j) / (2 * p) == (i + j + k) / (2 * p)) {
                exchange(i + j, i + j + k);
              }
            }
          }
        }
      }
    }

    /** Merges neighbouring groups of columns, each in order. */
    void merge(int width) {
      across(2 * width - 1, width, true);
      for (int distance = width / 2; distance > 0; distance /= 2) {
        across(distance, distance, false);
      }
      for (int distance = rows.length / 2; distance > 0; distance /= 2) {
        for (int i = 0; i < rows.length; i++) {
          if ((i & distance) == 0) {
            exchange(i, i + distance);
          }
        }
      }
    }

    /** Compares with the lane whose number differs by some bits; lanes that have the bit {@code upper} keep the greater key. */
    private void across(int difference, int upper, boolean turned) {
      int[] partners = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        rearrange(rows[i], shuffle(difference));
        partners[turned ? rows.length - 1 - i : i] = keep();
      }
      for (int i = 0; i < rows.length; i++) {
        choose("min", rows[i], partners[i]);
        choose("max", rows[i], partners[i]);
        blend(upper);
        code.astore(rows[i]);
      }
    }

    /**
     * Puts what lies column by column row by row. The place of a key in order has as low bits those of its row, as high bits
     * those of its lane. A bit of the row is exchanged with one of the lane for all keys at once; then rows and lanes are renamed.
     */
    void turn() {
      int rowBits = Integer.numberOfTrailingZeros(rows.length);
      int laneBits = Integer.numberOfTrailingZeros(lanes());
      int common = Math.min(rowBits, laneBits);
      for (int bit = 0; bit < common; bit++) {
        for (int i = 0; i < rows.length; i++) {
          if ((i >> bit & 1) == 0) {
            exchangeBits(i, i | 1 << bit, 1 << laneBits - common + bit);
          }
        }
      }
      int[] places = rows.clone();
      for (int i = 0; i < places.length; i++) {
        rows[i >> common | (i & (1 << common) - 1) << rowBits - common] = places[i];
      }
      if (rowBits < laneBits) {
        var turned = VectorShuffle.fromOp(species, lane -> lane >> rowBits | (lane & rows.length - 1) << laneBits - rowBits);
        for (int i = 0; i < rows.length; i++) {
          rearrange(rows[i], turned);
          rows[i] = keep();
        }
      }
    }

    /** Exchanges those keys of the first row whose lane has a bit with those of the second whose lane has it not. */
    private void exchangeBits(int i, int j, int bit) {
      rearrange(rows[i], shuffle(bit));
      int first = keep();
      code.aload(rows[i]);
      rearrange(rows[j], shuffle(bit));
      blend(bit);
      code.astore(rows[i]);
      code.aload(first).aload(rows[j]);
      blend(bit);
      code.astore(rows[j]);
    }

    private void rearrange(int row, VectorShuffle<?> shuffle) {
      code.aload(row);
      constants.push(code, SHUFFLE, shuffle);
      code.invokevirtual(vector, "rearrange", MethodTypeDesc.of(vector, SHUFFLE));
    }

    /** Takes the lanes that have a bit from the second of two vectors. */
    private void blend(int bit) {
      constants.push(code, MASK, mask(bit));
      code.invokevirtual(vector, "blend", MethodTypeDesc.of(vector, VECTOR, MASK));
    }

    private VectorShuffle<?> shuffle(int difference) {
      return VectorShuffle.fromOp(species, lane -> lane ^ difference);
    }

    private VectorMask<?> mask(int upper) {
      long bits = 0;
      for (int lane = 0; lane < lanes(); lane++) {
        bits |= (lane & upper) == 0 ? 0 : 1L << lane;
      }
      return VectorMask.fromLong(species, bits);
    }
  }
}
