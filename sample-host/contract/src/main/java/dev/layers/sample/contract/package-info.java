/** The contract of the bot: modules provide {@code Command}s and use the {@code Room} they are run in. */
package dev.layers.sample.contract;
