/// What the embedded painter is asked for: a scene family in a palette, or a card with text.
package struct PaintedPicture: Hashable, Sendable, Codable {
    package enum Subject: Hashable, Sendable, Codable {
        case scene(SceneFamily)
        /// A sentence set large over a softened scene; `by` is the small line below, may be empty.
        case quote(text: String, by: String, over: SceneFamily)
        /// A number with its unit and a line that explains it ("5.2 %", "GDP 增长").
        case number(value: String, caption: String, over: SceneFamily)
        /// The film's title.
        case title(text: String, over: SceneFamily)
    }

    package var subject: Subject
    package var palette: ScenePalette
    package var size: PixelSize
    package var seed: UInt64
    package var mirrored: Bool

    package init(
        subject: Subject, palette: ScenePalette, size: PixelSize, seed: UInt64,
        mirrored: Bool = false
    ) {
        self.subject = subject
        self.palette = palette
        self.size = size
        self.seed = seed
        self.mirrored = mirrored
    }
}

/// The kinds of scene that the painter knows.
package enum SceneFamily: String, Sendable, Codable, CaseIterable {
    /// Hills in autumn leaves with an old couple walking.
    case autumnHills
    /// Sun low over the sea, a boat.
    case sea
    /// A lake with blossom.
    case springLake
    /// Light between trees.
    case forest
    /// A skyline with lit windows.
    case city
    /// A cup of tea at a window.
    case teaTable
    /// Lotus in a pond.
    case lotus
    /// A globe of points over a grid.
    case technology
    /// A living room in lamp light.
    case livingRoom
    /// Chinese ink mountains.
    case ink
    /// A cabin under stars.
    case starryCabin
    /// Snow, pines, a lit cabin.
    case winterCabin
    /// A peak at sunrise.
    case sunrisePeak
    /// A field of wheat in the wind.
    case wheatField
}

/// The light a scene is painted in; each family paints each palette in its own colours.
package enum ScenePalette: String, Sendable, Codable, CaseIterable {
    /// Warm: dawn, sunset, lamp light.
    case warm
    /// Clear: day, blue and green.
    case clear
    /// Deep: dusk and night.
    case deep
}
