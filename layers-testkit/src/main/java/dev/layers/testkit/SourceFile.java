package dev.layers.testkit;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source text as the compiler reads it. */
final class SourceFile extends SimpleJavaFileObject {
    private final SourceText source;

    SourceFile(SourceText source) {
        super(URI.create("text:///" + source.path()), Kind.SOURCE);
        this.source = source;
    }

    @Override
    public String getName() {
        return source.path();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
    }
}
