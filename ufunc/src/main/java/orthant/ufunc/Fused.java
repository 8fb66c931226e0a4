package orthant.ufunc;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Lane;
import orthant.expr.Term;
import orthant.op.Op;
import orthant.op.TypeRule;

/** From a lazy expression of parameters to an operation that means it: for each combination of types the expression is written down once. */
final class Fused {
  private static final int MOST = 4;

  /** An expression of parameters that have a type and no elements. */
  private record Written(Lazy root, List<Lazy> parameters) {}

  private final String name;
  private final int arity;
  private final Function<Lazy[], Lazy> expression;
  private final Map<List<DType>, Written> written = new ConcurrentHashMap<>();

  private Fused(String name, int arity, Function<Lazy[], Lazy> expression) {
    this.name = name;
    this.arity = arity;
    this.expression = expression;
  }

  static Ufunc of(String name, int arity, Function<Lazy[], Lazy> expression) {
    if (arity < 1 || arity > MOST) {
      throw new IllegalArgumentException("the function " + name + " has " + arity + " parameters; it must have 1 to " + MOST);
    }
    Fused fused = new Fused(name, arity, expression);
    TypeRule rule = (_, ins) -> new TypeRule.Types(fused.written(ins).root.dtype(), ins.clone());
    Op op = new Op(name, arity, rule, (types, operands, parts) -> fused.value(fused.written(types), operands, parts));
    return new Ufunc(new Ufunc.Kind(name, List.of(op), null, null, false, null, new ConcurrentHashMap<>()), Ufunc.Options.NONE);
  }

  private Written written(DType... types) {
    List<DType> key = List.of(types);
    Written known = written.get(key);
    if (known == null) {
      Lazy[] parameters = new Lazy[arity];
      Arrays.setAll(parameters, i -> Lazy.lazy(Nd.zeros(types[i])));
      known = new Written(expression.apply(parameters.clone()), List.of(parameters));
      check(known.root);
      written.put(key, known);
    }
    return known;
  }

  private void check(Lazy node) {
    if (node.axes() != null || node.leaf() != null && node.leaf().ndim() > 0) {
      throw new IllegalArgumentException("the expression of " + name + " has " + (node.axes() != null ? "a reduction" : "an array") + " in it, "
          + node + "; a function is made of element-wise operations on its parameters and numbers");
    }
    for (Lazy operand : node.operands()) {
      check(operand);
    }
  }

  private Term value(Written known, Term[] operands, Op.Parts parts) {
    Map<Lazy, Term> terms = new IdentityHashMap<>();
    for (int i = 0; i < arity; i++) {
      terms.put(known.parameters.get(i), operands[i]);
    }
    return value(known.root, operands[0].re().code(), terms, parts);
  }

  private static Term value(Lazy node, Code code, Map<Lazy, Term> terms, Op.Parts parts) {
    Term known = terms.get(node);
    if (known == null) {
      Lazy[] from = node.operands();
      DType[] types = Arrays.stream(from).map(Lazy::dtype).toArray(DType[]::new);
      Term[] values = Arrays.stream(from).map(operand -> value(operand, code, terms, parts)).toArray(Term[]::new);
      if (node.leaf() != null) {
        known = constant(code, node.leaf());
      } else {
        Op op = (Op) node.op();
        known = op.value(types, values, parts).cast(node.dtype());
        parts.part(op, node.dtype(), known, types, values);
      }
      terms.put(node, known);
    }
    return known;
  }

  private static Term constant(Code code, NDArray number) {
    DType type = number.dtype();
    if (type.isComplex()) {
      var z = number.getComplex();
      return new Term(code.number(Lane.of(type.real()), z.re()), code.number(Lane.of(type.real()), z.im()));
    }
    return Term.of(type.isFloat() ? code.number(Lane.of(type), number.getDouble()) : code.constant(Lane.of(type), number.getLong()));
  }
}
