package dev.layers.benchmarks.systems;

/** A class of ordinary size, some fields and some methods, as plug-ins have many. */
public final class OrdinaryClass {
    private static final int MEMBERS = 10;

    private OrdinaryClass() {}

    /**
     * Returns the text of the public class {@code Type<number>}, whose {@code loaded(String)} is 1.
     *
     * @param inPackage its package
     * @param number what tells it from others
     * @param more further members
     */
    public static String text(String inPackage, int number, String more) {
        StringBuilder text = new StringBuilder("package " + inPackage + "; public class Type" + number + " { ");
        for (int member = 0; member < MEMBERS; member++) {
            text.append(("private String field%1$d = \"value %2$d\"; public int method%1$d(String text)"
                            + " { return field%1$d.length() + text.indexOf(\"%2$d\"); } ")
                    .formatted(member, number * member));
        }
        return text + more + "public int loaded(String text) { return method1(text) + method2(text) > 0 ? 1 : 0; } }";
    }

    /**
     * Returns statements that load such classes by use, and count them in {@code loaded}.
     *
     * @param inPackage their package
     * @param most the number of the last, from 1 on
     */
    public static String uses(String inPackage, int most) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= most; number++) {
            text.append("loaded += new %s.Type%d().loaded(text); ".formatted(inPackage, number));
        }
        return text.toString();
    }
}
