module loose.api {
    exports loose;
}
