package loose;

import java.util.Scanner;

/** A contract that leaves open what crosses. */
// @start region="report"
public interface Report {
    Page render(Scanner input);

    /** A class that can be changed, and is neither a record nor an interface. */
    class Page {
        public StringBuilder text = new StringBuilder();
    }
}
// @end
