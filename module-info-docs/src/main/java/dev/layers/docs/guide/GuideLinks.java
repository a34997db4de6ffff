package dev.layers.docs.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Turns the links of a page to those of HTML pages; links to other files become text that names the file. */
final class GuideLinks extends AbstractVisitor {
    private final GuideFiles files;
    private final Path file;
    private final List<GuideLink> pages = new ArrayList<>();
    private final List<String> dangling = new ArrayList<>();

    GuideLinks(GuideFiles files, Path file) {
        this.files = files;
        this.file = file;
    }

    List<GuideLink> pages() {
        return List.copyOf(pages);
    }

    List<String> dangling() {
        return List.copyOf(dangling);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Destination destination = Destination.of(link.getDestination());
        Optional<Path> target = destination.isRelative() ? target(destination) : Optional.empty();
        Optional<Path> page = target.flatMap(files::page);
        if (page.isPresent()) {
            leadToPage(link, destination, page.get());
        } else if (target.isPresent()) {
            nameFile(link, target.get());
        } else if (!destination.isElsewhere()) {
            replaceByText(link, link.getDestination());
        }
    }

    /** A picture would be a request: its text and where it is have to do. */
    @Override
    public void visit(Image image) {
        visitChildren(image);
        Destination destination = Destination.of(image.getDestination());
        if (destination.isElsewhere()) {
            Link link = new Link(image.getDestination(), null);
            image.insertBefore(link);
            moveChildren(image, link);
            image.unlink();
        } else {
            target(destination)
                    .ifPresentOrElse(
                            target -> nameFile(image, target), () -> replaceByText(image, image.getDestination()));
        }
    }

    private Optional<Path> target(Destination destination) {
        return destination.path().isEmpty() ? Optional.of(file) : GuideFiles.target(file, destination.path());
    }

    private void leadToPage(Link link, Destination destination, Path page) {
        String written = link.getDestination();
        pages.add(new GuideLink(origin(link), written, files.place(page), destination.anchor()));
        link.setDestination(files.href(file, page, destination.anchor()));
    }

    private void nameFile(Node link, Path target) {
        if (files.isWithin(target) && !Files.exists(target)) {
            dangling.add(origin(link) + ": no file " + target + "; correct the link");
        }
        replaceByText(link, files.name(target).orElseGet(target::toString));
    }

    private static void replaceByText(Node link, String name) {
        String label = PlainText.of(link);
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        if (!label.contains(name)) {
            link.insertBefore(new Text(label.isEmpty() ? "" : " ("));
            link.insertBefore(new Code(name));
            link.insertBefore(new Text(label.isEmpty() ? "" : ")"));
        }
        link.unlink();
    }

    private static void moveChildren(Node from, Node to) {
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
    }

    private String origin(Node node) {
        return node.getSourceSpans().isEmpty()
                ? file.toString()
                : file + ":" + (node.getSourceSpans().get(0).getLineIndex() + 1);
    }
}
