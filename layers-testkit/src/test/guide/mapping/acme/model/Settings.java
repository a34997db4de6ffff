package acme.model;

/** What is stored. */
public final class Settings {
    private final String owner;

    public Settings(String owner) {
        this.owner = owner;
    }
}
