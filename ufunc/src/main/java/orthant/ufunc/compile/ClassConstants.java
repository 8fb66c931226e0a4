package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Objects that are constants of an emitted class: they travel as class data and are loaded as dynamic constants. */
public final class ClassConstants {
  private static final DirectMethodHandleDesc AT = MethodHandleDesc.ofMethod(
      DirectMethodHandleDesc.Kind.STATIC,
      ClassDesc.of("java.lang.invoke.MethodHandles"),
      "classDataAt",
      MethodTypeDesc.of(
          ConstantDescs.CD_Object, ConstantDescs.CD_MethodHandles_Lookup, ConstantDescs.CD_String, ConstantDescs.CD_Class, ConstantDescs.CD_int));

  private final List<Object> objects = new ArrayList<>();

  /** None yet. */
  public ClassConstants() {}

  /**
   * Emits a constant.
   *
   * @param code where to
   * @param type its class
   * @param value the object
   */
  public void push(CodeBuilder code, ClassDesc type, Object value) {
    int at = objects.indexOf(value);
    if (at < 0) {
      at = objects.size();
      objects.add(value);
    }
    code.ldc(DynamicConstantDesc.ofNamed(AT, ConstantDescs.DEFAULT_NAME, type, at));
  }

  /** The class data. */
  List<Object> objects() {
    return List.copyOf(objects);
  }
}
