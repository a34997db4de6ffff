/** The bot: a console, its own words, and the commands that modules bring. */
package dev.layers.sample.host;
