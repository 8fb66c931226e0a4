package orthant.ufunc.lambda;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import orthant.Complex;
import orthant.DType;
import orthant.expr.Call;
import orthant.expr.Code;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;

/**
 * The expression of a Java function, made of the bytecode of its lambda.
 *
 * <p>A lambda whose type is {@link Serializable} tells the method that it is, and what it has captured. That method is run with values that are
 * not known yet, and what it returns is the expression.
 *
 * @param program the parameters to the numbers of the result, a complex one being two; null if there is none
 * @param reason null, or what the function does for which there is no expression, as the rest of a sentence
 */
public record Translation(Program program, String reason) {
  private static final int LONGEST = 600;
  private static final int SAMPLES = 60;

  /**
   * The translation of a function.
   *
   * @param method the method of its interface
   * @param function the function
   * @return with the expression, or the reason why there is none; nothing is thrown
   */
  public static Translation of(Method method, Object function) {
    try {
      Program program = program(method, function);
      check(program, method, function);
      return new Translation(program, null);
    } catch (Untranslatable e) {
      return new Translation(null, e.getMessage());
    } catch (Exception | LinkageError | StackOverflowError e) {
      // Class files may say anything.
      return new Translation(null, "could not be read (" + e + ")");
    }
  }

  private static Program program(Method method, Object function) throws IOException {
    SerializedLambda lambda = lambda(function);
    Code code = new Code();
    Numbers numbers = new Numbers(code);
    Bytecode bytecode = new Bytecode(numbers, new Classes(function.getClass().getClassLoader()));
    List<Object> operands = new ArrayList<>();
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      operands.add(captured(lambda.getCapturedArg(i), numbers, bytecode));
    }
    for (Class<?> type : method.getParameterTypes()) {
      Term term = code.term(type == Complex.class ? DType.complex128 : Numbers.type(Call.lane(type)));
      operands.add(term.isComplex() ? complex(bytecode, term.re(), term.im()) : term.re());
    }
    boolean isStatic = lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic;
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(lambda.getImplMethodSignature());
    int from = isStatic ? 0 : 1;
    if (lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial || type.parameterCount() + from != operands.size()) {
      throw new Untranslatable("is a reference to a constructor, or to a method with another number of parameters");
    }
    if (!isStatic) {
      bytecode.insistOnNoOther(lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature(), operands.getFirst());
    }
    for (int i = from; i < operands.size(); i++) {
      operands.set(i, widened(numbers, type.parameterType(i - from).descriptorString(), operands.get(i)));
    }
    Object result = bytecode.call(lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature(), isStatic, operands);
    List<Term> values = new ArrayList<>();
    results(method.getReturnType(), result, numbers, bytecode, values);
    Program program = code.returns(values.stream().map(v -> Numbers.type(v.re().lane())).toArray(DType[]::new), values.toArray(new Term[0]));
    if (program.length() > LONGEST) {
      throw new Untranslatable("is too long, " + program.length() + " steps");
    }
    return program;
  }

  /** What a lambda says of itself when it is written; nothing is written. */
  private static SerializedLambda lambda(Object function) throws IOException {
    if (!(function instanceof Serializable)) {
      throw new Untranslatable("is not serializable, so that it does not tell where its bytecode is");
    }
    if (!function.getClass().isHidden() || !function.getClass().isSynthetic()) {
      throw new Untranslatable("is an object of " + function.getClass() + ", not a lambda");
    }
    SerializedLambda[] said = {null};
    class Listening extends ObjectOutputStream {
      Listening() throws IOException {
        super(OutputStream.nullOutputStream());
        enableReplaceObject(true);
      }

      @Override
      protected Object replaceObject(Object written) {
        if (written instanceof SerializedLambda lambda) {
          said[0] = lambda;
        }
        return null;
      }
    }
    try (var out = new Listening()) {
      out.writeObject(function);
    }
    if (said[0] == null) {
      throw new Untranslatable("does not tell where its bytecode is");
    }
    return said[0];
  }

  private static Object captured(Object value, Numbers numbers, Bytecode bytecode) {
    return switch (value) {
      case Complex z -> complex(bytecode, numbers.constant(z.re()), numbers.constant(z.im()));
      case Double _, Float _, Long _, Integer _, Short _, Byte _, Character _, Boolean _ -> numbers.constant(value);
      case null, default -> new Bytecode.Reference("");
    };
  }

  private static Bytecode.Reference complex(Bytecode bytecode, V re, V im) {
    return bytecode.object("orthant/Complex", List.of("re", "im"), List.of(re, im));
  }

  /** An operand as the method of a method reference wants it. */
  private static Object widened(Numbers numbers, String descriptor, Object value) {
    if (!(value instanceof V v)) {
      return value;
    }
    return switch (descriptor) {
      case "D", "F", "J" -> numbers.convert(descriptor, v);
      case "I", "Z", "B", "S", "C" -> v;
      default -> throw new Untranslatable("takes numbers as objects");
    };
  }

  private static void results(Class<?> type, Object value, Numbers numbers, Bytecode bytecode, List<Term> values) {
    if (type.isRecord()) {
      String owner = type.getName().replace('.', '/');
      List<Term> parts = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        results(component.getType(), bytecode.part(value, owner, component.getName()), numbers, bytecode, parts);
      }
      values.addAll(parts);
    } else if (value instanceof V v) {
      values.add(Term.of(numbers.as(Call.lane(type), v)));
    } else {
      throw new Untranslatable("returns numbers as objects");
    }
  }

  /** Compares with the function itself: the class file may be another one than that of the class. */
  private static void check(Program program, Method method, Object function) throws ReflectiveOperationException {
    SplittableRandom random = new SplittableRandom(1);
    long[] args = new long[program.inputs()];
    long[] values = new long[program.length()];
    for (int k = 0; k < SAMPLES; k++) {
      List<Object> operands = new ArrayList<>();
      int at = 0;
      for (Class<?> type : method.getParameterTypes()) {
        int parts = type == Complex.class ? 2 : 1;
        Object[] numbers = new Object[parts];
        for (int i = 0; i < parts; i++) {
          Lane lane = type == Complex.class ? Lane.F64 : Call.lane(type);
          args[at] = sample(lane, random);
          numbers[i] = boxed(lane, args[at++]);
        }
        operands.add(parts == 1 ? numbers[0] : new Complex((double) numbers[0], (double) numbers[1]));
      }
      Interpreter.run(program, args, values);
      List<Object> wanted = new ArrayList<>();
      flatten(method.invoke(function, operands.toArray()), wanted);
      for (int i = 0; i < program.outputs(); i++) {
        int step = program.result(i);
        if (!boxed(program.instr(step).lane(), values[step]).equals(wanted.get(i))) {
          throw new Untranslatable("does another thing than its class file says, for " + operands);
        }
      }
    }
  }

  private static long sample(Lane lane, SplittableRandom random) {
    double[] special = {0.0, -0.0, 1, -1, 2, 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Long.MIN_VALUE, 0x1p63, 1e300};
    return Interpreter.bits(lane, switch (random.nextInt(3)) {
      case 0 -> special[random.nextInt(special.length)];
      case 1 -> random.nextInt(-9, 10);
      default -> random.nextDouble(-1e3, 1e3);
    });
  }

  /** A number as an object that equals others of the same bits, all NaN being the same. */
  private static Object boxed(Lane lane, long bits) {
    return switch (lane) {
      case F64 -> Double.longBitsToDouble(bits);
      case F32 -> Float.intBitsToFloat((int) bits);
      case I64 -> bits;
      case I32 -> (int) bits;
      default -> bits != 0;
    };
  }

  private static void flatten(Object result, List<Object> numbers) throws ReflectiveOperationException {
    if (!(result instanceof Record)) {
      numbers.add(result);
      return;
    }
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      flatten(component.getAccessor().invoke(result), numbers);
    }
  }
}
