package dev.layers.testkit.check;

import picocli.CommandLine.IVersionProvider;

/** Says which version of the command runs on which JVM. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "layers-check " + (own == null ? "unpackaged" : own), "JVM " + System.getProperty("java.runtime.version")
        };
    }
}
