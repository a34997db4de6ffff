/** The whole picture of an artifact, for people: who implements what, and what of the JDK is reached for. */
package dev.layers.internal.survey;
