package dev.layers.internal.boundary;

import dev.layers.internal.boundary.Direction.Left;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes links that end with their generation.
 *
 * <p>Few streams are read to their end and closed. So what is left behind holds a link weakly, and is forgotten as another
 * one is made after nobody could reach it any more.
 */
final class Links {
    private final ReferenceQueue<Link<?>> unreachable = new ReferenceQueue<>();

    <T> Link<T> create(T target, Direction way, String what) {
        forgetUnreachable();
        Link<T> link = new Link<>(target, way, what);
        End end = new End(link, unreachable);
        Left left = way.leave(end);
        end.left = left;
        link.leave(left);
        return link;
    }

    private void forgetUnreachable() {
        Reference<?> next = unreachable.poll();
        while (next != null) {
            ((End) next).forget();
            next = unreachable.poll();
        }
    }

    private static final class End extends WeakReference<Link<?>> implements Runnable {
        private volatile @Nullable Left left;

        End(Link<?> link, ReferenceQueue<Link<?>> unreachable) {
            super(link, unreachable);
        }

        @Override
        public void run() {
            Link<?> link = get();
            if (link != null) {
                link.cut();
            }
        }

        void forget() {
            Left behind = left;
            if (behind != null) {
                behind.forget();
            }
        }
    }
}
