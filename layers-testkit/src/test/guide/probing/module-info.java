module probing {
    requires dev.layers.core;

    provides dev.layers.module.ModuleLifecycle with
            acme.Hooks;
}
