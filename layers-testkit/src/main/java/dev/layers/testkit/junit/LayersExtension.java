package dev.layers.testkit.junit;

import dev.layers.LayerManager;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests their modules, and checks after each of them that these unload. Put on a class by {@link LayersTest}.
 *
 * @since 0.1
 */
public final class LayersExtension
        implements ParameterResolver, AfterEachCallback, TestTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(LayersExtension.class);
    private static final String FAILED = "failed";

    /** Creates the extension; JUnit does. */
    public LayersExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Load.class) || isManager(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        requireOneTest(parameter.getDeclaringExecutable(), context);
        Session session = store(context).computeIfAbsent(Session.class, type -> session(context), Session.class);
        return parameter
                .findAnnotation(Load.class)
                .map(load -> session.given(load.value(), parameter.getParameter()))
                .orElseGet(session::manager);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<AssertionError> leak = Optional.ofNullable(store(context).get(Session.class, Session.class))
                .flatMap(Session::end);
        Optional<Throwable> failure = context.getExecutionException().filter(thrown -> !isAbort(thrown));
        if (leak.isPresent() || failure.isPresent()) {
            template(context).ifPresent(template -> store(template).put(FAILED, true));
        }
        leak.ifPresent(unclean -> {
            failure.ifPresentOrElse(known -> known.addSuppressed(unclean), () -> {
                throw unclean;
            });
        });
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), UnloadsCleanly.class);
    }

    /** Returns the repetitions one by one, so that none begins after one has failed. */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        int times = AnnotationSupport.findAnnotation(context.getTestMethod(), UnloadsCleanly.class)
                .orElseThrow()
                .repeat();
        if (times < 1) {
            throw new IllegalArgumentException(
                    "@UnloadsCleanly of " + place(context) + ": repeat is " + times + "; wanted one or more");
        }
        TestClass.of(context).requireLayersTest();
        return IntStream.rangeClosed(1, times)
                .takeWhile(number -> store(context).get(FAILED) == null)
                .mapToObj(number -> new Repetition(number, times));
    }

    /** An assumption that did not hold says nothing of the module; JUnit adds it to a leak as a suppressed one. */
    private static boolean isAbort(Throwable thrown) {
        return thrown instanceof TestAbortedException;
    }

    /** Returns the template that the test is an invocation of; the parent of any other test is the class, whose store all tests see. */
    private static Optional<ExtensionContext> template(ExtensionContext context) {
        return context.getParent().filter(parent -> parent.getTestMethod().isPresent());
    }

    private static boolean isManager(ParameterContext parameter) {
        return parameter.getParameter().getType() == LayerManager.class;
    }

    private static void requireOneTest(Executable executable, ExtensionContext context) {
        if (!(executable instanceof Method) || context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "A module is loaded for one test; wanted the parameter at a test method,"
                            + " or at a method that runs before or after each test");
        }
    }

    private static Session session(ExtensionContext context) {
        CompiledModules compiled = store(context.getRoot())
                .computeIfAbsent(CompiledModules.class, type -> new CompiledModules(), CompiledModules.class);
        return new Session(TestClass.of(context), compiled);
    }

    private static String place(ExtensionContext context) {
        return context.getRequiredTestClass().getName() + "."
                + context.getRequiredTestMethod().getName();
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** One run of a test that is repeated. */
    private record Repetition(int number, int times) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return "repetition " + number + " of " + times;
        }
    }
}
