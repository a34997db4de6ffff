package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.MemberUse;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the classes of a module name in their constant pools: every type that code links to, and every text that looks like
 * a descriptor or signature. A text that only looks like one adds a package; nothing that is used is missed.
 */
final class Links {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NOWHERE = -1;

    private final Set<String> own;
    private final RunningImage image;
    private final Shared shared;
    private final Map<ByteBuffer, String> seen = new HashMap<>();
    private final SortedSet<String> packages = new TreeSet<>();
    private final SortedSet<MemberUse> members = new TreeSet<>();

    Links(ModuleDescriptor descriptor, RunningImage image, Shared shared) {
        this.own = descriptor.packages();
        this.image = image;
        this.shared = shared;
        descriptor.uses().forEach(service -> addPackage(DocumentedType.packageOf(service)));
        descriptor.provides().forEach(provides -> addPackage(DocumentedType.packageOf(provides.service())));
    }

    SortedSet<String> packages() {
        return Collections.unmodifiableSortedSet(packages);
    }

    SortedSet<MemberUse> members() {
        return Collections.unmodifiableSortedSet(members);
    }

    void add(ClassFile file) {
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
        for (int index = 1; index < file.getItemCount(); index++) {
            int offset = file.getItem(index);
            if (offset > 0) {
                addItem(file, offset, bytes);
            }
        }
    }

    private void addItem(ClassFile file, int offset, ByteBuffer bytes) {
        switch (file.readByte(offset - 1)) {
            case UTF8 -> addDescriptor(bytes, offset + 2, offset + 2 + file.readUnsignedShort(offset));
            case CLASS -> addClass(file, file.getItem(file.readUnsignedShort(offset)), bytes);
            case FIELD, METHOD, INTERFACE_METHOD -> addMember(file, offset, bytes);
            default -> {
                // names no type by itself
            }
        }
    }

    private void addClass(ClassFile file, int name, ByteBuffer bytes) {
        if (bytes.get(name + 2) != '[') {
            packageOf(bytes, name + 2, name + 2 + file.readUnsignedShort(name));
        }
    }

    private void addMember(ClassFile file, int offset, ByteBuffer bytes) {
        int type = file.getItem(file.readUnsignedShort(file.getItem(file.readUnsignedShort(offset))));
        if (bytes.get(type + 2) == '[' || !isOfOtherModule(bytes, type + 2, type + 2 + file.readUnsignedShort(type))) {
            return;
        }
        char[] buffer = new char[file.getMaxStringLength()];
        int nameAndType = file.getItem(file.readUnsignedShort(offset + 2));
        members.add(new MemberUse(
                shared.once(Names.binary(file.readClass(offset, buffer))),
                shared.once(file.readUTF8(nameAndType, buffer)),
                shared.once(file.readUTF8(nameAndType + 2, buffer))));
    }

    private boolean isOfOtherModule(ByteBuffer bytes, int start, int end) {
        String packageName = packageOf(bytes, start, end);
        return isForeign(packageName) && !image.holds(packageName);
    }

    /** Takes each {@code Lorg/acme/Type;} or {@code Lorg/acme/Type<}. */
    private void addDescriptor(ByteBuffer bytes, int offset, int end) {
        if (offset == end || !startsDescriptor(bytes.get(offset))) {
            return;
        }
        int start = NOWHERE;
        for (int index = offset; index < end; index++) {
            byte letter = bytes.get(index);
            if (letter == 'L' && start == NOWHERE) {
                start = index + 1;
            } else if (endsName(letter)) {
                if (start != NOWHERE && letter != ':') {
                    packageOf(bytes, start, index);
                }
                start = NOWHERE;
            }
        }
    }

    private static boolean startsDescriptor(byte letter) {
        return letter == 'L' || letter == '(' || letter == '[' || letter == '<';
    }

    private static boolean endsName(byte letter) {
        return letter == ';' || letter == '<' || letter == ':' || letter == '(' || letter == ')';
    }

    /** Returns the package of the internal name that stands there, made into a text only when it is first seen. */
    private String packageOf(ByteBuffer bytes, int start, int end) {
        int slash = end - 1;
        while (slash > start && bytes.get(slash) != '/') {
            slash--;
        }
        if (slash <= start) {
            return "";
        }
        ByteBuffer written = bytes.limit(slash).position(start);
        String packageName = seen.get(written);
        bytes.clear();
        return packageName == null ? firstSeen(bytes, start, slash) : packageName;
    }

    private String firstSeen(ByteBuffer bytes, int start, int end) {
        byte[] written = new byte[end - start];
        bytes.get(start, written);
        String packageName = shared.once(Names.binary(new String(written, StandardCharsets.UTF_8)));
        seen.put(ByteBuffer.wrap(written), packageName);
        addPackage(packageName);
        return packageName;
    }

    private void addPackage(String packageName) {
        if (isForeign(packageName) && Names.isPackage(packageName)) {
            packages.add(packageName);
        }
    }

    private boolean isForeign(String packageName) {
        return !packageName.isEmpty() && !own.contains(packageName);
    }
}
