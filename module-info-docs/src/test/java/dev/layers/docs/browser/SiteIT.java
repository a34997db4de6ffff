package dev.layers.docs.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.layers.docs.browser.SiteLook.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites as a browser shows them. */
@TestInstance(Lifecycle.PER_CLASS)
class SiteIT {
    private Path temporary;
    private Browser browser;
    private SiteLook own;
    private SiteLook hostile;

    @BeforeAll
    @Timeout(600)
    void lookAtSites(@TempDir Path directory) throws IOException {
        temporary = directory;
        Browser.missing().ifPresent(reason -> abort("Site " + reason));
        browser = Browser.start(temporary.resolve("profile"));
        own = SiteLook.at(Sites.own(), browser, page -> Depth.WHOLE);
        hostile = SiteLook.at(Sites.hostile(temporary.resolve("jars")), browser, Sites::depth);
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private SiteLook look(Site site) {
        return site == Site.OWN ? own : hostile;
    }

    private enum Site {
        OWN,
        HOSTILE
    }

    @ParameterizedTest
    @EnumSource
    void pages_areNoWiderThanTheWindow(Site site) {
        assertThat(look(site).found(PageLook::overflows)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pages_passTheChecksOfAxe(Site site) {
        assertThat(look(site).found(PageLook::violations)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void links_leadSomewhere(Site site) {
        assertThat(look(site).found(PageLook::links)).isNotEmpty();
        assertThat(look(site).deadLinks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void places_haveNamesOfTheirOwn(Site site) {
        assertThat(look(site).repeatedPlaces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pages_askTheDiskOnly(Site site) {
        assertThat(look(site).found(PageLook::requests)).anyMatch(request -> request.endsWith("style.css"));
        assertThat(look(site).foreignRequests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pages_runNoCode(Site site) {
        assertThat(look(site).found(PageLook::scripts)).isEmpty();
    }

    @Test
    void hostileSite_hasAllItsPages() {
        assertThat(hostile.pages()).hasSizeGreaterThan(Sites.MODULES);
    }

    @Test
    @DisplayName("a page with faults: each look finds its own")
    void faults_areFound() throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("faulty"));
        Files.writeString(directory.resolve("faulty.html"), """
                <!DOCTYPE html>
                <html lang="en"><head><title>Faulty</title></head><body><main><h1 id="twice">Faulty</h1>
                <p id="twice" style="width: 2000px; color: #ccc; background: #fff">Wide and pale</p>
                <a href="missing.html">Nowhere</a> <a href="#nowhere">No place</a>
                <img alt="Remote" src="http://localhost:9/picture.png">
                <p onclick="alert(1)">Code</p></main></body></html>
                """);

        SiteLook look = SiteLook.at(directory, browser, page -> Depth.WHOLE);

        assertThat(look.found(PageLook::overflows)).anyMatch(found -> found.contains(" 400: <p id=\"twice\""));
        assertThat(look.found(PageLook::violations)).anyMatch(found -> found.contains("light: color-contrast"));
        assertThat(look.deadLinks()).hasSize(2);
        assertThat(look.repeatedPlaces()).hasSize(1);
        assertThat(look.foreignRequests()).hasSize(1);
        assertThat(look.found(PageLook::scripts)).hasSize(1);
    }

    @Test
    void schemes_haveColoursOfTheirOwn() throws IOException {
        browser.open(Sites.own().resolve("index.html"));

        List<String> light = background("light");
        List<String> dark = background("dark");

        assertThat(light).isNotEqualTo(dark);
    }

    private List<String> background(String scheme) {
        browser.prefer(scheme);
        return browser.strings("return [getComputedStyle(document.querySelector('main')).color]");
    }
}
