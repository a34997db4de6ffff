package acme;

import dev.layers.others.Greeter;

public class Hello implements Greeter {
    @Override
    public String greet(String name) {
        return "Hello " + name;
    }
}
