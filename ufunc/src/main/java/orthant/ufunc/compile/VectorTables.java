package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import orthant.expr.Lane;
import orthant.expr.Table;

/**
 * Emits lookups in tables that vectors hold, as integers. With 512 bits a table of 16 doubles or 32 floats is two vectors, between which one
 * instruction picks.
 */
final class VectorTables {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
  private static final ClassDesc COMPARISON = ClassDesc.of(API + "VectorOperators$Comparison");

  private final CodeBuilder code;
  private final VectorShapes shapes;
  private final ClassConstants constants;
  /** The variables of the vectors that hold a table, one after the other. */
  private final Map<Table, int[]> held = new HashMap<>();

  VectorTables(CodeBuilder code, VectorShapes shapes, ClassConstants constants) {
    this.code = code;
    this.shapes = shapes;
    this.constants = constants;
  }

  private int keep() {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    return local;
  }

  /** Emits the vectors of a table; one smaller than a vector is repeated in it. */
  void prepare(Table table) {
    if (held.containsKey(table)) {
      return;
    }
    Lane bits = table.lane().integer(true);
    ClassDesc v = VectorForm.vector(bits);
    ClassDesc array = ScalarForm.desc(bits).arrayType();
    int[] parts = new int[Math.max(1, table.size() / shapes.lanes())];
    for (int i = 0; i < parts.length; i++) {
      constants.push(code, SPECIES, shapes.species(bits));
      constants.push(code, array, table.stored());
      code.loadConstant(i * shapes.lanes());
      code.invokestatic(v, "fromArray", MethodTypeDesc.of(v, SPECIES, array, ConstantDescs.CD_int));
      parts[i] = keep();
    }
    held.put(table, parts);
  }

  /** Emits a pick from each vector, or each two vectors, and then between what was picked, by one bit of the index after the other. */
  int lookup(Table table, int index) {
    Lane bits = table.lane().integer(true);
    ClassDesc v = VectorForm.vector(bits);
    int[] parts = held.get(table);
    int[] picked = new int[Math.max(1, parts.length / 2)];
    for (int i = 0; i < picked.length; i++) {
      code.aload(index).aload(parts[Math.min(2 * i, parts.length - 1)]);
      if (parts.length > 1) {
        code.aload(parts[2 * i + 1]).invokevirtual(v, "selectFrom", MethodTypeDesc.of(v, VECTOR, VECTOR));
      } else {
        code.invokevirtual(v, "selectFrom", MethodTypeDesc.of(v, VECTOR));
      }
      picked[i] = keep();
    }
    for (long bit = 2L * shapes.lanes(); picked.length > 1; bit *= 2) {
      int odd = hasBit(bits, index, bit);
      int[] fewer = new int[picked.length / 2];
      for (int i = 0; i < fewer.length; i++) {
        code.aload(picked[2 * i]).aload(picked[2 * i + 1]).aload(odd).invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
        fewer[i] = keep();
      }
      picked = fewer;
    }
    code.aload(picked[0]).invokevirtual(v, "viewAsFloatingLanes", MethodTypeDesc.of(VectorForm.vector(table.lane())));
    return keep();
  }

  private int hasBit(Lane lane, int value, long bit) {
    ClassDesc v = VectorForm.vector(lane);
    code.aload(value);
    if (lane == Lane.I64) {
      code.loadConstant(bit);
    } else {
      code.loadConstant((int) bit);
    }
    code.invokevirtual(v, "and", MethodTypeDesc.of(v, ScalarForm.desc(lane)));
    code.getstatic(ClassDesc.of(API + "VectorOperators"), "NE", COMPARISON).loadConstant(0L);
    code.invokevirtual(v, "compare", MethodTypeDesc.of(MASK, COMPARISON, ConstantDescs.CD_long));
    return keep();
  }
}
