package dev.layers.preflight;

import static dev.layers.preflight.Severity.ERROR;
import static dev.layers.preflight.Severity.NOTE;
import static dev.layers.preflight.Severity.WARNING;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is checked before any code of a module runs. Identifiers are never given to another rule; what a rule wants and
 * advises may be worded better in a later version.
 *
 * @since 0.1
 */
public enum Rule {
    /** Nothing is at the path. */
    ARTIFACT_MISSING(1, ERROR, "a module jar, a directory of classes or a directory of jars", "correct the path"),
    /** What is at the path is neither file nor directory. */
    ARTIFACT_SPECIAL(2, ERROR, "a regular file or a directory", "name a module jar or a directory"),
    /** The file system does not give it. */
    ARTIFACT_UNREADABLE(3, ERROR, "an artifact that this process may read", "correct the path or its permissions"),
    /** The file is no zip archive. */
    NOT_AN_ARCHIVE(4, ERROR, "a zip archive", "put a module jar there"),
    /** The archive has a beginning and no end. */
    ARCHIVE_CUT_SHORT(5, ERROR, "an archive that ends with its end record", "copy it completely, then load it again"),
    /** The directory of the archive does not hold together. */
    ARCHIVE_DAMAGED(6, ERROR, "an archive whose directory describes its entries", "build or copy it again"),
    /** An entry cannot be read, or is not what was written. */
    ENTRY_DAMAGED(7, ERROR, "an entry that can be read and matches its checksum", "build or copy it again"),
    /** Somebody is writing it. */
    NOT_READY(8, ERROR, "an artifact that nobody writes to for %s", "let the writing end, then load it again"),
    /** There are more entries than the host permits. */
    TOO_MANY_ENTRIES(9, ERROR, "at most %s entries", "leave entries out, or raise the host's artifact policy"),
    /** It is larger than the host permits. */
    TOO_LARGE(10, ERROR, "at most %s bytes when inflated", "leave entries out, or raise the host's artifact policy"),
    /** An entry lies deeper than the host permits. */
    TOO_DEEP(11, ERROR, "at most %s names in a path", "move the entry up, or raise the host's artifact policy"),
    /** The name of an entry leads out of the archive, or nowhere. */
    ENTRY_NAME(
            12,
            ERROR,
            "a relative path of printable names with '/' between them, none of them empty, '.' or '..'",
            "rename the entry"),
    /** Two entries have one name: which one is read depends on the reader. */
    ENTRY_TWICE(13, ERROR, "one entry of each name", "remove one of them"),
    /** A directory holds a symbolic link, which may lead anywhere. */
    SYMBOLIC_LINK(14, ERROR, "regular files and directories", "put a copy of its target there"),
    /** A directory holds a pipe, a socket or a device. */
    SPECIAL_FILE(15, ERROR, "regular files and directories", "remove it"),
    /** A class is newer than the running JVM, or needs preview features that it lacks. */
    CLASS_TOO_NEW(16, ERROR, "class files up to Java %s", "compile it for Java %s or run the host on Java %s"),
    /** A class file is not one, or is another class than its path says. */
    CLASS_MALFORMED(
            17,
            ERROR,
            "a class file of the class that its path names",
            "compile it again, or move it to the path of its class"),
    /** The artifact says neither that it is a module nor what it provides. */
    NO_MODULE(
            18,
            ERROR,
            "module-info.class, or files in META-INF/services",
            "add a module descriptor, or name the providers in META-INF/services"),
    /** The module descriptor does not fit the module. */
    DESCRIPTOR_INVALID(19, ERROR, "a valid module descriptor", "correct it and build again"),
    /** A provider configuration file does not fit the module. */
    SERVICES_INVALID(20, ERROR, "the names of provider classes of this artifact", "correct the file and build again"),
    /** The manifest cannot be parsed. */
    MANIFEST_INVALID(21, ERROR, "a valid manifest", "correct it and build again"),
    /** The jar was changed after it was signed. */
    SIGNATURE_BROKEN(22, ERROR, "the bytes that were signed", "sign it again, or get the jar its signer made"),
    /** Several jars of a directory could be the module. */
    MODULE_AMBIGUOUS(
            23,
            ERROR,
            "one module that provides services",
            "leave one in the directory, or load one and name the others as its libraries"),

    /** The name belongs to the host, its contract or the JDK. */
    NAME_RESERVED(30, ERROR, "a name of its own", "rename the module"),
    /** Two artifacts have one module name. */
    NAME_TWICE(31, ERROR, "one artifact of each module name", "remove one of the two"),
    /** Two libraries are the same, byte for byte. */
    LIBRARY_TWICE(32, ERROR, "each library once", "remove one of the two"),
    /** A module of that name is loaded. */
    NAME_LIVE(
            33,
            NOTE,
            "a name that is free, for a load",
            "reload that module if it came from the same path, or unload it first"),
    /** The host was started without the module, and loads none. */
    NOT_LINKED(
            34,
            ERROR,
            "one of the modules that are linked: %s",
            "put it on the module path or the class path of the application, or start that with"
                    + " -Ddev.layers.mode=layered"),

