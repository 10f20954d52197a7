import BatchVideo

extension KitchenScene {
    /// Its colours in one light.
    struct Paint {
        var wallNear: Colour
        var wallFar: Colour
        var tile: Colour
        var motif: Colour
        var frame: Colour
        var counter: Colour
        var metal: Colour
        var light: Colour
        var shade: Colour
        var tone: Colour
        var lamp: Colour
        /// Strength of the hanging lamp; 0 leaves it dark.
        var lampStrength: Double
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let isEvening = scene.dayTime == .dusk
        return scene.pick(
            warm: Paint(
                wallNear: Colour(isEvening ? 0xF1CFA0 : 0xF6E2C0),
                wallFar: Colour(isEvening ? 0x9A5F40 : 0xB08058), tile: Colour(0xCDD0AC),
                motif: Colour(0xC06A40), frame: Colour(0x8A5A38), counter: Colour(0x9A6238),
                metal: Colour(0x9C6238), light: Colour(isEvening ? 0xFFDDA0 : 0xFFE9BE),
                shade: Colour(0x3C1C12), tone: Colour(isEvening ? 0xFFE2C2 : 0xFFF0DC),
                lamp: Colour(0xFFCB80), lampStrength: isEvening ? 0.55 : 0.2),
            clear: Paint(
                wallNear: Colour(0xF6F6EE), wallFar: Colour(0xB4C8C6), tile: Colour(0xF0F6F4),
                motif: Colour(0x5C8FB4), frame: Colour(0xBE9468), counter: Colour(0xC79662),
                metal: Colour(0x808E94), light: Colour(isEvening ? 0xFFF4DC : 0xFFFEF2),
                shade: Colour(0x26343E), tone: .white, lamp: Colour(0xFFF0C8), lampStrength: 0),
            deep: Paint(
                wallNear: Colour(isEvening ? 0x5E4C6C : 0x4C4A6E),
                wallFar: Colour(isEvening ? 0x2A1C3A : 0x1A1936), tile: Colour(0x5C6088),
                motif: Colour(0x8C90C0), frame: Colour(0x523A38), counter: Colour(0x62422F),
                metal: Colour(0x94847C), light: Colour(0xFFD8A0), shade: Colour(0x0E0A1E),
                tone: Colour(0xD6B49A), lamp: Colour(0xFFBE68), lampStrength: 1))
    }
}
