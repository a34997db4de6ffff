package dev.layers.docs.model;

/**
 * Something that could not be read, and was left out.
 *
 * @param place the path as it was given, and what lies in it
 * @param found what was found, what was wanted, and what to do
 */
public record Trouble(String place, String found) {}
