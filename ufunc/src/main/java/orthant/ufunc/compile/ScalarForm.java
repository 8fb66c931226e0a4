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
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import orthant.DType;
import orthant.expr.Call;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Table;
import orthant.memory.Raw;

/** One element at a time, in variables of Java's own types; truth values are the ints 0 and 1. */
final class ScalarForm extends Form {
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final ClassDesc SIGNED = ClassDesc.of(SignedIntegers.class.getName());
  private static final ClassDesc UNSIGNED = ClassDesc.of(UnsignedIntegers.class.getName());
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");

  private final ClassConstants constants;
  /** The variables that hold records, by the handle that made them and its operands. */
  private final Map<List<Object>, Integer> records = new HashMap<>();

  ScalarForm(CodeBuilder code, ClassConstants constants) {
    super(code);
    this.constants = constants;
  }

  @Override
  int width() {
    return 1;
  }

  static TypeKind kind(Lane lane) {
    return switch (lane) {
      case MASK, I8, I16, I32, U8, U16, U32 -> TypeKind.INT;
      case I64, U64 -> TypeKind.LONG;
      case F32 -> TypeKind.FLOAT;
      case F64 -> TypeKind.DOUBLE;
    };
  }

  static ClassDesc desc(Lane lane) {
    return switch (lane) {
      case MASK, I8, I16, I32, U8, U16, U32 -> CD_int;
      case I64, U64 -> CD_long;
      case F32 -> CD_float;
      case F64 -> CD_double;
    };
  }

  private static String suffix(Lane lane) {
    return switch (lane) {
      case MASK, I8, U8 -> "Byte";
      case I16, U16 -> "Short";
      case I32, U32 -> "Int";
      case I64, U64 -> "Long";
      case F32 -> "Float";
      case F64 -> "Double";
    };
  }

  static ClassDesc memory(Lane lane) {
    return lane.bytes() == 1 ? CD_byte : lane.bytes() == 2 ? CD_short : desc(lane);
  }

  int keep(Lane lane) {
    int local = code.allocateLocal(kind(lane));
    code.storeLocal(kind(lane), local);
    return local;
  }

  void push(Lane lane, int value) {
    code.loadLocal(kind(lane), value);
  }

  /** Emits an assignment to a variable. */
  void assign(Lane lane, int variable, int value) {
    push(lane, value);
    code.storeLocal(kind(lane), variable);
  }

  @Override
  int load(DType type) {
    Lane lane = Lane.memory(type);
    code.invokestatic(RAW, "get" + suffix(lane), MethodTypeDesc.of(memory(lane), CD_long));
    if (lane == Lane.MASK) {
      // Any byte but 0 is true.
      truth(Opcode.IFNE);
    } else if (lane.isUnsigned()) {
      wrap(lane);
    }
    return keep(lane);
  }

  @Override
  int loadApart(DType type, int elements) {
    return load(type);
  }

  @Override
  int loadBack(DType type) {
    return load(type);
  }

