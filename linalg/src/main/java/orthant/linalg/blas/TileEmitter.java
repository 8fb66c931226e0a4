package orthant.linalg.blas;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;
import orthant.DType;
import orthant.memory.Raw;

/**
 * Compiles {@link Tile} classes, with the lanes of the Vector API or with scalars.
 *
 * <p>One emitter instead of sources per type and size: the number of sums is a constant of each class, which is what
 * lets the JIT keep them in registers.
 */
final class TileEmitter {
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final ClassDesc SEGMENT = ClassDesc.of(MemorySegment.class.getName());
  private static final ClassDesc ORDER = ClassDesc.of(ByteOrder.class.getName());
  private static final ClassDesc MATH = ClassDesc.of(Math.class.getName());
  private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
  private static final String NATIVE_ORDER = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "LITTLE_ENDIAN" : "BIG_ENDIAN";

  private static final int K = 1;
  private static final int A = 2;
  private static final int A_ROW = 4;
  private static final int A_STEP = 6;
  private static final int B = 8;
  private static final int B_STEP = 10;
  private static final int C = 12;
  private static final int C_ROW = 14;
  private static final int TAIL = 16;
  private static final int ADD = 17;
  private static final MethodTypeDesc RUN = MethodTypeDesc.of(
      CD_void, CD_int, CD_long, CD_long, CD_long, CD_long, CD_long, CD_long, CD_long, CD_int, CD_boolean);

  private final DType dtype;
  private final int lanes;
  private final int rows;
  private final int vectors;
  private final boolean masked;
  private final ClassDesc element;
  private final TypeKind kind;
  private final String name;
  private final ClassDesc type;

  /**
   * Prepares a tile.
   *
   * @param dtype float64, float32, int64 or int32
   * @param lanes lanes of a vector, or 1 for the scalar form
   * @param rows rows of the tile
   * @param vectors vectors in a row
   * @param masked whether only some lanes of the last one count
   */
  private TileEmitter(DType dtype, int lanes, int rows, int vectors, boolean masked) {
    this.dtype = dtype;
    this.lanes = lanes;
    this.rows = rows;
    this.vectors = vectors;
    this.masked = masked;
    this.element = switch (dtype) {
      case float64 -> ConstantDescs.CD_double;
      case float32 -> ConstantDescs.CD_float;
      case int64 -> CD_long;
      case int32 -> CD_int;
      default -> throw new AssertionError(dtype);
    };
    this.kind = TypeKind.from(element);
    String plain = element.displayName();
    this.name = Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    this.type = lanes == 1 ? element : ClassDesc.of("jdk.incubator.vector." + name + "Vector");
  }

