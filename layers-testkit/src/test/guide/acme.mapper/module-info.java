module acme.mapper {
    exports acme.mapper;
}
