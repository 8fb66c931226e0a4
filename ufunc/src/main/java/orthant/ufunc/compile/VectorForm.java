package orthant.ufunc.compile;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import orthant.DType;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Table;
import orthant.memory.Raw;

/**
 * Many elements at a time, in vectors of the Vector API. All values have the same number of lanes, so that lanes of
 * different widths go together: eight doubles are 512 bits, the eight floats they came from 256, their eight truth values
 * 64 in memory. Masks are held in the shape of the widest lane of the program.
 */
final class VectorForm extends Form {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
  private static final ClassDesc SHUFFLE = ClassDesc.of(API + "VectorShuffle");
  private static final ClassDesc OPERATORS = ClassDesc.of(API + "VectorOperators");
  private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
  private static final ClassDesc ORDER = ClassDesc.of("java.nio.ByteOrder");
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final ClassDesc TRUTH = ClassDesc.of(Truth.class.getName());
  private static final ClassDesc RARE = ClassDesc.of(RareLanes.class.getName());
  private static final ClassDesc BYTES = ClassDesc.of(API + "ByteVector");

  private final VectorShapes shapes;
  private final ClassConstants constants;
  private final VectorTables tables;
  private boolean leaves;
  private int rare = -1;
  /** Of the results of functions that are not called, since the loop stops before: where they would be. */
  private final Map<Integer, Integer> neverSet = new HashMap<>();

  VectorForm(CodeBuilder code, VectorShapes shapes, ClassConstants constants) {
    super(code);
    this.shapes = shapes;
    this.constants = constants;
    this.tables = new VectorTables(code, shapes, constants);
  }

  /** Leaves out calls for rare elements from here on; {@link #rareLanes} tells which lack them. */
  void leaveRare() {
    leaves = true;
  }

  @Override
  int width() {
    return shapes.lanes();
  }

  static ClassDesc vector(Lane lane) {
    return ClassDesc.of(API + switch (lane) {
      case MASK -> "VectorMask";
      case I8, U8 -> "ByteVector";
      case I16, U16 -> "ShortVector";
      case I32, U32 -> "IntVector";
      case I64, U64 -> "LongVector";
      case F32 -> "FloatVector";
      case F64 -> "DoubleVector";
    });
  }

  /** Emits the shape of a lane. */
  void species(Lane lane) {
    constants.push(code, SPECIES, shapes.species(lane));
  }

  private void bytes() {
    constants.push(code, SPECIES, shapes.bytes());
  }

  private void order() {
    constants.push(code, ORDER, java.nio.ByteOrder.nativeOrder());
  }

  /** Emits a store of the value on the stack into a variable. */
  int keep() {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    return local;
  }

