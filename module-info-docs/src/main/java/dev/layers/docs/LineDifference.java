package dev.layers.docs;

import java.util.Optional;

/** A line that should read otherwise, should be there or should not; counted from 1 in the text that was found. */
record LineDifference(int number, Optional<String> expected, Optional<String> found) {}
