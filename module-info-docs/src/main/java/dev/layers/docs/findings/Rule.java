package dev.layers.docs.findings;

/** What is looked for, why it matters, and what to do about it. The gravest come first. */
public enum Rule {
    UNREADABLE(
            "Unreadable input",
            "What could not be read is missing on every page, and everything that depends on it may be wrong.",
            "Build the artifact again, or leave it out."),
    MISSING_MODULE(
            "Missing modules",
            "A module that requires them does not resolve: the JVM ends before any code runs.",
            "Add the artifact of the missing module to the module path, and to the paths given here."),
    CYCLE(
            "Cycles",
            "Modules in a cycle cannot be compiled or resolved one after the other; automatic modules in a cycle can never"
                    + " get descriptors as they are.",
            "Move what both sides need to a module of its own, or merge the modules."),
    SPLIT_PACKAGE(
            "Split packages",
            "The JVM refuses modules of one layer that have a package in common, and on the class path the order of jars"
                    + " decides whose class is loaded.",
            "Rename the package in one of the modules, merge them, or leave out the artifact that repeats the other."),
    AUTOMATIC_MODULE(
            "Automatic modules on the way to jlink",
            "An automatic module cannot be linked, and so neither can a module that needs one; its name may change with"
                    + " the name of its file.",
            "Ask for a release with a descriptor, generate one with 'jdeps --generate-module-info', or replace the"
                    + " library."),
    EXPORTED_INTERNALS(
            "Exported internals",
            "What is exported to everyone is used by someone, and what a signature names but nobody may see cannot be used"
                    + " properly.",
            "Export the package only to those who need it ('exports ... to'), or move the type to an exported package."),
    UNREADABLE_SIGNATURE(
            "Signatures with types of modules that callers do not read",
            "A caller that requires only this module cannot compile against such a signature.",
            "Write 'requires transitive' for the other module, or keep its types out of the exported signatures."),
    UNPROVIDED_SERVICE(
            "Services nobody provides",
            "The lookup finds nothing; a default, if there is one, is all there is.",
            "Add the module that provides the service; if it is meant to come at run time, all is well."),
    UNUSED_SERVICE(
            "Services nobody uses",
            "No module looks the provider up, so nothing binds it and its code is dead weight.",
            "Add 'uses' where the service is looked up, or remove the 'provides'; if a host looks it up for its modules at"
                    + " run time, all is well."),
    UNUSED_REQUIRES(
            "Unused requires",
            "The module asks for more than it needs: a longer start, a larger image, and a tie that breaks for nothing.",
            "Remove the 'requires'; keep it if names are looked up by reflection only."),
    MISSING_OPTIONAL_MODULE(
            "Optional modules that are not there",
            "Needed to compile only ('requires static'); without it the module runs without what it adds.",
            "Nothing, if that is meant; else add the artifact to the module path.");

    private final String title;
    private final String reason;
    private final String advice;

    Rule(String title, String reason, String advice) {
        this.title = title;
        this.reason = reason;
        this.advice = advice;
    }

    /** Returns what a list of its findings is called. */
    public String title() {
        return title;
    }

    /** Returns why it matters, as a sentence. */
    public String reason() {
        return reason;
    }

    /** Returns what to do, as a sentence. */
    public String advice() {
        return advice;
    }
}
