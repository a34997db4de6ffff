package acme;

/** A service that the module has for itself. */
public interface Dictionary {
    boolean has(String word);
}
