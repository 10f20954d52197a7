import BatchVideo

extension TeaTableScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var hills: Colour
        var haze: Colour
        var leaves: [Colour]
        var blossom: Colour
        var bark: Colour
        var wallNear: Colour
        var wallFar: Colour
        var frame: Colour
        var cloth: Colour
        var wood: Colour
        var light: Colour
        var clay: Colour
        var glaze: Colour
        var tea: Colour
        /// How full the tree's crown is, 0-1, and what falls from it.
        var fullness = 1.0
        var falling: (kind: ParticleLayer.Kind, colours: [Colour])?
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = light(scene)
        paint.falling =
            scene.palette == .deep ? (.snow, [.white]) : (.leaf, [paint.blossom, paint.leaves[2]])
        guard let season = scene.season else { return paint }
        let look = SeasonLook.of(season)
        // The hour's own light stays over the season's colours.
        let hour = scene.pick(warm: 0.25, clear: 0, deep: 0.5)
        paint.leaves = zip(look.leaves, paint.leaves).map { $0.mixed($1, hour) }
        paint.blossom = look.accent.mixed(paint.blossom, hour)
        paint.hills = look.hills.mixed(paint.hills, max(hour, 0.25))
        paint.fullness = look.fullness
        paint.falling = look.falling.map { ($0, look.fallingColours) }
        return paint
    }

    private static func light(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0xE9A45C, 0xF6C079, 0xFFDDA0, 0xFFEFC8].map(Colour.init),
                disc: Colour(0xFFFBE8), halo: Colour(0xFFD58A), hills: Colour(0x9A6A4A),
                haze: Colour(0xFFDFA8),
                leaves: [0x7A2E1E, 0xC9542A, 0xEF8F35, 0xFFD062].map(Colour.init),
                blossom: Colour(0xE8592F), bark: Colour(0x4A2C1C), wallNear: Colour(0xF3DDB6),
                wallFar: Colour(0xA97B4E), frame: Colour(0x7A4A2A), cloth: Colour(0xEBD3A8),
                wood: Colour(0x8E5730), light: Colour(0xFFE6B0), clay: Colour(0x7A3B26),
                glaze: Colour(0xDDE8DC), tea: Colour(0xB9622A)),
            clear: Paint(
                sky: [0x7FC0E6, 0xACDAEE, 0xD6EFEE, 0xF4FAEE].map(Colour.init),
                disc: Colour(0xFFFFF6), halo: Colour(0xFFF6D2), hills: Colour(0x5FA080),
                haze: Colour(0xE2F3E6),
                leaves: [0x2F6B46, 0x5BA25A, 0x9CCB6E, 0xDDEBA0].map(Colour.init),
                blossom: Colour(0xF8A9C4), bark: Colour(0x5A4234), wallNear: Colour(0xF4F2E6),
                wallFar: Colour(0xB4C4B4), frame: Colour(0xA98058), cloth: Colour(0xF6F4EA),
                wood: Colour(0xB98453), light: Colour(0xFFFBEA), clay: Colour(0x5E7F74),
                glaze: Colour(0xF0F4F2), tea: Colour(0xA9B045)),
            deep: Paint(
                sky: [0x081030, 0x122350, 0x22407A, 0x4A6C9E].map(Colour.init),
                disc: Colour(0xF4F6FF), halo: Colour(0x9FBDF0), hills: Colour(0x1A2E56),
                haze: Colour(0x5878A8),
                leaves: [0x16244A, 0x2E4272, 0x6E86B4, 0xD8E4F6].map(Colour.init),
                blossom: Colour(0xF2F0FF), bark: Colour(0x131A30), wallNear: Colour(0x4A4766),
                wallFar: Colour(0x1C1830), frame: Colour(0x3C2A2E), cloth: Colour(0x59527A),
                wood: Colour(0x4E3228), light: Colour(0xBFD2FF), clay: Colour(0x5A2F2A),
                glaze: Colour(0xA9BCC8), tea: Colour(0x9A5426)))
    }
}
