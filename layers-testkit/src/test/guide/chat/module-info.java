module chat {
    requires bot.api;
    requires dev.layers.core;

    provides bot.Command with
            acme.Chat;
    provides dev.layers.module.ModuleLifecycle with
            acme.Chat;
}
