module mapping {
    requires acme.mapper;
    requires bot.api;

    provides bot.Command with
            acme.Save;

    opens acme.model to
            acme.mapper;
}
