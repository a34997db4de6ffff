package dev.layers.docs.guide;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The characters of a part of a page without their look. */
final class PlainText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Node node) {
        PlainText plain = new PlainText();
        node.accept(plain);
        return plain.text.toString();
    }

    @Override
    public void visit(Text part) {
        text.append(part.getLiteral());
    }

    @Override
    public void visit(Code part) {
        text.append(part.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineEnd) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineEnd) {
        text.append(' ');
    }
}
