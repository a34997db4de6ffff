/** The commands of the module and what runs behind them. */
package dev.layers.sample.chat;
