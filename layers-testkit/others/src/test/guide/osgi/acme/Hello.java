package acme;

import dev.layers.others.Greeter;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public class Hello implements BundleActivator, Greeter {
    @Override
    public void start(BundleContext context) {
        context.registerService(Greeter.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public String greet(String name) {
        return "Hello " + name;
    }
}
