module sulking {
    requires bot.api;
    requires dev.layers.core;

    provides bot.Command with
            acme.Sulking;
    provides dev.layers.module.ModuleLifecycle with
            acme.Sulking;
}
