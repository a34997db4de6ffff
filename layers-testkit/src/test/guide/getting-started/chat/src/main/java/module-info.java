module chat {
    requires bot.api;

    provides bot.Command with
            acme.chat.Ping;
}
