package bot.host;

import dev.layers.ServiceContract;
import loose.Kinds;

/** Tells how the values of a contract cross. */
public final class KindsHost {
    private KindsHost() {}

    public static void main(String[] arguments) {
        // @start region="describe"
        System.out.println(ServiceContract.builder().provides(Kinds.class).build().describe());
        // @end
    }
}
