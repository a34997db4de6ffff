package dev.layers.docs.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments in lines that start with three slashes. A JDK knows them as Javadoc from 23 on: written in the old way they read
 * alike on all of them.
 */
final class MarkdownComments {
    private static final Pattern RUN = Pattern.compile("(?m)(?:^[ \\t]*///.*(?:\\R|\\z))+");
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*///");

    private MarkdownComments() {}

    static String rewritten(String source) {
        if (!source.contains("///")) {
            return source;
        }
        return RUN.matcher(source).replaceAll(run -> Matcher.quoteReplacement(traditional(run.group())));
    }

    private static String traditional(String run) {
        String text = START.matcher(run.replace("*/", "*&#47;")).replaceAll(" *");
        return "/**\n" + text.stripTrailing() + "\n */\n";
    }
}
