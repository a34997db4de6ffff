module optional {
    requires bot.api;
    requires static acme.colors;

    provides bot.Command with
            acme.MaybePaint;
}
