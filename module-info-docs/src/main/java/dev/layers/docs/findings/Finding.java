package dev.layers.docs.findings;

import java.util.List;

/**
 * Something that a person should look at.
 *
 * @param modules those that it is about, sorted; empty if it is about something that could not be read
 * @param found where and what, without what to do
 */
public record Finding(Rule rule, List<String> modules, String found) {}
