module acme.fonts {
    requires transitive bot.api;

    exports acme.fonts;

    provides bot.Command with
            acme.fonts.Fonts;
}
