package bot.host;

import dev.layers.ServiceContract;
import loose.Report;

/** Builds a contract that is refused. */
public final class LooseHost {
    private LooseHost() {}

    public static void main(String[] arguments) {
        try {
            // @start region="build"
            ServiceContract.builder().provides(Report.class).build();
            // @end
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
