package dev.layers.internal.layer;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The resources of one generation and the URLs they go by: {@code layers:/chat/1/acme.chat/acme/chat/greeting.txt}.
 *
 * <p>URLs of its own keep the JDK's cache of opened jars out, and a URL that the host keeps does not lead to the
 * loader. After {@link #close()} they serve nothing.
 */
final class GenerationResources extends URLStreamHandler implements AutoCloseable {
    private static final String PROTOCOL = "layers";

    private final String root;
    private final Map<String, ModuleResources> modules = new LinkedHashMap<>();
    private volatile boolean isClosed;

    /** Opens every module of {@code configuration}; {@code module} and {@code generation} name the root of the URLs. */
    GenerationResources(String module, int generation, Configuration configuration) throws IOException {
        this.root = "/" + module + "/" + generation + "/";
        for (ResolvedModule resolved : configuration.modules()) {
            modules.put(resolved.name(), new ModuleResources(resolved.reference()));
        }
    }

    Map<String, ModuleResources> byPackage() {
        Map<String, ModuleResources> byPackage = new HashMap<>();
        for (ModuleResources module : modules.values()) {
            module.descriptor().packages().forEach(name -> byPackage.put(name, module));
        }
        return byPackage;
    }

    Optional<URL> find(String moduleName, String name) {
        ModuleResources module = modules.get(moduleName);
        return module == null || !module.contains(name) ? Optional.empty() : Optional.of(url(module, name));
    }

    Optional<URL> findVisible(String name) {
        return findAllVisible(name).stream().findFirst();
    }

    /** Finds what code of any module may see of one module. */
    Optional<URL> findVisible(String moduleName, String name) {
        ModuleResources module = modules.get(moduleName);
        return module != null && isVisible(module.descriptor(), name) && module.contains(name)
                ? Optional.of(url(module, name))
                : Optional.empty();
    }

    /** Finds what code of any module may see: classes, and resources that no closed package hides. */
    List<URL> findAllVisible(String name) {
        return modules.values().stream()
                .filter(module -> isVisible(module.descriptor(), name) && module.contains(name))
                .map(module -> url(module, name))
                .toList();
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        for (ModuleResources module : modules.values()) {
            module.close();
        }
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        String path = path(url);
        int slash = path.indexOf('/', root.length());
        ModuleResources module =
                path.startsWith(root) && slash > 0 ? modules.get(path.substring(root.length(), slash)) : null;
        if (module == null) {
            throw new FileNotFoundException(url + ": not a resource of this generation");
        }
        return new ResourceConnection(url, module, path.substring(slash + 1));
    }

    /** The default compares hosts, which may ask the network. */
    @Override
    protected int hashCode(URL url) {
        return url.getPath().hashCode();
    }

    @Override
    protected boolean equals(URL one, URL other) {
        return Objects.equals(one.toExternalForm(), other.toExternalForm());
    }

    private URL url(ModuleResources module, String name) {
        try {
            String path = root + module.name() + "/" + name;
            return new URL(null, new URI(PROTOCOL, null, path, null).toASCIIString(), this);
        } catch (URISyntaxException | MalformedURLException impossible) {
            throw new IllegalArgumentException("Resource '" + name + "' cannot be named by a URL", impossible);
        }
    }

    private static String path(URL url) throws IOException {
        try {
            return url.toURI().getPath();
        } catch (URISyntaxException malformed) {
            throw new IOException(url + ": " + malformed.getMessage(), malformed);
        }
    }

    private static boolean isVisible(ModuleDescriptor descriptor, String name) {
        int slash = name.lastIndexOf('/');
        String packageName = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
        return name.endsWith(".class")
                || descriptor.isOpen()
                || descriptor.isAutomatic()
                || !descriptor.packages().contains(packageName)
                || descriptor.opens().stream()
                        .anyMatch(
                                opens -> !opens.isQualified() && opens.source().equals(packageName));
    }

    /** A connection to bytes in memory. */
    private static final class ResourceConnection extends URLConnection {
        private final ModuleResources module;
        private final String name;
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        ResourceConnection(URL url, ModuleResources module, String name) {
            super(url);
            this.module = module;
            this.name = name;
        }

        @Override
        public void connect() throws IOException {
            if (!connected) {
                bytes = module.read(name);
                connected = true;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return new ByteArrayInputStream(bytes.array(), bytes.arrayOffset(), bytes.limit());
        }

        @Override
        public long getContentLengthLong() {
            try {
                connect();
                return bytes.limit();
            } catch (IOException unreadable) {
                return -1;
            }
        }

        @Override
        public int getContentLength() {
            return (int) getContentLengthLong();
        }
    }
}
