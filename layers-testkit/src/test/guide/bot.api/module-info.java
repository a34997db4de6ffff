module bot.api {
    exports bot;
}
