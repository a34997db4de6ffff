package dev.layers.internal.desired;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads text as JSON. */
final class ValueReader {
    private final JsonParser parser;
    private final Faults faults;

    private ValueReader(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Returns the value that {@code text} is; empty if it is none, which is then among the faults. */
    static Optional<Value> read(String text, Faults faults) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return Optional.of(new ValueReader(parser, faults).readWhole());
        } catch (JsonEOFException end) {
            faults.add(location(end), "", "the file ends before what it began; wanted the whole of it");
            return Optional.empty();
        } catch (JsonProcessingException malformed) {
            faults.add(location(malformed), "", "not JSON: " + firstLine(malformed.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("A string cannot fail to be read", impossible);
        }
    }

    private static Location location(JsonProcessingException failure) {
        return failure.getLocation() == null ? new Location(1, 1) : Location.of(failure.getLocation());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private Value readWhole() throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "empty");
        }
        Value value = read("");
        if (parser.nextToken() != null) {
            faults.add(here(), "", "something follows the end of the object; wanted nothing");
        }
        return value;
    }

    private Value read(String path) throws IOException {
        Location location = here();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Value.Members(location, members(path));
            case START_ARRAY -> new Value.Items(location, items(path));
            case VALUE_STRING -> new Value.Text(location, parser.getText());
            default -> new Value.Literal(location, parser.getText());
        };
    }

    private Map<String, Value.Member> members(String path) throws IOException {
        Map<String, Value.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Location key = here();
            String name = parser.currentName();
            parser.nextToken();
            Value.Member earlier = members.get(name);
            Value.Member member = new Value.Member(key, read(Route.member(path, name)));
            if (earlier == null) {
                members.put(name, member);
            } else {
                faults.add(key, Route.member(path, name), "stands there twice, first at " + earlier.key());
            }
        }
        return members;
    }

    private List<Value> items(String path) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(Route.item(path, items.size())));
        }
        return items;
    }

    private Location here() {
        return Location.of(parser.currentTokenLocation());
    }
}
