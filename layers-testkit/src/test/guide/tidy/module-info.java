module tidy {
    requires bot.api;

    provides bot.Command with
            acme.Clock;
}