  /**
   * Compiles a tile.
   *
   * @param dtype float64, float32, int64 or int32
   * @param lanes lanes of a vector, or 1 for the scalar form
   * @param rows rows of the tile
   * @param vectors vectors in a row
   * @param masked whether only some lanes of the last one count; the caller then gives their number
   * @return the tile, cold
   */
  static Tile emit(DType dtype, int lanes, int rows, int vectors, boolean masked) {
    var lookup = MethodHandles.lookup();
    byte[] bytes = new TileEmitter(dtype, lanes, rows, vectors, masked).bytes();
    try {
      var type = lookup.defineHiddenClass(bytes, true);
      return (Tile) type.findConstructor(type.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new AssertionError("a tile of " + rows + " rows and " + vectors + " vectors of " + dtype + " does not compile", e);
    }
  }

  private byte[] bytes() {
    String size = lanes + "x" + rows + "x" + vectors + (masked ? "m" : "");
    var self = ClassDesc.of(TileEmitter.class.getPackageName(), "Tile_" + dtype + "_" + size);
    return ClassFile.of().build(self, type -> type.withFlags(ACC_FINAL)
        .withInterfaceSymbols(ClassDesc.of(Tile.class.getName()))
        .withMethodBody(INIT_NAME, MTD_void, ACC_PUBLIC, code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_())
        .withMethodBody("run", RUN, ACC_PUBLIC, this::run));
  }

  private void run(CodeBuilder code) {
    int mask = masked ? code.allocateLocal(TypeKind.REFERENCE) : -1;
    if (masked) {
      species(code).loadConstant(0).iload(TAIL).invokeinterface(SPECIES, "indexInRange", MethodTypeDesc.of(MASK, CD_int, CD_int))
          .astore(mask);
    }
    var own = lanes == 1 ? kind : TypeKind.REFERENCE;
    int[][] sums = new int[rows][vectors];
    for (int[] row : sums) {
      for (int v = 0; v < vectors; v++) {
        row[v] = code.allocateLocal(own);
        zero(code).storeLocal(own, row[v]);
      }
    }
    int[] offsets = new int[rows];
    for (int i = 1; i < rows; i++) {
      offsets[i] = code.allocateLocal(TypeKind.LONG);
      code.loadConstant((long) i).lload(A_ROW).lmul().lstore(offsets[i]);
    }
    int[] columns = new int[vectors];
    for (int v = 0; v < vectors; v++) {
      columns[v] = code.allocateLocal(own);
    }
    int factor = code.allocateLocal(own);
    int p = code.allocateLocal(TypeKind.INT);
    code.loadConstant(0).istore(p);
    var top = code.newLabel();
    var done = code.newLabel();
    code.labelBinding(top).iload(p).iload(K).if_icmpge(done);
    for (int v = 0; v < vectors; v++) {
      load(code, B, -1, v, mask);
      code.storeLocal(own, columns[v]);
    }
    for (int i = 0; i < rows; i++) {
      broadcast(code, i == 0 ? -1 : offsets[i]);
      code.storeLocal(own, factor);
      for (int v = 0; v < vectors; v++) {
        multiplyAdd(code, factor, columns[v], sums[i][v]);
        code.storeLocal(own, sums[i][v]);
      }
    }
    code.lload(A).lload(A_STEP).ladd().lstore(A).lload(B).lload(B_STEP).ladd().lstore(B).iinc(p, 1).goto_(top).labelBinding(done);
    var store = code.newLabel();
    code.iload(ADD).ifeq(store);
    int offset = code.allocateLocal(TypeKind.LONG);
    for (int i = 0; i < rows; i++) {
      code.loadConstant((long) i).lload(C_ROW).lmul().lstore(offset);
      for (int v = 0; v < vectors; v++) {
        code.loadLocal(own, sums[i][v]);
        load(code, C, offset, v, mask);
        add(code).storeLocal(own, sums[i][v]);
      }
    }
    code.labelBinding(store);
    for (int i = 0; i < rows; i++) {
      code.loadConstant((long) i).lload(C_ROW).lmul().lstore(offset);
      for (int v = 0; v < vectors; v++) {
        store(code, offset, v, sums[i][v], mask);
      }
    }
    code.return_();
  }

  private boolean isMasked(int vector) {
    return masked && vector == vectors - 1;
  }

  private CodeBuilder species(CodeBuilder code) {
    return code.getstatic(type, "SPECIES_" + lanes * dtype.size() * 8, SPECIES);
  }

  private CodeBuilder zero(CodeBuilder code) {
    if (lanes > 1) {
      return species(code).invokestatic(type, "zero", MethodTypeDesc.of(type, SPECIES));
    }
    return switch (kind) {
      case DOUBLE -> code.dconst_0();
      case FLOAT -> code.fconst_0();
      case LONG -> code.lconst_0();
      default -> code.iconst_0();
    };
  }

  private void address(CodeBuilder code, int base, int offset, int vector) {
    code.lload(base);
    if (offset >= 0) {
      code.lload(offset).ladd();
    }
    if (vector > 0) {
      code.loadConstant((long) vector * lanes * dtype.size()).ladd();
    }
  }

  private void load(CodeBuilder code, int base, int offset, int vector, int mask) {
    if (lanes == 1) {
      address(code, base, offset, vector);
      code.invokestatic(RAW, "get" + name, MethodTypeDesc.of(element, CD_long));
      return;
    }
    species(code).getstatic(RAW, "ALL", SEGMENT);
    address(code, base, offset, vector);
    code.getstatic(ORDER, NATIVE_ORDER, ORDER);
    if (isMasked(vector)) {
      code.aload(mask).invokestatic(type, "fromMemorySegment", MethodTypeDesc.of(type, SPECIES, SEGMENT, CD_long, ORDER, MASK));
    } else {
      code.invokestatic(type, "fromMemorySegment", MethodTypeDesc.of(type, SPECIES, SEGMENT, CD_long, ORDER));
    }
  }

  private void broadcast(CodeBuilder code, int offset) {
    if (lanes > 1) {
      species(code);
    }
    address(code, A, offset, 0);
    code.invokestatic(RAW, "get" + name, MethodTypeDesc.of(element, CD_long));
    if (lanes > 1) {
      code.invokestatic(type, "broadcast", MethodTypeDesc.of(type, SPECIES, element));
    }
  }

  private void multiplyAdd(CodeBuilder code, int factor, int column, int sum) {
    var own = lanes == 1 ? kind : TypeKind.REFERENCE;
    boolean fused = dtype.isFloat() && FusedMultiply.IS_FAST;
    if (!fused) {
      code.loadLocal(own, sum);
    }
    code.loadLocal(own, factor).loadLocal(own, column);
    if (fused) {
      code.loadLocal(own, sum);
      if (lanes == 1) {
        code.invokestatic(MATH, "fma", MethodTypeDesc.of(element, element, element, element));
      } else {
        code.invokevirtual(type, "fma", MethodTypeDesc.of(type, VECTOR, VECTOR));
      }
    } else {
      if (lanes == 1) {
        switch (kind) {
          case DOUBLE -> code.dmul();
          case FLOAT -> code.fmul();
          case LONG -> code.lmul();
          default -> code.imul();
        }
      } else {
        code.invokevirtual(type, "mul", MethodTypeDesc.of(type, VECTOR));
      }
      add(code);
    }
  }

  private CodeBuilder add(CodeBuilder code) {
    if (lanes > 1) {
      return code.invokevirtual(type, "add", MethodTypeDesc.of(type, VECTOR));
    }
    return switch (kind) {
      case DOUBLE -> code.dadd();
      case FLOAT -> code.fadd();
      case LONG -> code.ladd();
      default -> code.iadd();
    };
  }

  private void store(CodeBuilder code, int offset, int vector, int value, int mask) {
    if (lanes == 1) {
      address(code, C, offset, vector);
      code.loadLocal(kind, value).invokestatic(RAW, "set" + name, MethodTypeDesc.of(CD_void, CD_long, element));
      return;
    }
    code.aload(value).getstatic(RAW, "ALL", SEGMENT);
    address(code, C, offset, vector);
    code.getstatic(ORDER, NATIVE_ORDER, ORDER);
    if (isMasked(vector)) {
      code.aload(mask).invokevirtual(type, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER, MASK));
    } else {
      code.invokevirtual(type, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER));
    }
  }
}
