module acme.colors {
    exports acme.colors;
}
