package dev.layers.internal.boundary;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Copies values of the contract and the JDK: a copy holds no object of a module, and shares none that can change.
 *
 * <p>Records of the contract are made anew by their constructor, containers become plain ones of the JDK, arrays and the
 * changeable values of the JDK are copied. What is called, or ends with its generation, is refused. Other values that are
 * plain stay themselves.
 */
public final class ValueCopies {
    private final ContractSide contract;
    private final PlainTypes plain;
    /** By record classes of the contract. */
    private final Map<Class<?>, RecordForm> records = new ConcurrentHashMap<>();

    /** Copies values of the contract that consists of what lies beside {@code services} and is not {@code foreign}. */
    public ValueCopies(Collection<Class<?>> services, Predicate<Class<?>> foreign) {
        this.contract = new ContractSide(services, foreign);
        this.plain = new PlainTypes(contract);
    }

    /**
     * Returns a copy of {@code value}, which may run code of whoever wrote the classes of its containers.
     *
     * @throws Uncopyable if it, or a part of it, is no value
     */
    public Object copy(Object value) throws Uncopyable {
        return new ValueWalk(this).copy(value);
    }

    boolean isRecord(Class<?> type) {
        return type.isRecord() && contract.contains(type);
    }

    boolean isPlain(Class<?> type) {
        return plain.containExactly(type);
    }

    /** Returns whether {@code type} is of the JDK or of the contract. */
    boolean isShared(Class<?> type) {
        return ContractSide.isOfJdk(type) || contract.contains(type);
    }

    /** Returns whether objects of {@code type} are there to be called by the contract. */
    boolean isService(Class<?> type) {
        return Interfaces.of(type).stream().anyMatch(contract::isService);
    }

    RecordForm record(Class<?> type) {
        RecordForm known = records.get(type);
        return known == null ? records.computeIfAbsent(type, RecordForm::new) : known;
    }
}
