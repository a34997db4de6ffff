/** The threads that a dump of the JDK shows, which are all there are: no other place shows virtual ones. */
package dev.layers.internal.dump;
