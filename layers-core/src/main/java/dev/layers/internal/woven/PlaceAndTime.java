package dev.layers.internal.woven;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Defaults that a host may well want as a module has set them: told, and left. */
@SuppressWarnings("ImmutableEnumChecker") // its functions have no state
enum PlaceAndTime {
    ZONE(
            "the default time zone",
            TimeZone::getDefault,
            value -> TimeZone.setDefault((TimeZone) value),
            value -> ((TimeZone) value).getID()),
    LOCALE("the default locale", Locale::getDefault, value -> Locale.setDefault((Locale) value), Object::toString),
    DISPLAY(
            "the default locale for display",
            () -> Locale.getDefault(Locale.Category.DISPLAY),
            value -> Locale.setDefault(Locale.Category.DISPLAY, (Locale) value),
            Object::toString),
    FORMAT(
            "the default locale for formatting",
            () -> Locale.getDefault(Locale.Category.FORMAT),
            value -> Locale.setDefault(Locale.Category.FORMAT, (Locale) value),
            Object::toString);

    private final String title;
    private final Supplier<Object> reading;
    private final Consumer<@Nullable Object> writing;
    private final Function<Object, String> text;

    PlaceAndTime(
            String title, Supplier<Object> reading, Consumer<@Nullable Object> writing, Function<Object, String> text) {
        this.title = title;
        this.reading = reading;
        this.writing = writing;
        this.text = text;
    }

    /** Changes it, and has the generation that is running remember that. */
    static void change(PlaceAndTime place, @Nullable Object value) {
        Object before = place.reading.get();
        place.writing.accept(value);
        Belongings.innermost().ifPresent(by -> {
            Belongings owner = Objects.requireNonNull(Belongings.of(by));
            Object first = before;
            for (Change earlier : owner.undoings().all(Change.class)) {
                if (earlier.place() == place) {
                    owner.undoings().forget(earlier::equals);
                    first = earlier.before();
                }
            }
            owner.undoings().add(new Change(place, first, place.reading.get(), by.getName()));
        });
    }

    /** That a generation has changed one of them. */
    private record Change(PlaceAndTime place, Object before, Object after, String by) implements Undoing {
        @Override
        public String what() {
            return place.title;
        }

        @Override
        public Optional<String> undo() throws Irreversible {
            Object now = place.reading.get();
            if (now.equals(before) || !now.equals(after)) {
                return Optional.empty();
            }
            if (Belongings.of(now.getClass()) != null) {
                place.writing.accept(before);
                return Optional.of(place.title + " was set back");
            }
            throw new Irreversible(
                    place.title + " was changed to '" + place.text.apply(after) + "' by '" + by + "' and stays");
        }
    }
}
