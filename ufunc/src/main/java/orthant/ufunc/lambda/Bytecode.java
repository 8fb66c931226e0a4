package orthant.ufunc.lambda;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import orthant.expr.Lane;
import orthant.expr.V;

/**
 * Runs methods with values that are not known yet: each instruction writes the step that computes its result. Both sides of a branch are run;
 * where they meet, what differs is selected. There are no loops, so instructions are met in their order.
 *
 * <p>A value is a {@link V}, a {@link Comparison} or a {@link Reference}.
 */
final class Bytecode {
  private static final int MOST = 2000;
  private static final int DEEPEST = 20;

  /** The int -1, 0 or 1 of a comparison of two numbers, and whether it is 1 for NaN, else -1. */
  private record Comparison(V a, V b, boolean greater) {}

  /** An object that is nothing but its fields, if they are known, or one that is not known at all. */
  static final class Reference {
    final String owner;

    Reference(String owner) {
      this.owner = owner;
    }
  }

  /** A variable of the state. */
  private record Field(Reference of, String name) {}

  /**
   * Where a run is.
   *
   * @param path when it is there
   * @param variables locals by their numbers, and fields
   * @param stack the operands
   */
  private record State(int path, Map<Object, Object> variables, List<Object> stack) {
    State at(int other) {
      return new State(other, new HashMap<>(variables), new ArrayList<>(stack));
    }

    void push(Object value) {
      stack.add(value);
    }

    Object pop() {
      return stack.removeLast();
    }

    V number() {
      if (pop() instanceof V v) {
        return v;
      }
      throw new Untranslatable("uses an object");
    }

    void onlyFields() {
      variables.keySet().removeIf(Integer.class::isInstance);
    }
  }

  /** A run of a method: the branches that have not arrived yet, and the places that were passed. */
  private static final class Run {
    final Map<Label, State> waiting = new HashMap<>();
    final Set<Label> passed = new HashSet<>();
    State end;
  }

  private final Numbers numbers;
  private final Classes classes;
  private final Paths paths = new Paths();
  private final Map<Object, Object> fields = new HashMap<>();
  private int done;
  private int depth;

  Bytecode(Numbers numbers, Classes classes) {
    this.numbers = numbers;
    this.classes = classes;
  }

  /** An object made of these values. */
  Reference object(String owner, List<String> names, List<?> values) {
    Reference made = new Reference(owner);
    for (int i = 0; i < names.size(); i++) {
      fields.put(new Field(made, names.get(i)), values.get(i));
    }
    return made;
  }

  /** A part of an object that was made. */
  Object part(Object object, String owner, String name) {
    Object value = object instanceof Reference r && r.owner.equals(owner) ? fields.get(new Field(r, name)) : null;
    if (value == null) {
      throw new Untranslatable("returns an object that it does not make");
    }
    return value;
  }

  /** Insists that a method of an object is not overridden: that it is private, or that of a record. */
  void insistOnNoOther(String owner, String name, String descriptor, Object object) {
    if (!isRecord(owner, object) && !classes.method(owner, name, descriptor).flags().has(AccessFlag.PRIVATE)) {
      throw new Untranslatable("calls " + name + " of an object");
    }
  }

  private boolean isRecord(String owner, Object object) {
    return object instanceof Reference r && r.owner.equals(owner) && !owner.startsWith("java/") && classes.isRecord(owner);
  }

  /** Calls the function itself. */
  Object call(String owner, String name, String descriptor, boolean isStatic, List<Object> operands) {
    return call(owner, name, descriptor, isStatic, operands, new State(Paths.ALWAYS, fields, List.of()));
  }

