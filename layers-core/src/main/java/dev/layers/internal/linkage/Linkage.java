package dev.layers.internal.linkage;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;

/**
 * Checks the class files of a module and its private libraries against the contract, before any of them is defined.
 *
 * <p>Add all of them, from any threads, then {@linkplain #check check} once.
 */
public final class Linkage {
    private static final String SUFFIX = ".class";
    private static final int MAGIC = 0xCAFEBABE;
    private static final int NEWEST = Opcodes.V28;

    private final ContractTypes contract;
    private final Map<String, ClassFile> own = new ConcurrentHashMap<>();
    private final Set<String> mentioning = ConcurrentHashMap.newKeySet();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** Takes the types to check against. */
    public Linkage(ContractTypes contract) {
        this.contract = contract;
    }

    /**
     * Takes a class file of the module; the bytes must not change until the check is done.
     *
     * @param artifact the path of the jar or directory that it is in
     * @param entry its path in there, such as {@code acme/Chat.class}
     * @return what is wrong with the file itself
     */
    public List<Finding> add(String artifact, String entry, byte[] classFile) {
        if (entry.equals("module-info.class")) {
            return List.of();
        }
        BigEndian file = new BigEndian(classFile);
        if (file.length() < 8 || file.fourBytes(0) != MAGIC) {
            return refuse(artifact, entry, Rule.CLASS_MALFORMED, "no class file");
        }
        int version = file.twoBytes(6);
        if (version > NEWEST) {
            return refuse(artifact, entry, Rule.NOT_CHECKED, "a class file of version " + version);
        }
        try {
            return add(artifact, entry, ClassFile.read(artifact, file));
        } catch (MalformedClass malformed) {
            return refuse(artifact, entry, Rule.CLASS_MALFORMED, "a class file that cannot be parsed");
        }
    }

    private List<Finding> add(String artifact, String entry, ClassFile file) {
        String name = file.name();
        if (entry.length() != name.length() + SUFFIX.length() || !entry.startsWith(name)) {
            return refuse(artifact, entry, Rule.CLASS_MALFORMED, "class '" + TypeNames.type(name) + "'");
        }
        own.putIfAbsent(name, file);
        if (file.mentions(contract.packages())) {
            mentioning.add(name);
        }
        return List.of();
    }

    /**
     * Says what does not link and which providers do not fit.
     *
     * @param modules the modules that the class files are of
     * @return the findings by place, rule and text
     */
    public List<Finding> check(Collection<ModuleReference> modules) {
        return check(modules, contract);
    }

    /**
     * Says what does not link, against the contract and the loaded modules that are required.
     *
     * @param modules the modules that the class files are of
     * @param against the types of the contract that it was made with, or those extended by loaded modules
     * @return the findings by place, rule and text
     */
    public List<Finding> check(Collection<ModuleReference> modules, ContractTypes against) {
        mention(against);
        Types types = new Types(against, own, copied(against));
        List<Finding> findings = new ArrayList<>();
        if (!mentioning.isEmpty()) {
            Heirs heirs = Heirs.of(own.values(), types);
            for (ClassFile file : heirs.using(own.values(), mentioning)) {
                check(file, types, heirs, findings);
            }
        }
        new Providers(types, own, unreadable).check(modules).forEach(findings::add);
        types.malformed().forEach(name -> findings.add(malformed(name)));
        if (findings.isEmpty()) {
            return List.of();
        }
        findings.sort(Comparator.comparing(Finding::where)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::found));
        return List.copyOf(findings);
    }

    /** What may be named of loaded modules was not known when the class files came. */
    @SuppressWarnings("ReferenceEquality") // the same types, not equal ones
    private void mention(ContractTypes against) {
        if (against != contract) {
            own.forEach((name, file) -> {
                if (file.mentions(against.packages())) {
                    mentioning.add(name);
                }
            });
        }
    }

    private static void check(ClassFile file, Types types, Heirs heirs, List<Finding> findings) {
        try {
            findings.addAll(checked(file, types, heirs));
        } catch (StackOverflowError nested) {
            // nothing here goes deeper with its input; what nevertheless does is no class that a compiler wrote,
            // and an error is no answer to who asks whether a module can be loaded
            types.addMalformed(file.name());
        }
    }

    private static List<Finding> checked(ClassFile file, Types types, Heirs heirs) {
        Faults faults = new Faults(file);
        TypeCheck typeCheck = new TypeCheck(types, file, faults);
        MemberCheck memberCheck = new MemberCheck(types, file, faults);
        Heritage heritage = new Heritage(types, file, faults);
        if (heirs.contains(file.name())) {
            typeCheck.checkSuperTypes();
            heritage.check();
        }
        try {
            Uses.of(file, types, heirs).forEach((use, place) -> {
                if (use instanceof Use.OfType type) {
                    typeCheck.check(type, place);
                } else if (use instanceof Use.OfMethod method) {
                    memberCheck.check(method, place);
                } else if (use instanceof Use.OfField field) {
                    memberCheck.check(field, place);
                } else if (use instanceof Use.OfLambda lambda) {
                    heritage.check(lambda, place);
                }
            });
        } catch (MalformedClass malformed) {
            types.addMalformed(file.name());
        }
        return faults.findings().toList();
    }

    /** Returns the packages of the contract that the module has classes of; another rule refuses that. */
    private Set<String> copied(ContractTypes against) {
        Set<String> copied = new HashSet<>();
        mentioning.forEach(name -> copied.add(TypeNames.packageOf(name)));
        unreadable.forEach(name -> copied.add(TypeNames.packageOf(name)));
        copied.retainAll(against.packageNames());
        return copied;
    }

    private Finding malformed(String name) {
        ClassFile file = own.get(name);
        return Rule.CLASS_MALFORMED.at(file == null ? name : file.where(), "a class file that cannot be parsed");
    }

    private List<Finding> refuse(String artifact, String entry, Rule rule, String found) {
        unreadable.add(entry.endsWith(SUFFIX) ? entry.substring(0, entry.length() - SUFFIX.length()) : entry);
        return List.of(rule.at(artifact + ": " + entry, found));
    }
}
