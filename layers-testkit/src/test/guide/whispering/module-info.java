module whispering {
    requires bot.api;
    requires dev.layers.core;

    provides bot.Command with
            acme.Whisper;
    provides dev.layers.module.ModuleLifecycle with
            acme.Whisper;
}
