package orthant.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import orthant.NDArray;

/** A property that must fail, and the sample to which it must shrink: dtype, shape, unusual strides, elements. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(Shrunk.Hook.class)
@interface Shrunk {
  String value();

  final class Hook implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      try {
        assertEquals(PropertyExecutionResult.Status.FAILED, result.status(), "it must fail");
        String expected = context.findAnnotation(Shrunk.class).map(Shrunk::value).orElseThrow();
        assertEquals(expected, text(result.falsifiedParameters()));
        return result.mapToSuccessful();
      } catch (AssertionError e) {
        return result.mapToFailed(e);
      }
    }

    private static String text(Optional<List<Object>> parameters) {
      return parameters.orElseThrow().stream().map(Hook::text).collect(Collectors.joining("; "));
    }

    private static String text(Object sample) {
      return switch (sample) {
        case NDArray a -> Describe.whole(a) + " " + a;
        case long[] shape -> java.util.Arrays.toString(shape);
        case int[] axes -> java.util.Arrays.toString(axes);
        case Object[] parts -> java.util.Arrays.toString(parts);
        default -> sample.toString();
      };
    }

    @Override
    public int aroundPropertyProximity() {
      return 90;
    }
  }
}
