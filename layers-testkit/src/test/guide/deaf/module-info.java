module deaf {
    requires bot.api;

    provides bot.Command with
            acme.Pump;
}
