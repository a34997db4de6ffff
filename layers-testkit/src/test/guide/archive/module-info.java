module archive {
    requires bot.api;
    requires dev.layers.core;

    provides bot.Archive with
            acme.Memory;
    provides bot.Command with
            acme.Failing;
    provides dev.layers.module.ModuleLifecycle with
            acme.Memory;
}