    /** A module that is required is nowhere. */
    REQUIRED_MISSING(
            40,
            ERROR,
            "module '%s' with the module, in the host or loaded",
            "load it first or put it into the same set, bring it as a private library, or remove the 'requires'"),
    /** A module of the JDK is required that the host was started without. */
    REQUIRED_NOT_STARTED(41, ERROR, "%s in the running host", "start the host with --add-modules %s"),
    /** A package is in two artifacts of the module. */
    PACKAGE_SPLIT(42, ERROR, "each package in one artifact", "keep each in one of the two alone"),
    /** A package is also in a module of the host, or one that is loaded, that is read. */
    PACKAGE_OF_HOST(
            43,
            ERROR,
            "every module and package from one side alone",
            "remove it from the artifact, or do not require '%s'"),
    /** Modules require each other. */
    REQUIRES_CYCLE(44, ERROR, "modules that do not require each other", "remove one 'requires' of the cycle"),
    /** A package belongs to the JDK. */
    PACKAGE_OF_JDK(45, ERROR, "packages whose names do not begin with 'java.'", "rename the package"),
    /** The JDK does not resolve it, for a reason that no other rule names. */
    NOT_RESOLVED(46, ERROR, "modules that resolve together with the host's", "correct module-info.java"),
    /** A module that is required is there in a version that will not do, or in none. */
    VERSION_REFUSED(
            47, ERROR, "version %s of module '%s'", "load a version that lies in the range, or change the range in %s"),
    /** The manifest says nothing that can be understood about versions. */
    VERSIONS_INVALID(
            48,
            ERROR,
            "'Layers-Requires: acme.fonts;version=\"[1.2,2)\", acme.text', of modules that are required",
            "correct the manifest and build again"),

    /** A service that the contract demands is not provided. */
    PROVIDER_MISSING(50, ERROR, "a provider of '%s'", "%s"),
    /** A service has more providers than the contract takes. */
    PROVIDER_SURPLUS(51, ERROR, "one provider of '%s'", "remove the others from module-info.java or META-INF/services"),
    /** A provider class is not in the artifact. */
    PROVIDER_ABSENT(52, ERROR, "the class in the module that names it", "correct the name, or build the class into it"),
    /** A provider class is not public. */
    PROVIDER_NOT_PUBLIC(53, ERROR, "a public class", "make it public"),
    /** A provider class cannot be instantiated. */
    PROVIDER_NOT_CREATABLE(
            54,
            ERROR,
            "a concrete class with a public constructor without parameters, or in an explicit module"
                    + " 'public static ... provider()'",
            "add one of the two, or name another class"),
    /** A provider is of another type than the service. */
    PROVIDER_UNFIT(55, ERROR, "a subtype of '%s'", "implement it, or name a class that does"),
    /** The contract's module is bundled. */
    CONTRACT_MODULE_BUNDLED(56, ERROR, "the contract of the host alone", "remove it; require '%s' and do not pack it"),
    /** A package of the contract is bundled. */
    CONTRACT_PACKAGE_BUNDLED(
            57, ERROR, "the contract of the host alone", "remove the package; compile against '%s' and do not pack it"),
    /** A module provides a service of the contract and does not read its module. */
    CONTRACT_NOT_READ(58, ERROR, "'requires %s' in the descriptor", "add it to module-info.java"),

    /** A type of the contract, or of a module that is required, is named and not there. */
    TYPE_MISSING(60, ERROR, "a type of %1$s", "compile the module against %2$s"),
    /** A method or constructor of the contract that is called is not there. */
    METHOD_MISSING(61, ERROR, "%4$s of %1$s", "compile the module against %2$s"),
    /** A field of the contract that is used is not there. */
    FIELD_MISSING(62, ERROR, "a field of %1$s", "compile the module against %2$s"),
    /** A type or member is static, abstract, final or an interface on one side alone. */
    KIND_CHANGED(63, ERROR, "%4$s", "compile the module against %2$s"),
    /** A type or member of the contract may not be used from outside. */
    NOT_ACCESSIBLE(64, ERROR, "public types and members of exported packages", "use what %3$s makes public"),
    /** A class does not implement what the contract declares, or inherits several implementations. */
    NOT_IMPLEMENTED(65, ERROR, "an implementation of every %4$s method", "implement it, or compile against %2$s"),
    /** A class extends or overrides what the contract declares final. */
    FINAL_EXTENDED(66, ERROR, "classes and methods that are not final", "do not extend or override it"),
    /** A class extends a sealed type of the contract. */
    SEALED_EXTENDED(
            67, ERROR, "one of the subtypes that %3$s permits", "use one of them instead of extending the type"),
    /** A module was compiled against another version of the contract. */
    CONTRACT_VERSION(68, NOTE, "a module compiled against the version of the host", "compile it against that version"),
    /** Something of the contract is missing, and the code is prepared for that. */
    GUARDED(69, WARNING, "types and members of %1$s", "compile the module against %2$s"),
    /** A class could not be checked. */
    NOT_CHECKED(70, NOTE, "a class file that this version of Layers understands", "update Layers"),

