package dev.layers.docs.graph;

/** The style of drawings: a page sets its colours by variables, a file alone follows the reader's scheme. */
final class SvgStyle {
    static final String TEXT = """
            .module-graph{--g-background:var(--graph-background,#fff);--g-text:var(--graph-text,#1b1f24);\
            --g-muted:var(--graph-muted,#57606a);--g-edge:var(--graph-edge,#57606a);--g-box:var(--graph-box,#f6f8fa);\
            --g-border:var(--graph-border,#6e7781);--g-contract:var(--graph-contract,#fff3d6);\
            --g-band:var(--graph-band,#fffaf0);--g-boundary:var(--graph-boundary,#9a6700);\
            --g-provides:var(--graph-provides,#116329);--g-uses:var(--graph-uses,#6639ba);\
            --g-focus:var(--graph-focus,#0550ae)}
            @media (prefers-color-scheme:dark){.module-graph{--g-background:var(--graph-background,#15181d);\
            --g-text:var(--graph-text,#e9edf1);--g-muted:var(--graph-muted,#a9b4bf);--g-edge:var(--graph-edge,#a9b4bf);\
            --g-box:var(--graph-box,#222830);--g-border:var(--graph-border,#8b96a1);--g-contract:var(--graph-contract,#43340d);\
            --g-band:var(--graph-band,#241e10);--g-boundary:var(--graph-boundary,#e0b04a);\
            --g-provides:var(--graph-provides,#5fc77b);--g-uses:var(--graph-uses,#c3a3fa);--g-focus:var(--graph-focus,#79b8ff)}}
            @media print{.module-graph{--g-background:#fff;--g-text:#000;--g-muted:#000;--g-edge:#000;--g-box:#fff;\
            --g-border:#000;--g-contract:#fff;--g-band:#fff;--g-boundary:#000;--g-provides:#000;--g-uses:#000}}
            .module-graph text{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--g-text)}
            .module-graph .background{fill:var(--g-background)}
            .module-graph .name{font-size:13px;text-anchor:middle}
            .module-graph .note{font-size:11px;text-anchor:middle;fill:var(--g-muted)}
            .module-graph .legend text{font-size:11px}
            .module-graph .box{fill:var(--g-box);stroke:var(--g-border);stroke-width:1.2}
            .module-graph .open .box{stroke-width:3}
            .module-graph .automatic .box{stroke-dasharray:7 3}
            .module-graph .other .box{fill:var(--g-background);stroke-dasharray:2 3}
            .module-graph .contract .box{fill:var(--g-contract);stroke:var(--g-boundary);stroke-width:2}
            .module-graph .contract .note,.module-graph .other .note{fill:var(--g-text)}
            .module-graph .frame{fill:var(--g-band);stroke:var(--g-boundary);stroke-width:1.5;stroke-dasharray:10 4}
            .module-graph .edge path{fill:none;stroke:var(--g-edge);stroke-width:1.3;stroke-linejoin:round}
            .module-graph .edge .head{stroke-dasharray:none}
            .module-graph .requires .head,.module-graph .transitive .head{fill:var(--g-edge)}
            .module-graph .edge.transitive .line{stroke-width:2.6}
            .module-graph .edge.static .line,.module-graph .edge.static-transitive .line{stroke-dasharray:6 4}
            .module-graph .edge.static-transitive .line{stroke-width:2.6}
            .module-graph .edge.provides path{stroke:var(--g-provides);stroke-width:1.8}
            .module-graph .edge.provides .line{stroke-dasharray:2 3}
            .module-graph .provides .head{fill:var(--g-background)}
            .module-graph .edge.uses path{stroke:var(--g-uses);stroke-width:1.8}
            .module-graph .edge.uses .line{stroke-dasharray:9 3 2 3}
            .module-graph .uses .head{fill:var(--g-uses)}
            .module-graph a{cursor:pointer}
            .module-graph a .name{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
            .module-graph a:hover .box,.module-graph a:focus .box{stroke:var(--g-focus);stroke-width:3}
            .module-graph a:focus{outline:none}
            """;

    private SvgStyle() {}
}
