/** Threads that run module code: those the manager makes, those a module asks for, those it started by itself. */
package dev.layers.internal.thread;
