module bot.host {
    requires bot.api;
    requires dev.layers.core;
}