  /** The result of a call, null if it has none; what the method stores in fields is in the state then. */
  private Object call(String owner, String name, String descriptor, boolean isStatic, List<Object> operands, State now) {
    if (isStatic && operands.stream().allMatch(V.class::isInstance)) {
      V known = numbers.call(owner, name, operands.stream().map(V.class::cast).toList());
      if (known != null) {
        return known;
      }
    }
    MethodModel method = classes.method(owner, name, descriptor);
    CodeModel body = method.code().orElseThrow(() -> new Untranslatable("calls " + name + ", which has no bytecode"));
    if (++depth > DEEPEST) {
      throw new Untranslatable("calls itself, or too deep");
    }
    State start = new State(now.path, new HashMap<>(now.variables), new ArrayList<>());
    start.onlyFields();
    int slot = 0;
    for (Object operand : operands) {
      start.variables.put(slot, operand);
      slot += operand instanceof V v && v.lane().bytes() == 8 ? 2 : 1;
    }
    State end = run(body, start);
    depth--;
    now.variables.putAll(end.variables);
    return end.stack.isEmpty() ? null : end.stack.getLast();
  }

  private State run(CodeModel body, State start) {
    if (!body.exceptionHandlers().isEmpty()) {
      throw new Untranslatable("has a try block");
    }
    Run run = new Run();
    State now = start;
    for (CodeElement element : body) {
      if (element instanceof LabelTarget target) {
        run.passed.add(target.label());
        now = meet(now, run.waiting.remove(target.label()));
      } else if (now != null && !(element instanceof PseudoInstruction)) {
        if (++done > MOST) {
          throw new Untranslatable("is too long");
        }
        now = step(element, now, run);
      }
    }
    if (run.end == null) {
      throw new Untranslatable("has a loop");
    }
    return run.end;
  }

  /** Runs an instruction; the state after it, or null if the next one is not reached from here. */
  private State step(CodeElement element, State now, Run run) {
    switch (element) {
      case LoadInstruction load -> now.push(known(now.variables.get(load.slot())));
      case StoreInstruction store -> now.variables.put(store.slot(), now.pop());
      case IncrementInstruction inc -> {
        V sum = numbers.operator("add", (V) known(now.variables.get(inc.slot())), numbers.constant(Lane.I32, inc.constant()));
        now.variables.put(inc.slot(), sum);
      }
      case ConstantInstruction c when c.opcode() == Opcode.ACONST_NULL -> now.push(new Reference("null"));
      case ConstantInstruction c -> now.push(numbers.constant(c.constantValue()));
      case OperatorInstruction operator -> operate(operator.opcode(), now);
      case ConvertInstruction convert -> now.push(numbers.convert(convert.opcode().name().substring(2), now.number()));
      case StackInstruction stack -> rearrange(stack.opcode(), now.stack);
      case NewObjectInstruction made -> make(made.className().asInternalName(), now);
      case FieldInstruction field -> access(field, now);
      case InvokeInstruction invoke -> invoke(invoke, now);
      case BranchInstruction branch -> {
        return branch(branch, now, run);
      }
      case LookupSwitchInstruction choice -> {
        return choose(now, run, choice.cases(), choice.defaultTarget());
      }
      case TableSwitchInstruction choice -> {
        return choose(now, run, choice.cases(), choice.defaultTarget());
      }
      case ReturnInstruction _ -> {
        now.onlyFields();
        run.end = meet(run.end, now);
        return null;
      }
      case NopInstruction _ -> { }
      case ThrowInstruction _ -> throw new Untranslatable("may throw an exception");
      case Instruction other ->
          throw new Untranslatable("has the instruction " + other.opcode().name().toLowerCase(Locale.ROOT));
      default -> throw new Untranslatable("has a " + element);
    }
    return now;
  }

  private static Object known(Object value) {
    if (value == null) {
      throw new Untranslatable("has variables of several types in one place");
    }
    return value;
  }

  private void operate(Opcode opcode, State now) {
    String name = opcode.name().toLowerCase(Locale.ROOT).substring(1);
    char type = opcode.name().charAt(0);
    V b = now.number();
    if (name.equals("neg")) {
      now.push(numbers.negate(b));
      return;
    }
    V a = now.number();
    switch (name) {
      case "cmp", "cmpl", "cmpg" -> now.push(new Comparison(a, b, !name.equals("cmpl")));
      case "div", "rem" -> {
        if (type == 'F' || type == 'D') {
          if (name.equals("rem")) {
            throw new Untranslatable("takes the remainder of floating-point numbers");
          }
        } else if (paths.and(now.path, equal(b, zero(numbers.counted(b).lane()))) != Paths.NEVER) {
          throw new Untranslatable("divides integers by what may be 0");
        }
        now.push(numbers.operator(name, a, b));
      }
      case "add", "sub", "mul", "and", "or", "xor", "shl", "shr", "ushr" -> now.push(numbers.operator(name, a, b));
      default -> throw new Untranslatable("has the instruction " + opcode.name().toLowerCase(Locale.ROOT));
    }
  }

