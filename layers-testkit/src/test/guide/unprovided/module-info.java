module unprovided {
    requires bot.api;
}
