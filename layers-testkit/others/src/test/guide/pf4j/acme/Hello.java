package acme;

import dev.layers.others.Greeter;
import org.pf4j.Extension;

@Extension
public class Hello implements Greeter {
    @Override
    public String greet(String name) {
        return "Hello " + name;
    }
}
