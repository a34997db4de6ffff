module leaky {
    requires bot.api;

    provides bot.Command with
            acme.Listening;
}
