package orthant.ufunc;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import orthant.Complex;
import orthant.DType;
import orthant.Nd;
import orthant.expr.Call;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.op.Op;
import orthant.op.TypeRule;

/** From a Java function to operations, one for each of its results, whose meaning is to call it. */
final class UserFunction {
  private static final int MOST = 4;

  private UserFunction() {}

  static Ufunc of(String name, Class<?> type, Object function) {
    Method method = Call.method(type);
    DType[] operands = Arrays.stream(method.getParameterTypes()).map(UserFunction::type).toArray(DType[]::new);
    if (operands.length < 1 || operands.length > MOST) {
      throw new IllegalArgumentException("the function " + name + " has " + operands.length + " parameters; it must have 1 to " + MOST);
    }
    List<Call> calls = Call.of(name, method, function);
    Class<?> result = method.getReturnType();
    Class<?>[] results = result.isRecord() && result != Complex.class
        ? Arrays.stream(result.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new) : new Class<?>[] {result};
    List<Op> ops = new ArrayList<>();
    for (Class<?> one : results) {
      DType out = type(one);
      Call re = calls.getFirst();
      Call im = out.isComplex() ? calls.get(1) : null;
      calls = calls.subList(im == null ? 1 : 2, calls.size());
      ops.add(op(results.length > 1 ? name + ops.size() : name, operands, out, re, im));
    }
    return new Ufunc(new Ufunc.Kind(name, List.copyOf(ops), operands, null, false, new ConcurrentHashMap<>()), Ufunc.Options.NONE);
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

  private static Op op(String name, DType[] operands, DType result, Call re, Call im) {
    TypeRule rule = (op, ins) -> {
      for (int i = 0; i < ins.length; i++) {
        if (!Nd.canCast(ins[i], operands[i])) {
          throw new IllegalArgumentException(op + " is a function of " + Arrays.toString(operands) + " but operand " + i + " is " + ins[i]
              + ", which is not cast safely; use astype");
        }
      }
      return new TypeRule.Types(result, operands);
    };
    return new Op(name, operands.length, rule, v -> v[0].code().call(re, v), terms -> {
      List<V> flat = new ArrayList<>();
      for (Term t : terms) {
        flat.add(t.re());
        if (t.isComplex()) {
          flat.add(t.im());
        }
      }
      V[] values = flat.toArray(new V[0]);
      return new Term(values[0].code().call(re, values), im == null ? null : values[0].code().call(im, values));
    });
  }
}
