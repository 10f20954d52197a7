import BatchVideo

extension HerbsScene {
    /// Its colours in one light.
    struct Paint {
        var wallNear: Colour
        var wallFar: Colour
        var cabinet: Colour
        var brass: Colour
        var beam: Colour
        var counter: Colour
        var light: Colour
        var shade: Colour
        var tone: Colour
        /// Strength of the paper lantern on the counter; 0 for none.
        var lantern: Double
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let isDusk = scene.dayTime == .dusk
        return scene.pick(
            warm: Paint(
                wallNear: Colour(isDusk ? 0xEBC590 : 0xF0D9AE),
                wallFar: Colour(isDusk ? 0x8A5434 : 0xA0744A), cabinet: Colour(0x8A4A2A),
                brass: Colour(0xE0B058), beam: Colour(0x5E3A22), counter: Colour(0x7E4A28),
                light: Colour(isDusk ? 0xFFD89A : 0xFFE6B4), shade: Colour(0x33160C),
                tone: Colour(isDusk ? 0xFFE0BE : 0xFFEED8), lantern: isDusk ? 0.6 : 0),
            clear: Paint(
                wallNear: Colour(0xF3F4E8), wallFar: Colour(0xAFC2B0), cabinet: Colour(0xA98058),
                brass: Colour(0xD8B868), beam: Colour(0x8A6A4A), counter: Colour(0xB08458),
                light: Colour(0xFFFDEE), shade: Colour(0x24342C), tone: Colour(0xFFFFFC),
                lantern: 0),
            deep: Paint(
                wallNear: Colour(isDusk ? 0x54425E : 0x3E4468), wallFar: Colour(0x171630),
                cabinet: Colour(0x4C2C30), brass: Colour(0xD8A458), beam: Colour(0x2A1C26),
                counter: Colour(0x4A2E28), light: Colour(0xFFD596), shade: Colour(0x0A0818),
                tone: Colour(0xCFAE92), lantern: 1))
    }
}
