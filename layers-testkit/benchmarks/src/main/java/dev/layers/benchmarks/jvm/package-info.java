/** What a JVM uses, how that grows, and JVMs that are started to see it. */
package dev.layers.benchmarks.jvm;
