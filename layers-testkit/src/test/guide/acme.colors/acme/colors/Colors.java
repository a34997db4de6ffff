package acme.colors;

/** A library. */
public final class Colors {
    private Colors() {}

    public static String red(String text) {
        return "<red>" + text + "</red>";
    }
}
