package dev.layers;

/** How a manager goes about its work. */
record Policies(
        ArtifactPolicy artifacts,
        TrustPolicy trust,
        UnloadPolicy unload,
        CollectionPolicy collection,
        ExplanationPolicy explanation,
        GenerationPolicy generations,
        ReloadPolicy reload) {

    /** Returns the defaults. */
    static Policies standard() {
        return new Policies(
                ArtifactPolicy.standard(),
                TrustPolicy.anything(),
                UnloadPolicy.standard(),
                CollectionPolicy.passive(),
                ExplanationPolicy.none(),
                GenerationPolicy.standard(),
                ReloadPolicy.standard());
    }
}
