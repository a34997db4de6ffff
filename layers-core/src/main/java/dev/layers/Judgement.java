package dev.layers;

import dev.layers.internal.collect.Watch;
import java.util.concurrent.CompletableFuture;

/**
 * What is known, and will be, of something that was dropped.
 *
 * @param watch how far it has gone
 * @param verdict what can be said first
 * @param collected that it is collected, now or later; never completes normally when nobody looks any longer
 */
record Judgement(Watch watch, CompletableFuture<Verdict> verdict, CompletableFuture<Verdict.Collected> collected) {}
