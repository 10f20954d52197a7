import BatchVideo

extension LivingRoomScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var hills: Colour
        var haze: Colour
        var wallNear: Colour
        var wallFar: Colour
        var frame: Colour
        var curtain: Colour
        var floor: Colour
        var light: Colour
        var sofa: Colour
        var cushions: [Colour]
        var rug: [Colour]
        var lamp: Colour
        var lampStrength: Double
        var leaf: Colour
        /// What falls outside.
        var falling: (kind: ParticleLayer.Kind, colours: [Colour])?
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = light(scene)
        guard let season = scene.season else { return paint }
        let look = SeasonLook.of(season)
        paint.hills = look.hills.mixed(paint.hills, scene.pick(warm: 0.3, clear: 0, deep: 0.6))
        paint.falling = look.falling.map { ($0, look.fallingColours) }
        return paint
    }

    private static func light(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0xC86A6E, 0xF09A6E, 0xFFC486, 0xFFE3B0].map(Colour.init),
                disc: Colour(0xFFF6DA), halo: Colour(0xFFC27A), hills: Colour(0x8A5A58),
                haze: Colour(0xFFCB98), wallNear: Colour(0xF0D3AC), wallFar: Colour(0x9C6A50),
                frame: Colour(0x7E5136), curtain: Colour(0xC9694F), floor: Colour(0x96613A),
                light: Colour(0xFFE3B4), sofa: Colour(0x4F7573),
                cushions: [Colour(0xE9A94E), Colour(0xD86A4E), Colour(0xF1DDB8)],
                rug: [Colour(0xA24A3A), Colour(0xEAD3A4), Colour(0x3F5F62)],
                lamp: Colour(0xFFD08A), lampStrength: 0.75, leaf: Colour(0x5C8A4C)),
            clear: Paint(
                sky: [0x6FB8E6, 0xA0D4F0, 0xD2ECF4, 0xF4FAF2].map(Colour.init),
                disc: Colour(0xFFFFFA), halo: Colour(0xFFF8DC), hills: Colour(0x6FAE86),
                haze: Colour(0xD9EDF0), wallNear: Colour(0xF6F4EC), wallFar: Colour(0xBBC9CC),
                frame: Colour(0xC79F74), curtain: Colour(0xDCE8E4), floor: Colour(0xC99B6A),
                light: Colour(0xFFFCEE), sofa: Colour(0x5F93A6),
                cushions: [Colour(0xF2C14E), Colour(0xEE8A78), Colour(0xF6F1E4)],
                rug: [Colour(0xE8E0CF), Colour(0x7FA8AE), Colour(0xF4EFE4)],
                lamp: Colour(0xFFF3D0), lampStrength: 0.12, leaf: Colour(0x4FA164)),
            deep: Paint(
                sky: [0x050B28, 0x0D1C4C, 0x1C3A78, 0x41649E].map(Colour.init),
                disc: Colour(0xE6EEFF), halo: Colour(0x9CB8F0), hills: Colour(0x14264C),
                haze: Colour(0x34508A), wallNear: Colour(0x4B4470), wallFar: Colour(0x1D1836),
                frame: Colour(0x5B4038), curtain: Colour(0x6A3A5C), floor: Colour(0x4C3230),
                light: Colour(0xFFE0B2), sofa: Colour(0x47588E),
                cushions: [Colour(0xD99A4A), Colour(0xB85A5E), Colour(0xC9BBA4)],
                rug: [Colour(0x5C3450), Colour(0xB49A86), Colour(0x34406E)],
                lamp: Colour(0xFFBE68), lampStrength: 1, leaf: Colour(0x2F6652)))
    }
}
