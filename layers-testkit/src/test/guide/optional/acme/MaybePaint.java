package acme;

import acme.colors.Colors;
import bot.Command;

/** Uses a module if it is there. */
public final class MaybePaint implements Command {
    // @start region="run"
    private static final boolean COLORED = MaybePaint.class.getModule().getLayer().findModule("acme.colors").isPresent();

    // @end
    // @start region="run"
    @Override
    public String run(String arguments) {
        return COLORED ? Colors.red(arguments) : arguments;     // 'Colors' is linked only if this line gets there
    }
    // @end
}
