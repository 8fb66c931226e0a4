package orthant.ufunc;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import orthant.Complex;
import orthant.DType;
import orthant.Nd;
import orthant.expr.Call;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.op.Op;
import orthant.op.TypeRule;
import orthant.ufunc.lambda.Translation;

/** From a Java function to operations, one for each of its results, whose meaning is its expression, or to call it if it has none. */
final class UserFunction {
  private static final int MOST = 4;

  private UserFunction() {}

  static Ufunc of(String name, Class<?> type, Object function) {
    Method method = Call.method(type);
    DType[] operands = Arrays.stream(method.getParameterTypes()).map(UserFunction::type).toArray(DType[]::new);
    if (operands.length < 1 || operands.length > MOST) {
      throw new IllegalArgumentException("the function " + name + " has " + operands.length + " parameters; it must have 1 to " + MOST);
    }
    Class<?> result = method.getReturnType();
    Class<?>[] results = result.isRecord() && result != Complex.class
        ? Arrays.stream(result.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new) : new Class<?>[] {result};
    Arrays.stream(results).forEach(UserFunction::type);
    Translation translation = Translation.of(method, function);
    Function<V[], V[]> meaning = translation.program() != null ? x -> translation.program().inline(x[0].code(), x)
        : calling(Call.of(name, method, function));
    List<Op> ops = new ArrayList<>();
    int at = 0;
    for (Class<?> one : results) {
      DType out = type(one);
      ops.add(op(results.length > 1 ? name + ops.size() : name, operands, out, at, meaning));
      at += out.isComplex() ? 2 : 1;
    }
    String how = translation.program() != null ? "the function, translated from its bytecode"
        : "the function is called for each element: it " + translation.reason();
    return new Ufunc(new Ufunc.Kind(name, List.copyOf(ops), operands, null, false, how, new ConcurrentHashMap<>()), Ufunc.Options.NONE);
  }

  private static Function<V[], V[]> calling(List<Call> calls) {
    return x -> calls.stream().map(call -> x[0].code().call(call, x)).toArray(V[]::new);
  }

  private static DType type(Class<?> type) {
    if (type == Complex.class) {
      return DType.complex128;
    }
    return switch (Call.lane(type)) {
      case F64 -> DType.float64;
      case F32 -> DType.float32;
      case I64 -> DType.int64;
      case I32 -> DType.int32;
      default -> DType.bool;
    };
  }

  /** One result, of which the number (or the real part) is at a place among all numbers that the function results in. */
  private static Op op(String name, DType[] operands, DType result, int at, Function<V[], V[]> meaning) {
    TypeRule rule = (op, ins) -> {
      for (int i = 0; i < ins.length; i++) {
        if (!Nd.canCast(ins[i], operands[i])) {
          throw new IllegalArgumentException(op + " is a function of " + Arrays.toString(operands) + " but operand " + i + " is " + ins[i]
              + ", which is not cast safely; use astype");
        }
      }
      return new TypeRule.Types(result, operands);
    };
    return new Op(name, operands.length, rule, v -> meaning.apply(v)[at], terms -> {
      List<V> flat = new ArrayList<>();
      for (Term t : terms) {
        flat.add(t.re());
        if (t.isComplex()) {
          flat.add(t.im());
        }
      }
      V[] all = meaning.apply(flat.toArray(new V[0]));
      return new Term(all[at], result.isComplex() ? all[at + 1] : null);
    });
  }
}
