package dev.layers.testkit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A source file that exists only as text.
 *
 * @param path where the file would stand below a source directory
 * @param module the module it declares, if it is a {@code module-info.java}
 */
record SourceText(String path, Optional<String> module, String text) {
    private static final String GAP = "(?:\\s|//[^\n]*|/\\*(?s:.*?)\\*/)";
    private static final String WORD = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";
    private static final String NAME = WORD + "(?:\\." + WORD + ")*+";
    private static final String TEXT_BLOCK = "\"\"\"[^\"\\\\]*+(?:(?:\\\\(?s:.)|\"(?!\"\"))[^\"\\\\]*+)*+\"\"\"";
    private static final String STRING = "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"";
    private static final String CHARACTER = "'(?:\\\\.[^']*+|[^'\\\\])'";

    /** Comments and literals are tokens of their own, so that no declaration is ever found within one. */
    private static final String SKIPPED = GAP + "|" + TEXT_BLOCK + "|" + STRING + "|" + CHARACTER;

    private static final String KEYWORD = "(?<![.\\p{javaJavaIdentifierPart}])";

    private static final Pattern MODULE =
            Pattern.compile(SKIPPED + "|" + KEYWORD + "module" + GAP + "++(" + NAME + ")");
    private static final Pattern PACKAGE =
            Pattern.compile(SKIPPED + "|" + KEYWORD + "package" + GAP + "++(" + NAME + ")");
    private static final Pattern TYPE =
            Pattern.compile(SKIPPED + "|" + KEYWORD + "(?:class|interface|enum|record)" + GAP + "++(" + WORD + ")");

    static SourceText ofModule(String text) {
        String module = first(MODULE, text)
                .orElseThrow(() -> new IllegalArgumentException("Module declaration not found in: " + text.strip()));
        return new SourceText("module-info.java", Optional.of(module), text);
    }

    static SourceText ofType(String text) {
        String folder = first(PACKAGE, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Package declaration not found, a module has no unnamed package: " + text.strip()))
                .replace('.', '/');
        String file = first(TYPE, text).orElse("package-info");
        return new SourceText(folder + "/" + file + ".java", Optional.empty(), text);
    }

    private static Optional<String> first(Pattern declaration, String text) {
        return declaration
                .matcher(text)
                .results()
                .flatMap(match -> Optional.ofNullable(match.group(1)).stream())
                .findFirst();
    }
}