  private V zero(Lane lane) {
    return numbers.constant(lane, 0);
  }

  private static void rearrange(Opcode opcode, List<Object> stack) {
    int top = stack.size() - 1;
    boolean wide = stack.getLast() instanceof V v && v.lane().bytes() == 8;
    switch (opcode) {
      case POP -> stack.removeLast();
      case POP2 -> stack.subList(wide ? top : top - 1, top + 1).clear();
      case DUP -> stack.add(stack.getLast());
      case DUP_X1 -> stack.add(top - 1, stack.getLast());
      case DUP2 -> stack.addAll(List.copyOf(stack.subList(wide ? top : top - 1, top + 1)));
      case SWAP -> Collections.swap(stack, top, top - 1);
      default -> throw new Untranslatable("has the instruction " + opcode.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Objects are made if they are no more than their fields. */
  private void make(String owner, State now) {
    if (owner.endsWith("Exception") || owner.endsWith("Error")) {
      throw new Untranslatable("may throw an exception");
    }
    if (owner.startsWith("java/") || !classes.isRecord(owner)) {
      throw new Untranslatable("makes an object, " + owner.replace('/', '.'));
    }
    now.push(new Reference(owner));
  }

  private void access(FieldInstruction field, State now) {
    String name = field.name().stringValue();
    if (field.opcode() == Opcode.PUTFIELD) {
      Object value = now.pop();
      now.variables.put(new Field((Reference) now.pop(), name), value);
      return;
    }
    if (name.equals("$assertionsDisabled") && field.owner().asInternalName().startsWith("java/lang/")) {
      now.push(numbers.constant(true));
      return;
    }
    Object value = field.opcode() == Opcode.GETFIELD ? now.variables.get(new Field((Reference) now.pop(), name)) : null;
    if (value == null) {
      throw new Untranslatable("reads or writes the field " + name);
    }
    now.push(value);
  }

  private void invoke(InvokeInstruction invoke, State now) {
    String owner = invoke.owner().asInternalName();
    String name = invoke.name().stringValue();
    MethodTypeDesc type = invoke.typeSymbol();
    boolean isStatic = invoke.opcode() == Opcode.INVOKESTATIC;
    List<Object> operands = new ArrayList<>();
    for (int i = type.parameterCount() + (isStatic ? 0 : 1); i > 0; i--) {
      operands.addFirst(now.pop());
    }
    if (owner.equals("java/lang/Record")) {
      return;
    }
    // Records are final: what is called is their own method.
    if (!isStatic && !isRecord(owner, operands.getFirst())) {
      throw new Untranslatable("calls " + name + " of an object");
    }
    Object result = call(owner, name, type.descriptorString(), isStatic, operands, now);
    if (result != null) {
      now.push(result);
    }
  }

  private State branch(BranchInstruction branch, State now, Run run) {
    Opcode opcode = branch.opcode();
    int taken = switch (opcode) {
      case GOTO, GOTO_W -> Paths.ALWAYS;
      case IFEQ, IFNE, IFLT, IFLE, IFGT, IFGE -> now.stack.getLast() instanceof Comparison c ? compared(opcode, (Comparison) now.pop())
          : test(opcode.name().substring(2), now.number(), null);
      case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPLE, IF_ICMPGT, IF_ICMPGE -> {
        V b = now.number();
        yield test(opcode.name().substring(7), now.number(), b);
      }
      default -> throw new Untranslatable("compares objects");
    };
    go(now, paths.and(now.path, taken), branch.target(), run);
    return stay(now, paths.and(now.path, paths.not(taken)));
  }

  private void go(State now, int path, Label target, Run run) {
    if (path != Paths.NEVER) {
      if (run.passed.contains(target)) {
        throw new Untranslatable("has a loop");
      }
      run.waiting.put(target, meet(run.waiting.get(target), now.at(path)));
    }
  }

  private static State stay(State now, int path) {
    return path == Paths.NEVER ? null : path == now.path ? now : now.at(path);
  }

  private State choose(State from, Run run, List<SwitchCase> cases, Label otherwise) {
    State now = from;
    V value = now.number();
    for (SwitchCase one : cases) {
      if (now != null) {
        int is = equal(value, numbers.constant(Lane.I32, one.caseValue()));
        go(now, paths.and(now.path, is), one.target(), run);
        now = stay(now, paths.and(now.path, paths.not(is)));
      }
    }
    if (now != null) {
      go(now, now.path, otherwise, run);
    }
    return null;
  }

  /** When numbers, neither of which is NaN, compare in some way; the second one is 0 if it is null. */
  private int test(String how, V a, V second) {
    V b = second == null ? zero(Lane.I32) : second;
    return switch (how) {
      case "EQ" -> equal(a, b);
      case "NE" -> paths.not(equal(a, b));
      case "LT" -> when(numbers.less(a, b));
      case "GE" -> paths.not(when(numbers.less(a, b)));
      case "GT" -> when(numbers.less(b, a));
      default -> paths.not(when(numbers.less(b, a)));
    };
  }

  private int compared(Opcode opcode, Comparison c) {
    if (opcode == Opcode.IFEQ || opcode == Opcode.IFNE || !c.a.lane().isFloat()) {
      return test(opcode.name().substring(2), c.a, c.b);
    }
    return switch (opcode) {
      case IFLT -> c.greater ? when(numbers.less(c.a, c.b)) : paths.not(when(numbers.atMost(c.b, c.a)));
      case IFLE -> c.greater ? when(numbers.atMost(c.a, c.b)) : paths.not(when(numbers.less(c.b, c.a)));
      case IFGT -> c.greater ? paths.not(when(numbers.atMost(c.a, c.b))) : when(numbers.less(c.b, c.a));
      default -> c.greater ? paths.not(when(numbers.less(c.a, c.b))) : when(numbers.atMost(c.b, c.a));
    };
  }

  private int equal(V a, V b) {
    return when(numbers.equal(a, b));
  }

  private int when(V mask) {
    Long bits = numbers.bits(mask);
    return bits == null ? paths.of(mask) : bits != 0 ? Paths.ALWAYS : Paths.NEVER;
  }

  /** The state where two runs meet, either of which may be null. */
  private State meet(State a, State b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    int path = paths.or(a.path, b.path);
    int first = paths.within(a.path, path);
    State met = new State(path, new HashMap<>(), new ArrayList<>());
    for (int i = 0; i < a.stack.size(); i++) {
      met.push(known(selected(first, a.stack.get(i), b.stack.get(i), a, b, met)));
    }
    for (Object variable : a.variables.keySet()) {
      Object value = b.variables.containsKey(variable)
          ? selected(first, a.variables.get(variable), b.variables.get(variable), a, b, met)
          : variable instanceof Field ? a.variables.get(variable) : null;
      if (value != null) {
        met.variables.put(variable, value);
      }
    }
    b.variables.forEach((variable, value) -> {
      if (variable instanceof Field) {
        met.variables.putIfAbsent(variable, value);
      }
    });
    return met;
  }

  /** One of two values, or null if there is no such value. */
  private Object selected(int first, Object x, Object y, State a, State b, State met) {
    if (x.equals(y)) {
      return x;
    }
    if (x instanceof V v && y instanceof V w) {
      return numbers.select(paths.mask(first), v, w);
    }
    if (!(x instanceof Reference r && y instanceof Reference s && r.owner.equals(s.owner))) {
      return null;
    }
    Reference either = new Reference(r.owner);
    for (Object variable : a.variables.keySet()) {
      if (variable instanceof Field f && f.of == r) {
        Object other = b.variables.get(new Field(s, f.name));
        Object value = other == null ? null : selected(first, a.variables.get(f), other, a, b, met);
        if (value != null) {
          met.variables.put(new Field(either, f.name), value);
        }
      }
    }
    return either;
  }
}
