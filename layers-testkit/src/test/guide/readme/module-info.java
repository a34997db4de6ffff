module readme {
    requires dev.layers.core;

    provides dev.layers.module.ModuleLifecycle with
            acme.Heartbeat;
}
