package dev.layers.internal.desired;

import java.util.Optional;

/**
 * The contract that a file was written for.
 *
 * @param module the name of its module
 * @param version the version of that, if any other will not do
 * @param place line and column in the file
 */
public record DesiredContract(String module, Optional<String> version, String place) {}