  @Override
  int load(DType type) {
    Lane lane = Lane.memory(type);
    if (lane == Lane.MASK && width() < 8) {
      return loadFewTruths();
    }
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address);
    ClassDesc held = lane == Lane.MASK ? BYTES : vector(lane);
    if (lane == Lane.MASK) {
      bytes();
    } else {
      species(lane);
    }
    code.getstatic(RAW, "ALL", SEGMENT).lload(address);
    order();
    code.invokestatic(held, "fromMemorySegment", MethodTypeDesc.of(held, SPECIES, SEGMENT, CD_long, ORDER));
    if (lane == Lane.MASK) {
      operator("NE", "Comparison");
      code.loadConstant(0L);
      code.invokevirtual(BYTES, "compare", MethodTypeDesc.of(MASK, ClassDesc.of(API + "VectorOperators$Comparison"), CD_long));
      castMask(shapes.maskLane());
    }
    return keep();
  }

  /**
   * As many whole vectors as the elements span, each shuffled, and of each the lanes that are wanted. The last vector ends with the last element
   * wanted: nothing behind it is loaded.
   */
  @Override
  int loadApart(DType type, int elements) {
    Lane lane = Lane.memory(type);
    ClassDesc v = vector(lane);
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address);
    int result = -1;
    for (int part = 0; part < elements; part++) {
      boolean last = part == elements - 1;
      code.lload(address).loadConstant((part * (long) width() - (last ? part : 0)) * lane.bytes()).ladd();
      code.aload(load(type));
      constants.push(code, SHUFFLE, shapes.everyNth(lane, elements, last ? part : 0));
      code.invokevirtual(v, "rearrange", MethodTypeDesc.of(v, SHUFFLE));
      int shuffled = keep();
      if (part == 0) {
        result = shuffled;
      } else {
        code.aload(result).aload(shuffled);
        constants.push(code, MASK, shapes.lanesOfPart(lane, elements, part));
        code.invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
        result = keep();
      }
    }
    return result;
  }

  @Override
  int loadBack(DType type) {
    Lane lane = Lane.memory(type);
    code.loadConstant((width() - 1L) * lane.bytes()).lsub();
    code.aload(load(type));
    rearrange(vector(lane), shapes.backwards(lane));
    return keep();
  }

  @Override
  int[] loadPair(DType type, boolean anyOrder) {
    Lane lane = Lane.memory(type);
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address).lload(address);
    int low = load(type);
    code.lload(address).loadConstant((long) width() * lane.bytes()).ladd();
    int high = load(type);
    return new int[] {
      merge(lane, low, high, anyOrder ? shapes.exchanged(lane, 0) : shapes.parts(lane, 0)),
      merge(lane, low, high, anyOrder ? shapes.exchanged(lane, 1) : shapes.parts(lane, 1))
    };
  }

  @Override
  void storePair(DType type, int re, int im, boolean anyOrder, Runnable address) {
    Lane lane = Lane.memory(type);
    int low = merge(lane, re, im, anyOrder ? shapes.exchanged(lane, 0) : shapes.turns(lane, 0));
    int high = merge(lane, re, im, anyOrder ? shapes.exchanged(lane, 1) : shapes.turns(lane, width() / 2));
    store(type, low, address);
    store(type, high, () -> {
      address.run();
      code.loadConstant((long) width() * lane.bytes()).ladd();
    });
  }

  /** Emits lanes from two vectors. */
  private int merge(Lane lane, int a, int b, VectorShapes.Merge merge) {
    ClassDesc v = vector(lane);
    code.aload(a);
    rearrange(v, merge.first());
    code.aload(b);
    rearrange(v, merge.second());
    constants.push(code, MASK, merge.fromSecond());
    code.invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
    return keep();
  }

  private void rearrange(ClassDesc v, Object shuffle) {
    if (shuffle != null) {
      constants.push(code, SHUFFLE, shuffle);
      code.invokevirtual(v, "rearrange", MethodTypeDesc.of(v, SHUFFLE));
    }
  }

  private int loadFewTruths() {
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address);
    species(shapes.maskLane());
    code.lload(address).invokestatic(RAW, "getInt", MethodTypeDesc.of(CD_int, CD_long));
    code.invokestatic(TRUTH, "bits", MethodTypeDesc.of(CD_long, CD_int));
    code.invokestatic(MASK, "fromLong", MethodTypeDesc.of(MASK, SPECIES, CD_long));
    return keep();
  }

  /** From the shape of bytes, or of another lane, to the shape of a lane; null is the shape of bytes. */
  private void castMask(Lane to) {
    if (to == null) {
      bytes();
    } else {
      species(to);
    }
    code.invokevirtual(MASK, "cast", MethodTypeDesc.of(MASK, SPECIES));
  }

  @Override
  int loadFixed(DType type) {
    Lane lane = Lane.memory(type);
    switch (lane) {
      case MASK, I8, U8 -> code.invokestatic(RAW, "getByte", MethodTypeDesc.of(CD_byte, CD_long));
      case I16, U16 -> code.invokestatic(RAW, "getShort", MethodTypeDesc.of(CD_short, CD_long));
      case I32, U32 -> code.invokestatic(RAW, "getInt", MethodTypeDesc.of(CD_int, CD_long));
      case I64, U64 -> code.invokestatic(RAW, "getLong", MethodTypeDesc.of(CD_long, CD_long));
      case F32 -> code.invokestatic(RAW, "getFloat", MethodTypeDesc.of(CD_float, CD_long));
      case F64 -> code.invokestatic(RAW, "getDouble", MethodTypeDesc.of(CD_double, CD_long));
    }
    return broadcast(lane);
  }

  /** Emits a vector whose lanes are all the scalar on the stack. */
  private int broadcast(Lane lane) {
    int scalar = code.allocateLocal(ScalarForm.kind(lane));
    code.storeLocal(ScalarForm.kind(lane), scalar);
    if (lane == Lane.MASK) {
      if (shapes.maskLane() == null) {
        bytes();
      } else {
        species(shapes.maskLane());
      }
      code.iload(scalar);
      booleanOnStack();
      code.invokeinterface(SPECIES, "maskAll", MethodTypeDesc.of(MASK, java.lang.constant.ConstantDescs.CD_boolean));
    } else {
      species(lane);
      code.loadLocal(ScalarForm.kind(lane), scalar);
      if (lane.bytes() == 1) {
        code.i2b();
      } else if (lane.bytes() == 2) {
        code.i2s();
      }
      code.invokestatic(vector(lane), "broadcast", MethodTypeDesc.of(vector(lane), SPECIES, ScalarForm.memory(lane)));
    }
    return keep();
  }

  private void booleanOnStack() {
    var no = code.newLabel();
    var end = code.newLabel();
    int flag = code.allocateLocal(TypeKind.INT);
    code.ifeq(no).iconst_1().istore(flag).goto_(end).labelBinding(no).iconst_0().istore(flag).labelBinding(end).iload(flag);
  }

  @Override
  void store(DType type, int value, Runnable address) {
    Lane lane = Lane.memory(type);
    if (lane == Lane.MASK && width() < 8) {
      address.run();
      code.aload(value).invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long));
      code.invokestatic(TRUTH, "bytes", MethodTypeDesc.of(CD_int, CD_long));
      code.invokestatic(RAW, "setInt", MethodTypeDesc.of(CD_void, CD_long, CD_int));
      return;
    }
    ClassDesc held = lane == Lane.MASK ? BYTES : vector(lane);
    if (lane == Lane.MASK) {
      bytes();
      code.loadConstant(0L).invokestatic(BYTES, "broadcast", MethodTypeDesc.of(BYTES, SPECIES, CD_long));
      code.loadConstant(1L);
      code.aload(value);
      if (shapes.maskLane() != null) {
        castMask(null);
      }
      code.invokevirtual(BYTES, "blend", MethodTypeDesc.of(BYTES, CD_long, MASK));
    } else {
      code.aload(value);
    }
    code.getstatic(RAW, "ALL", SEGMENT);
    address.run();
    order();
    code.invokevirtual(held, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER));
  }

  @Override
  int constant(Lane lane, long bits) {
    switch (lane) {
      case MASK, I8, I16, I32, U8, U16, U32 -> code.loadConstant((int) bits);
      case I64, U64 -> code.loadConstant(bits);
      case F32 -> code.loadConstant(Float.intBitsToFloat((int) bits));
      case F64 -> code.loadConstant(Double.longBitsToDouble(bits));
    }
    return broadcast(lane);
  }

  /** Emits an operation of the Vector API. */
  void operator(String name, String kind) {
    code.getstatic(OPERATORS, name, ClassDesc.of(API + "VectorOperators$" + kind));
  }

  @Override
  int step(Prim prim, Lane from, Lane to, int a, int b, int c, long shift) {
    ClassDesc v = vector(from);
    if (prim == Prim.SELECT && Integer.valueOf(a).equals(neverSet.get(b))) {
      return c;
    }
    if (prim == Prim.SELECT) {
      // blend takes the argument where the mask is set.
      code.aload(c).checkcast(vector(to)).aload(b).aload(a);
      if (shapes.maskLane() != to) {
        castMask(to);
      }
      code.invokevirtual(vector(to), "blend", MethodTypeDesc.of(vector(to), VECTOR, MASK));
      return keep();
    }
    if (prim == Prim.REINTERPRET && vector(to).equals(v)) {
      return a;
    }
    if ((prim == Prim.DIV || prim == Prim.REM) && from.isInteger()) {
      return new VectorDivision(code, this).divide(prim, from, a, b);
    }
    code.aload(a);
    switch (prim) {
      case CONVERT -> convert(from, to);
      case REINTERPRET -> {
        code.invokevirtual(v, to.isFloat() ? "viewAsFloatingLanes" : "viewAsIntegralLanes", MethodTypeDesc.of(vector(to)));
      }
      case EQ, NE, LT, LE -> {
        compare(prim, from, b);
        if (shapes.maskLane() != from) {
          castMask(shapes.maskLane());
        }
      }
      default -> {
        if (from == Lane.MASK) {
          mask(prim, b);
        } else {
          lanewise(prim, from, b, c, shift);
        }
      }
    }
    return keep();
  }

  /** Emits the conversion of the vector on the stack. */
  void convert(Lane from, Lane to) {
    boolean zeros = from.isUnsigned() && to.isInteger() && to.bytes() > from.bytes();
    operator((zeros ? "ZERO_EXTEND_" : "") + letter(from) + "2" + letter(to), "Conversion");
    species(to);
    code.iconst_0();
    code.invokevirtual(vector(from), "convertShape", MethodTypeDesc.of(VECTOR, ClassDesc.of(API + "VectorOperators$Conversion"), SPECIES, CD_int));
    code.checkcast(vector(to));
  }

  /** Emits an operation of the two vectors on the stack. */
  void lanewise(Prim prim, Lane lane) {
    ClassDesc v = vector(lane);
    int second = keep();
    getOperator(prim.name(), "Binary");
    code.aload(second).invokevirtual(v, "lanewise", MethodTypeDesc.of(v, ClassDesc.of(API + "VectorOperators$Binary"), VECTOR));
  }

  /** Emits a comparison of the vector on the stack with another. */
  private void compare(Prim prim, Lane lane, int b) {
    boolean unsigned = lane.isUnsigned() && prim != Prim.EQ && prim != Prim.NE;
    operator((unsigned ? "U" : "") + prim.name(), "Comparison");
    code.aload(b);
    code.invokevirtual(vector(lane), "compare", MethodTypeDesc.of(MASK, ClassDesc.of(API + "VectorOperators$Comparison"), VECTOR));
  }

  private void mask(Prim prim, int b) {
    if (prim == Prim.NOT) {
      code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
    } else {
      code.aload(b);
      code.invokevirtual(MASK, prim.name().toLowerCase(java.util.Locale.ROOT), MethodTypeDesc.of(MASK, MASK));
    }
  }

  private void lanewise(Prim prim, Lane lane, int b, int c, long shift) {
    ClassDesc v = vector(lane);
    String name = switch (prim) {
      case MIN, MAX -> (lane.isUnsigned() ? "U" : "") + prim.name();
      case SHL -> "LSHL";
      case SHR -> "ASHR";
      case USHR -> "LSHR";
      default -> prim.name();
    };
    boolean shifting = prim == Prim.SHL || prim == Prim.SHR || prim == Prim.USHR;
    String kind = shifting || prim.arity() == 2 ? "Binary" : prim.arity() == 3 ? "Ternary" : "Unary";
    // SQRT, ABS, NEG and NOT are unary; and, or, xor and the rest of the two-operand ones are binary or associative.
    getOperator(name, kind);
    ClassDesc op = ClassDesc.of(API + "VectorOperators$" + kind);
    if (shifting && b < 0) {
      code.loadConstant(shift);
      code.invokevirtual(v, "lanewise", MethodTypeDesc.of(v, op, CD_long));
      return;
    }
    switch (prim.arity()) {
      case 1 -> code.invokevirtual(v, "lanewise", MethodTypeDesc.of(v, op));
      case 2 -> code.aload(b).invokevirtual(v, "lanewise", MethodTypeDesc.of(v, op, VECTOR));
      default -> code.aload(b).aload(c).invokevirtual(v, "lanewise", MethodTypeDesc.of(v, op, VECTOR, VECTOR));
    }
  }

  private void getOperator(String name, String kind) {
    boolean associative = switch (name) {
      case "ADD", "MUL", "MIN", "MAX", "UMIN", "UMAX", "AND", "OR", "XOR" -> true;
      default -> false;
    };
    operator(name, associative ? "Associative" : kind);
  }

  private static String letter(Lane lane) {
    return switch (lane) {
      case I8, U8 -> "B";
      case I16, U16 -> "S";
      case I32, U32 -> "I";
      case I64, U64 -> "L";
      case F32 -> "F";
      case F64 -> "D";
      case MASK -> throw new IllegalArgumentException("masks are not converted");
    };
  }

  @Override
  int call(Call function, int... operands) {
    throw new IllegalStateException(function + " is called from loops without vectors only");
  }

  /** Emits what stands for the result where nothing is called. */
  private int left(int mask, int operand) {
    rare = rare < 0 ? mask : step(Prim.OR, Lane.MASK, Lane.MASK, rare, mask, -1, 0);
    code.aload(operand);
    int result = keep();
    neverSet.put(result, mask);
    return result;
  }

  /** The mask of the lanes for which a call was left out, or -1. */
  int rareLanes() {
    return rare;
  }

  /** Emits a mask's bits as a long on the stack. */
  void bits(int mask) {
    code.aload(mask).invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long));
  }

  /** One branch for all lanes; the lanes go through arrays, since a vector that is handed to a method would become an object. */
  @Override
  int rare(Call function, int mask, int... operands) {
    if (leaves) {
      return left(mask, operands[0]);
    }
    ClassDesc v = vector(function.lane());
    ClassDesc lanes = ScalarForm.desc(function.lane()).arrayType();
    int result = code.allocateLocal(TypeKind.REFERENCE);
    species(function.lane());
    code.invokestatic(v, "zero", MethodTypeDesc.of(v, SPECIES)).astore(result);
    Label none = code.newLabel();
    anyTrue(mask);
    code.ifeq(none);
    species(function.lane());
    constants.push(code, ScalarForm.type(function), function.target());
    for (int operand : operands) {
      code.aload(operand).invokevirtual(v, "toArray", MethodTypeDesc.of(lanes));
    }
    code.aload(mask).invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long));
    code.invokestatic(RARE, "call", operands.length == 1 ? MethodTypeDesc.of(lanes, ScalarForm.type(function), lanes, CD_long)
        : MethodTypeDesc.of(lanes, ScalarForm.type(function), lanes, lanes, CD_long));
    code.iconst_0().invokestatic(v, "fromArray", MethodTypeDesc.of(v, SPECIES, lanes, CD_int)).astore(result);
    code.labelBinding(none);
    return result;
  }

  @Override
  void prepare(Table table) {
    tables.prepare(table);
  }

  @Override
  int lookup(Table table, int index) {
    return tables.lookup(table, index);
  }

  /**
   * Emits all lanes combined to one value on the stack, in any order: so not for sums of floats. Unsigned ones are compared with their highest
   * bit turned.
   */
  void reduce(Prim prim, Lane lane, int value) {
    boolean turned = lane.isUnsigned() && (prim == Prim.MIN || prim == Prim.MAX);
    long high = -1L << 8 * lane.bytes() - 1;
    code.aload(turned ? step(Prim.XOR, lane, lane, value, constant(lane, high), -1, 0) : value);
    operator(prim.name(), "Associative");
    code.invokevirtual(vector(lane), "reduceLanes", MethodTypeDesc.of(ScalarForm.memory(lane), ClassDesc.of(API + "VectorOperators$Associative")));
    if (turned && lane.bytes() == 8) {
      code.loadConstant(high).lxor();
    } else if (turned) {
      code.loadConstant((int) high).ixor();
    }
  }

  /** Emits whether a lane of a mask is set, as an int on the stack. */
  void anyTrue(int mask) {
    code.aload(mask).invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_boolean));
  }

  /** Emits whether all lanes of a mask are set, as an int on the stack. */
  void allTrue(int mask) {
    code.aload(mask).invokevirtual(MASK, "allTrue", MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_boolean));
  }

  /** Emits the first lane that is set, as an int on the stack. */
  void firstTrue(int mask) {
    code.aload(mask).invokevirtual(MASK, "firstTrue", MethodTypeDesc.of(CD_int));
  }
}
