package dev.layers.internal.reference;

/** Names one provider of one service, the same in every generation. */
public record ServiceKey(String service, String provider) {}
