package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Change.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read of a plan, in full. */
class DeploymentPlanTest {
    private static final String ONE = "1111111111112222222222223333333333334444444444445555555555556666";
    private static final String TWO = "aaaaaaaaaaaabbbbbbbbbbbbccccccccccccddddddddddddeeeeeeeeeeeeffff";

    @Test
    void text_isADifference() {
        DeploymentPlan plan = new DeploymentPlan(List.of(
                change(Kind.LOAD, "chat", Optional.of("1.2"), Optional.empty(), Optional.of(ONE), ""),
                change(Kind.LOAD, "plain", Optional.empty(), Optional.empty(), Optional.of(ONE), ""),
                change(Kind.RELOAD, "fonts", Optional.of("3"), Optional.of(ONE), Optional.of(TWO), ""),
                change(Kind.RELOAD, "stats", Optional.empty(), Optional.of(ONE), Optional.of(ONE), "options changed"),
                following("mail", "fonts"),
                following("menu", "fonts", "stats"),
                following("post", "old", "fonts"),
                change(Kind.UNLOAD, "old", Optional.of("1"), Optional.of(ONE), Optional.empty(), ""),
                change(Kind.KEEP, "kept", Optional.empty(), Optional.of(ONE), Optional.of(ONE), ""),
                change(Kind.KEEP, "mine", Optional.empty(), Optional.of(ONE), Optional.of(ONE), "loaded otherwise"),
                change(
                        Kind.REFUSE,
                        "bad",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "x.jar: 2 problems:\n  a\n  b")));

        assertThat(plan.text()).isEqualTo("""
                + chat 1.2 (sha256 111111111111) from plugins/chat.jar
                + plain (sha256 111111111111) from plugins/plain.jar
                ~ fonts 111111111111 -> aaaaaaaaaaaa
                  reloads with it: mail
                ~ stats 111111111111: options changed
                  reloads with it: menu
                - old (sha256 111111111111)
                  reloads with it: post
                = kept
                = mine: loaded otherwise
                ! refused: bad: x.jar: 2 problems:
                    a
                    b""");
        assertThat(plan).hasToString(plan.text());
        assertThat(plan.isEmpty()).isFalse();
    }

    @Test
    void plan_thatKeepsEverything_isEmpty() {
        DeploymentPlan plan = new DeploymentPlan(
                List.of(change(Kind.KEEP, "kept", Optional.empty(), Optional.of(ONE), Optional.of(ONE), "")));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.text()).isEqualTo("= kept");
    }

    @Test
    void plan_thatRefusesSomething_isNotEmpty() {
        DeploymentPlan plan = new DeploymentPlan(
                List.of(new Change(Kind.REFUSE, "bad", "bad.jar", Optional.empty(), Optional.empty(), "broken")));

        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.text()).isEqualTo("! refused: bad: broken");
    }

    private static Change following(String module, String... causes) {
        return new Change(
                Kind.RELOAD,
                module,
                Optional.empty(),
                module + ".jar",
                Optional.of(ONE),
                Optional.of(ONE),
                DeploymentWording.standsOn(List.of(causes)),
                List.of(causes));
    }

    private static Change change(
            Kind kind,
            String module,
            Optional<String> version,
            Optional<String> from,
            Optional<String> to,
            String reason) {
        return new Change(kind, module, version, "plugins/" + module + ".jar", from, to, reason, List.of());
    }
}
