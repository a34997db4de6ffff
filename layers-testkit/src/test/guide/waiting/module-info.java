module waiting {
    requires bot.api;

    provides bot.Command with
            acme.Waiting;
}
