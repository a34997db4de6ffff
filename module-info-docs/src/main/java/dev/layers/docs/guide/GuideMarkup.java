package dev.layers.docs.guide;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;

/** Drops the comments of a page, and makes room for its tables. */
final class GuideMarkup extends AbstractVisitor {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    @Override
    public void visit(HtmlBlock block) {
        String rest = withoutComments(block.getLiteral());
        block.setLiteral(rest);
        if (rest.isBlank()) {
            block.unlink();
        }
    }

    @Override
    public void visit(HtmlInline inline) {
        inline.setLiteral(withoutComments(inline.getLiteral()));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            ScrolledTable room = new ScrolledTable();
            block.insertBefore(room);
            room.appendChild(block);
        }
        visitChildren(block);
    }

    /** A column without a name has no head. */
    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell cell && cell.getFirstChild() == null) {
            cell.setHeader(false);
        }
        visitChildren(node);
    }

    private static String withoutComments(String html) {
        return COMMENT.matcher(html).replaceAll("");
    }
}
