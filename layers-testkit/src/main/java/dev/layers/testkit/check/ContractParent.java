package dev.layers.testkit.check;

/**
 * The parent of the loaders of contracts: the platform and the packages of Layers, none of what the command brings for
 * itself.
 */
final class ContractParent extends ClassLoader {
    private static final String SHARED = "dev.layers.";

    ContractParent() {
        super("contract parent", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(SHARED)) {
            throw new ClassNotFoundException(name);
        }
        return Class.forName(name, false, ContractParent.class.getClassLoader());
    }
}
