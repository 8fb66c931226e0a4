package orthant.testing;

import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;
import orthant.Index;
import orthant.NDArray;

/**
 * How arrays, pairs of them and indices are written in jqwik's reports: dtype, shape, strides if they are unusual, and the elements as
 * NumPy prints them. On the class path jqwik finds it by itself; otherwise use {@link ArrayDomain}.
 */
@SuppressWarnings("exports")
public final class ArrayFormat implements SampleReportingFormat {
  /** For jqwik. */
  public ArrayFormat() {}

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof NDArray || value instanceof Overlapping || value instanceof Index;
  }

  @Override
  public Object report(Object value) {
    if (value instanceof NDArray a) {
      String text = a.toString();
      return SampleReportingFormat.plainLabel(Describe.whole(a) + (text.contains("\n") ? ":\n" : ": ") + text);
    }
    return SampleReportingFormat.plainLabel(value.toString());
  }

  @Override
  public Optional<String> label(Object value) {
    return Optional.empty();
  }

  @Override
  public int priority() {
    return 10;
  }
}