  @Override
  int[] loadPair(DType type, boolean anyOrder) {
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address).lload(address);
    int re = load(type);
    code.lload(address).loadConstant((long) type.size()).ladd();
    return new int[] {re, load(type)};
  }

  @Override
  void storePair(DType type, int re, int im, boolean anyOrder, Runnable address) {
    store(type, re, address);
    store(type, im, () -> {
      address.run();
      code.loadConstant((long) type.size()).ladd();
    });
  }

  @Override
  int loadFixed(DType type) {
    return load(type);
  }

  @Override
  void store(DType type, int value, Runnable address) {
    Lane lane = Lane.memory(type);
    address.run();
    push(lane, value);
    if (lane.bytes() == 1) {
      code.i2b();
    } else if (lane.bytes() == 2) {
      code.i2s();
    }
    code.invokestatic(RAW, "set" + suffix(lane), MethodTypeDesc.of(CD_void, CD_long, memory(lane)));
  }

  @Override
  int constant(Lane lane, long bits) {
    switch (lane) {
      case MASK, I8, I16, I32, U8, U16, U32 -> code.loadConstant((int) bits);
      case I64, U64 -> code.loadConstant(bits);
      case F32 -> code.loadConstant(Float.intBitsToFloat((int) bits));
      case F64 -> code.loadConstant(Double.longBitsToDouble(bits));
    }
    return keep(lane);
  }

  @Override
  int step(Prim prim, Lane from, Lane to, int a, int b, int c, long shift) {
    if (prim == Prim.SELECT) {
      Label no = code.newLabel();
      Label end = code.newLabel();
      int out = code.allocateLocal(kind(to));
      push(Lane.MASK, a);
      code.ifeq(no);
      assign(to, out, b);
      code.goto_(end);
      code.labelBinding(no);
      assign(to, out, c);
      code.labelBinding(end);
      return out;
    }
    push(from, a);
    if (b >= 0) {
      push(from, b);
    }
    if (c >= 0) {
      push(from, c);
    }
    switch (prim) {
      case CONVERT -> convert(from, to);
      case REINTERPRET -> reinterpret(from, to);
      case EQ, NE, LT, LE -> compare(prim, from);
      case MIN, MAX -> {
        if (wideUnsigned(from)) {
          code.invokestatic(UNSIGNED, prim.name().toLowerCase(Locale.ROOT), MethodTypeDesc.of(desc(from), desc(from), desc(from)));
        } else {
          math(prim, from);
        }
      }
      case FMA, ABS -> math(prim, from);
      case SQRT -> sqrt(from);
      case BIT_COUNT -> bitCount(from);
      case SHL, SHR, USHR -> shift(prim, from, b, shift);
      case DIV, REM -> divide(prim, from);
      default -> arithmetic(prim, from);
    }
    if (to.isInteger() && prim != Prim.CONVERT && prim != Prim.REINTERPRET) {
      wrap(to);
    }
    return keep(to);
  }

  /** Whether variables of a lane hold its bits, not its value: Java has no type for the value. */
  private static boolean wideUnsigned(Lane lane) {
    return lane == Lane.U32 || lane == Lane.U64;
  }

  /** Cuts the int on the stack to a narrow lane. */
  void wrap(Lane lane) {
    switch (lane) {
      case I8 -> code.i2b();
      case I16 -> code.i2s();
      case U8 -> code.loadConstant(0xff).iand();
      case U16 -> code.i2c();
      default -> { }
    }
  }

  private void convert(Lane from, Lane to) {
    if (from == Lane.U32 && kind(to) == TypeKind.LONG) {
      code.i2l().loadConstant(0xffffffffL).land();
      return;
    }
    if (kind(from) != kind(to)) {
      code.conversion(kind(from), kind(to));
    }
    wrap(to);
  }

  private void shift(Prim prim, Lane lane, int distance, long constant) {
    if (distance < 0) {
      code.loadConstant((int) constant);
    } else if (kind(lane) == TypeKind.LONG) {
      code.l2i();
    }
    boolean logical = prim == Prim.USHR;
    if (logical && (lane == Lane.I8 || lane == Lane.I16)) {
      // The sign bits above the lane must not come in.
      code.swap().loadConstant(lane == Lane.I8 ? 0xff : 0xffff).iand().swap();
    }
    pick(kind(lane), prim == Prim.SHL ? code::ishl : logical ? code::iushr : code::ishr,
        prim == Prim.SHL ? code::lshl : logical ? code::lushr : code::lshr, null, null);
  }

  private void divide(Prim prim, Lane lane) {
    if (lane.isFloat()) {
      pick(kind(lane), null, null, code::fdiv, code::ddiv);
      return;
    }
    String name = prim == Prim.DIV ? "divide" : "remainder";
    code.invokestatic(wideUnsigned(lane) ? UNSIGNED : SIGNED, name, MethodTypeDesc.of(desc(lane), desc(lane), desc(lane)));
  }

  @Override
  int call(Call function, int... operands) {
    if (function.whole() != null) {
      return call(function.whole(), function, operands);
    }
    ClassDesc type = type(function);
    boolean floats = function.lane() == Lane.F32;
    ClassDesc d = floats ? CD_double : desc(function.lane());
    constants.push(code, type, function.target());
    for (int operand : operands) {
      push(function.lane(), operand);
      if (floats) {
        code.f2d();
      }
    }
    code.invokeinterface(type, function.lane().isFloat() ? "applyAsDouble" : "applyAsLong",
        function.arity() == 1 ? MethodTypeDesc.of(d, d) : MethodTypeDesc.of(d, d, d));
    if (floats) {
      code.d2f();
    }
    return keep(function.lane());
  }

  /** The interface of java.util.function that a function is of. */
  static ClassDesc type(Call function) {
    return ClassDesc.of("java.util.function." + (function.lane().isFloat() ? "Double" : "Long")
        + (function.arity() == 1 ? "UnaryOperator" : "BinaryOperator"));
  }

  @Override
  int rare(Call function, int mask, int... operands) {
    Label no = code.newLabel();
    int out = constant(function.lane(), 0);
    push(Lane.MASK, mask);
    code.ifeq(no);
    assign(function.lane(), out, call(function, operands));
    code.labelBinding(no);
    return out;
  }

  @Override
  void prepare(Table table) {}

  @Override
  int lookup(Table table, int index) {
    Lane bits = table.lane().integer(true);
    constants.push(code, desc(bits).arrayType(), table.stored());
    push(bits, index);
    if (bits == Lane.I64) {
      code.l2i();
    }
    code.loadConstant(table.size() - 1).iand().arrayLoad(kind(bits));
    reinterpret(bits, table.lane());
    return keep(table.lane());
  }

  private void pushAll(Call function, int... operands) {
    for (int i = 0; i < operands.length; i++) {
      push(function.operands().get(i), operands[i]);
    }
  }

  /** Calls through a handle; a record is made once for all its components that are wanted of the same operands. */
  private int call(MethodHandle whole, Call function, int... operands) {
    if (function.part() == null) {
      invoke(whole, () -> pushAll(function, operands));
      return keep(function.lane());
    }
    List<Object> key = List.of(whole, Arrays.stream(operands).boxed().toList());
    Integer known = records.get(key);
    if (known == null) {
      invoke(whole, () -> pushAll(function, operands));
      known = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(known);
      records.put(key, known);
    }
    int record = known;
    invoke(function.part(), () -> code.aload(record));
    return keep(function.lane());
  }

  private void invoke(MethodHandle handle, Runnable operands) {
    constants.push(code, ConstantDescs.CD_MethodHandle, handle);
    operands.run();
    code.invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", handle.type().describeConstable().orElseThrow());
  }

  private void reinterpret(Lane from, Lane to) {
    if (kind(from) == kind(to)) {
      wrap(to);
      return;
    }
    switch (from) {
      case F64 -> code.invokestatic(DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
      case F32 -> code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
      case I64, U64 -> code.invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
      case I32, U32 -> code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      default -> throw new IllegalArgumentException("reinterpret " + from + " as " + to);
    }
  }

  private void compare(Prim prim, Lane lane) {
    // The comparison with NaN must make LT and LE false: the "greater" flavour is 1 on NaN.
    boolean plain = false;
    switch (lane) {
      case U64 -> code.invokestatic(ClassDesc.of("java.lang.Long"), "compareUnsigned", MethodTypeDesc.of(CD_int, CD_long, CD_long));
      case U32 -> code.invokestatic(ClassDesc.of("java.lang.Integer"), "compareUnsigned", MethodTypeDesc.of(CD_int, CD_int, CD_int));
      case F64 -> code.dcmpg();
      case F32 -> code.fcmpg();
      case I64 -> code.lcmp();
      default -> plain = true;
    }
    truth(switch (prim) {
      case EQ -> plain ? Opcode.IF_ICMPEQ : Opcode.IFEQ;
      case NE -> plain ? Opcode.IF_ICMPNE : Opcode.IFNE;
      case LT -> plain ? Opcode.IF_ICMPLT : Opcode.IFLT;
      default -> plain ? Opcode.IF_ICMPLE : Opcode.IFLE;
    });
  }

  /** Turns a branch into 0 or 1. */
  private void truth(Opcode branch) {
    Label yes = code.newLabel();
    Label end = code.newLabel();
    int out = code.allocateLocal(TypeKind.INT);
    code.branch(branch, yes);
    code.iconst_0().istore(out).goto_(end);
    code.labelBinding(yes);
    code.iconst_1().istore(out);
    code.labelBinding(end);
    code.iload(out);
  }

  private void math(Prim prim, Lane lane) {
    ClassDesc d = desc(lane);
    MethodTypeDesc type = switch (prim.arity()) {
      case 1 -> MethodTypeDesc.of(d, d);
      case 2 -> MethodTypeDesc.of(d, d, d);
      default -> MethodTypeDesc.of(d, d, d, d);
    };
    code.invokestatic(MATH, prim.name().toLowerCase(Locale.ROOT), type);
  }

  private void sqrt(Lane lane) {
    // The square root of a float, rounded from double, is the correctly rounded one.
    if (lane == Lane.F32) {
      code.f2d();
    }
    code.invokestatic(MATH, "sqrt", MethodTypeDesc.of(CD_double, CD_double));
    if (lane == Lane.F32) {
      code.d2f();
    }
  }

  private void bitCount(Lane lane) {
    if (kind(lane) == TypeKind.LONG) {
      code.invokestatic(ClassDesc.of("java.lang.Long"), "bitCount", MethodTypeDesc.of(CD_int, CD_long)).i2l();
      return;
    }
    if (lane == Lane.I8 || lane == Lane.I16) {
      // The sign bits above the lane do not count.
      code.loadConstant(lane == Lane.I8 ? 0xff : 0xffff).iand();
    }
    code.invokestatic(ClassDesc.of("java.lang.Integer"), "bitCount", MethodTypeDesc.of(CD_int, CD_int));
  }

  private void arithmetic(Prim prim, Lane lane) {
    TypeKind kind = kind(lane);
    switch (prim) {
      case ADD -> pick(kind, code::iadd, code::ladd, code::fadd, code::dadd);
      case SUB -> pick(kind, code::isub, code::lsub, code::fsub, code::dsub);
      case MUL -> pick(kind, code::imul, code::lmul, code::fmul, code::dmul);
      case NEG -> pick(kind, code::ineg, code::lneg, code::fneg, code::dneg);
      case AND -> pick(kind, code::iand, code::land, null, null);
      case OR -> pick(kind, code::ior, code::lor, null, null);
      case XOR -> pick(kind, code::ixor, code::lxor, null, null);
      case NOT -> {
        if (kind == TypeKind.LONG) {
          code.loadConstant(-1L).lxor();
        } else {
          code.loadConstant(lane == Lane.MASK ? 1 : -1).ixor();
        }
      }
      default -> throw new IllegalArgumentException(prim + " is not defined for lane " + lane);
    }
  }

  private static void pick(TypeKind kind, Runnable i, Runnable l, Runnable f, Runnable d) {
    Runnable chosen = switch (kind) {
      case INT -> i;
      case LONG -> l;
      case FLOAT -> f;
      default -> d;
    };
    chosen.run();
  }
}
