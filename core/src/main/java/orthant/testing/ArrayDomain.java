package orthant.testing;

import java.util.Collection;
import java.util.List;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.configurators.ArbitraryConfigurator;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.providers.ArbitraryProvider;

/**
 * Provides arrays for parameters, and their form in reports: {@code @Domain(ArrayDomain.class)} on a class or a property. Add
 * {@code @Domain(DomainContext.Global.class)} if there are parameters of other types. On the class path neither is needed.
 */
@SuppressWarnings("exports")
public final class ArrayDomain implements DomainContext {
  /** For jqwik. */
  public ArrayDomain() {}

  @Override
  public Collection<ArbitraryProvider> getArbitraryProviders() {
    return List.of(new ArrayProvider());
  }

  @Override
  public Collection<ArbitraryConfigurator> getArbitraryConfigurators() {
    return List.of();
  }

  @Override
  public Collection<SampleReportingFormat> getReportingFormats() {
    return List.of(new ArrayFormat());
  }
}
