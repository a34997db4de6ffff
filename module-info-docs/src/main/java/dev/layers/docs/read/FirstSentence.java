package dev.layers.docs.read;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first sentence of a Javadoc comment as plain text: what is markup in it is taken away or written out. */
final class FirstSentence extends SimpleDocTreeVisitor<String, Void> {
    private static final int LONGEST = 500;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final DocTrees trees;

    private FirstSentence(DocTrees trees) {
        super("");
        this.trees = trees;
    }

    static Optional<String> of(DocCommentTree comment, DocTrees trees) {
        String text = SPACE.matcher(new FirstSentence(trees).text(comment.getFirstSentence()))
                .replaceAll(" ")
                .strip();
        return Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .filter(sentence -> !sentence.isEmpty());
    }

    private String text(List<? extends DocTree> parts) {
        return parts.stream().map(part -> visit(part, null)).collect(Collectors.joining());
    }

    @Override
    public String visitText(TextTree text, Void nothing) {
        return text.getBody();
    }

    @Override
    public String visitLiteral(LiteralTree literal, Void nothing) {
        return literal.getBody().getBody();
    }

    @Override
    public String visitEntity(EntityTree entity, Void nothing) {
        String characters = trees.getCharacters(entity);
        return characters == null ? entity.toString() : characters;
    }

    /** A link without a label reads as Javadoc shows it: {@code #name()} as {@code name()}. */
    @Override
    public String visitLink(LinkTree link, Void nothing) {
        if (!link.getLabel().isEmpty()) {
            return text(link.getLabel());
        }
        String reference = link.getReference().getSignature();
        return (reference.startsWith("#") ? reference.substring(1) : reference).replace('#', '.');
    }

    @Override
    public String visitSummary(SummaryTree summary, Void nothing) {
        return text(summary.getSummary());
    }

    @Override
    public String visitStartElement(StartElementTree element, Void nothing) {
        return element.getName().contentEquals("br") ? " " : "";
    }
}
