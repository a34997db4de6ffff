module painting {
    requires acme.colors;
    requires bot.api;

    provides bot.Command with
            acme.Paint;
}
