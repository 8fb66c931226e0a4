package orthant.ufunc.compile;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.memory.Raw;

/** One element at a time, in variables of Java's own types; truth values are the ints 0 and 1. */
final class ScalarForm extends Form {
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");

  ScalarForm(CodeBuilder code) {
    super(code);
  }

  @Override
  int width() {
    return 1;
  }

  static TypeKind kind(Lane lane) {
    return switch (lane) {
      case MASK, I32 -> TypeKind.INT;
      case I64 -> TypeKind.LONG;
      case F32 -> TypeKind.FLOAT;
      case F64 -> TypeKind.DOUBLE;
    };
  }

  static ClassDesc desc(Lane lane) {
    return switch (lane) {
      case MASK, I32 -> CD_int;
      case I64 -> CD_long;
      case F32 -> CD_float;
      case F64 -> CD_double;
    };
  }

  private static String suffix(Lane lane) {
    return switch (lane) {
      case MASK -> "Byte";
      case I32 -> "Int";
      case I64 -> "Long";
      case F32 -> "Float";
      case F64 -> "Double";
    };
  }

  private static ClassDesc memory(Lane lane) {
    return lane == Lane.MASK ? CD_byte : desc(lane);
  }

  private int keep(Lane lane) {
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
    Lane lane = Lane.of(type);
    code.invokestatic(RAW, "get" + suffix(lane), MethodTypeDesc.of(memory(lane), CD_long));
    if (lane == Lane.MASK) {
      // Any byte but 0 is true.
      truth(Opcode.IFNE);
    }
    return keep(lane);
  }

  @Override
  int loadApart(DType type, int elements) {
    return load(type);
  }

  @Override
  int loadFixed(DType type) {
    return load(type);
  }

  @Override
  void store(DType type, int value, Runnable address) {
    Lane lane = Lane.of(type);
    address.run();
    push(lane, value);
    if (lane == Lane.MASK) {
      code.i2b();
    }
    code.invokestatic(RAW, "set" + suffix(lane), MethodTypeDesc.of(CD_void, CD_long, memory(lane)));
  }

  @Override
  int constant(Lane lane, long bits) {
    switch (lane) {
      case MASK, I32 -> code.loadConstant((int) bits);
      case I64 -> code.loadConstant(bits);
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
      case CONVERT -> code.conversion(kind(from), kind(to));
      case REINTERPRET -> reinterpret(from, to);
      case EQ, NE, LT, LE -> compare(prim, from);
      case MIN, MAX, FMA, ABS -> math(prim, from);
      case SQRT -> sqrt(from);
      default -> arithmetic(prim, from, shift);
    }
    return keep(to);
  }

  private void reinterpret(Lane from, Lane to) {
    switch (from) {
      case F64 -> code.invokestatic(DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
      case F32 -> code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
      case I64 -> code.invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
      case I32 -> code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      case MASK -> throw new IllegalArgumentException("reinterpret " + from + " as " + to);
    }
  }

  private void compare(Prim prim, Lane lane) {
    // The comparison with NaN must make LT and LE false: the "greater" flavour is 1 on NaN.
    boolean plain = false;
    switch (lane) {
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
    code.invokestatic(MATH, prim.name().toLowerCase(java.util.Locale.ROOT), type);
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

  private void arithmetic(Prim prim, Lane lane, long shift) {
    TypeKind kind = kind(lane);
    switch (prim) {
      case ADD -> pick(kind, code::iadd, code::ladd, code::fadd, code::dadd);
      case SUB -> pick(kind, code::isub, code::lsub, code::fsub, code::dsub);
      case MUL -> pick(kind, code::imul, code::lmul, code::fmul, code::dmul);
      case DIV -> pick(kind, null, null, code::fdiv, code::ddiv);
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
      case SHL, SHR, USHR -> {
        code.loadConstant((int) shift);
        pick(kind, prim == Prim.SHL ? code::ishl : prim == Prim.SHR ? code::ishr : code::iushr,
            prim == Prim.SHL ? code::lshl : prim == Prim.SHR ? code::lshr : code::lushr, null, null);
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
