/** Lessons, the shell and the benchmarks. */
@SuppressWarnings("requires-automatic") // XChart and JMH have no module descriptors
module orthant.examples {
  requires orthant.core;
  requires orthant.ufunc;
  requires orthant.linalg;
  requires orthant.parallel;
  requires orthant.mpi;
  requires java.desktop;
  requires java.management;
  requires jdk.jshell;
  requires info.picocli;
  requires org.knowm.xchart;
  requires jmh.core;

  opens orthant.examples to info.picocli;
  opens orthant.examples.accuracy to info.picocli;
  opens orthant.examples.bench to info.picocli;
  opens orthant.examples.co2 to info.picocli;
  opens orthant.examples.cold to info.picocli;
  opens orthant.examples.shell to info.picocli;
  opens orthant.examples.traffic to info.picocli;
}