    /** A module is required that the contract does not allow. */
    REQUIRES_REFUSED(80, ERROR, "'requires' of nothing but %s", "remove it, or ask the host to allow it"),
    /** An automatic module reads every module, whatever is allowed. */
    AUTOMATIC_REFUSED(
            81, ERROR, "a module descriptor, since the contract limits what is required", "add module-info.java"),
    /** Native libraries are bundled and the contract refuses them. */
    NATIVE_BUNDLED(82, ERROR, "no native libraries, since the contract refuses them", "leave them out"),
    /** Native access is asked for and the contract refuses it. */
    NATIVE_ACCESS(
            83,
            ERROR,
            "no native access, since the contract refuses it",
            "remove 'Enable-Native-Access' from the manifest"),

    /** The digest is not one that the host trusts. */
    DIGEST_UNKNOWN(
            90,
            ERROR,
            "one of the digests that the host trusts",
            "add its digest to the host's trust policy, if you trust it"),
    /** Nobody signed it. */
    NOT_SIGNED(91, ERROR, "a jar whose every entry is signed", "sign it as a jar, with jarsigner"),
    /** It is signed by somebody else. */
    SIGNER_UNKNOWN(
            92,
            ERROR,
            "a signature with a certificate that the host trusts",
            "have it signed by one of those the host trusts"),
    /** A certificate is not valid any longer, or not yet. */
    CERTIFICATE_EXPIRED(93, ERROR, "a certificate that is valid now; timestamps do not count", "sign it again"),
    /** Some entries are not signed. */
    PARTIALLY_SIGNED(94, ERROR, "a jar whose every entry is signed by one signer", "sign it again"),

    /** Starts threads of its own. */
    USES_THREADS(100, NOTE, "threads that end before the unload does", "make them with ModuleContext.threadFactory()"),
    /** Makes pools, timers or schedulers. */
    USES_EXECUTORS(
            101,
            NOTE,
            "pools that are shut down before the unload ends",
            "use ModuleContext.executor(), or shut them down in beforeUnload"),
    /** Adds shutdown hooks. */
    USES_SHUTDOWN_HOOKS(102, NOTE, "no shutdown hooks, which hold the module until the JVM ends", "use beforeUnload"),
    /** Registers something with the JDK that outlives the module. */
    USES_REGISTRY(103, NOTE, "registrations that are undone", "undo it in beforeUnload or with ModuleContext.onUnload"),
    /** Changes what belongs to the whole JVM. */
    USES_JVM_STATE(104, NOTE, "state of the JVM as it was", "restore it in beforeUnload"),
    /** Loads native libraries. */
    USES_NATIVE_CODE(105, NOTE, "native code that lets go of every class", "release global references in JNI_OnUnload"),
    /** Keeps values in thread-locals. */
    USES_THREAD_LOCALS(106, NOTE, "thread-locals that are removed", "call remove() before the call returns");

    private final int number;
    private final Severity severity;
    private final String wanted;
    private final String advice;

    Rule(int number, Severity severity, String wanted, String advice) {
        this.number = number;
        this.severity = severity;
        this.wanted = wanted;
        this.advice = advice;
    }

    /**
     * Returns the identifier of the rule.
     *
     * @return {@code L} and three digits
     */
    public String id() {
        return String.format(Locale.ROOT, "L%03d", number);
    }

    /**
     * Returns how much a finding of the rule matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Returns a finding of this rule.
     *
     * @param where the artifact, and the entry, class or module in it
     * @param found what is there
     * @param details what the rule leaves open in what it wants and advises, in this order
     * @return the finding
     * @throws java.util.IllegalFormatException if there are fewer details than the rule leaves open
     */
    public Finding at(Object where, String found, Object... details) {
        String filled = String.format(
                Locale.ROOT,
                wanted + '\n' + advice,
                Stream.of(details).map(Line::of).toArray());
        int line = filled.indexOf('\n');
        return new Finding(this, where.toString(), found, filled.substring(0, line), filled.substring(line + 1));
    }
}
