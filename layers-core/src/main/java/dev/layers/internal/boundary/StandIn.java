package dev.layers.internal.boundary;

import java.lang.reflect.Proxy;

/** What a reference leads to in place of the object that it stands for. */
interface StandIn {
    /** Returns the object. */
    Object subject();

    /** Returns the object behind {@code target}. */
    static Object behind(Object target) {
        Object handler = target instanceof Proxy ? Proxy.getInvocationHandler(target) : target;
        return handler instanceof StandIn standIn ? standIn.subject() : target;
    }
}
