package acme;

/** A dictionary of one word. */
public final class English implements Dictionary {
    @Override
    public boolean has(String word) {
        return word.equals("ann");
    }
}
