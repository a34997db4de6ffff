package dev.layers.docs.read;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what parsed sources say of types, by their binary names, and of modules. */
final class SourceScanner extends TreePathScanner<Void, String> {
    private final DocTrees trees;
    private final Map<String, SourceType> types;
    private final Map<String, String> modules;

    SourceScanner(DocTrees trees, Map<String, SourceType> types, Map<String, String> modules) {
        this.trees = trees;
        this.types = types;
        this.modules = modules;
    }

    void scan(CompilationUnitTree unit) {
        String packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        scan(unit, packageName);
    }

    @Override
    public @Nullable Void visitModule(ModuleTree module, String prefix) {
        summary().ifPresent(text -> modules.putIfAbsent(module.getName().toString(), text));
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree declared, String prefix) {
        String name = prefix + declared.getSimpleName();
        if (types.putIfAbsent(name, new SourceType(summary())) == null) {
            super.visitClass(declared, name + "$");
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String prefix) {
        String signature = method.getName()
                + method.getParameters().stream()
                        .map(parameter -> simpleName(parameter.getType()))
                        .collect(Collectors.joining(",", "(", ")"));
        owner(prefix)
                .addMethod(
                        signature,
                        new SourceType.Method(
                                summary(),
                                method.getParameters().stream()
                                        .map(parameter -> parameter.getName().toString())
                                        .toList()));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, String prefix) {
        owner(prefix).addField(field.getName().toString(), summary());
        return null;
    }

    /** What an initializer declares is nobody else's business. */
    @Override
    public @Nullable Void visitBlock(BlockTree block, String prefix) {
        return null;
    }

    private SourceType owner(String prefix) {
        return types.computeIfAbsent(
                prefix.substring(0, Math.max(0, prefix.length() - 1)), name -> new SourceType(Optional.empty()));
    }

    private Optional<String> summary() {
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        return comment == null ? Optional.empty() : FirstSentence.of(comment, trees);
    }

    private static String simpleName(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            return simpleName(generic.getType());
        }
        if (type instanceof AnnotatedTypeTree annotated) {
            return simpleName(annotated.getUnderlyingType());
        }
        if (type instanceof ArrayTypeTree array) {
            return simpleName(array.getType()) + "[]";
        }
        return type instanceof MemberSelectTree select ? select.getIdentifier().toString() : type.toString();
    }
}
