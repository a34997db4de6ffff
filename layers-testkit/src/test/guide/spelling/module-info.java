module spelling {
    requires bot.api;

    uses acme.Dictionary;

    provides acme.Dictionary with
            acme.English;
    provides bot.Command with
            acme.Spell;
}
