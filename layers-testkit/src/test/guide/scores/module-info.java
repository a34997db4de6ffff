module scores {
    requires bot.api;
    requires dev.layers.core;

    provides bot.Command with
            acme.Scores;
    provides dev.layers.module.ModuleLifecycle with
            acme.Scores;
}
