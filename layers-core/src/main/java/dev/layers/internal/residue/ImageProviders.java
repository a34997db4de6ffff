package dev.layers.internal.residue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;

/** Deregisters what reads and writes images. */
final class ImageProviders implements Search {
    @Override
    public void run(Owner owner, Residue residue) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        for (Object provider : providers(registry, owner)) {
            residue.undo(
                    "image provider '" + provider.getClass().getName() + "'",
                    "deregistered",
                    () -> registry.deregisterServiceProvider(provider));
        }
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen("javax.imageio.spi.IIORegistry", "javax.imageio.ImageIO");
    }

    private static List<Object> providers(IIORegistry registry, Owner owner) {
        List<Object> own = new ArrayList<>();
        for (Iterator<Class<?>> categories = registry.getCategories(); categories.hasNext(); ) {
            registry.getServiceProviders(categories.next(), owner::owns, false).forEachRemaining(own::add);
        }
        return own.stream().distinct().toList();
    }
}
