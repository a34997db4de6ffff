module menu {
    requires acme.fonts;

    provides bot.Command with
            acme.menu.Menu;
}
