/// What the embedded painter is asked for: a scene family in a palette, or a card with text.
package struct PaintedPicture: Hashable, Sendable, Codable {
    package enum Subject: Hashable, Sendable, Codable {
        case scene(SceneFamily)
        /// A sentence set large over a softened scene; `by` is the small line below, may be empty.
        case quote(text: String, by: String, over: SceneFamily)
        /// A number with its unit and a line that explains it ("5.2 %", "GDP 增长").
        case number(value: String, caption: String, over: SceneFamily)
        /// Two to five short items, numbered; `heading` may be empty.
        case list(heading: String, items: [String], over: SceneFamily)
        /// Where a chapter begins.
        case chapter(number: Int, title: String, over: SceneFamily)
        /// The film's title.
        case title(text: String, over: SceneFamily)
        /// The title in one to four lines of strong colours (`CoverStyle.classic`).
        case cover(lines: [String], over: SceneFamily)
    }

    package var subject: Subject
    package var palette: ScenePalette
    package var size: PixelSize
    package var seed: UInt64
    package var mirrored: Bool
    /// One of the palette's; nil: the seed chooses among them.
    package var dayTime: DayTime?
    /// Nil: the season that suits the family, where plants or weather show one.
    package var season: Season?

    package init(
        subject: Subject, palette: ScenePalette, size: PixelSize, seed: UInt64,
        mirrored: Bool = false, dayTime: DayTime? = nil, season: Season? = nil
    ) {
        self.subject = subject
        self.palette = palette
        self.size = size
        self.seed = seed
        self.mirrored = mirrored
        self.dayTime = dayTime
        self.season = season
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
    /// A kitchen counter with a steaming bowl of food.
    case kitchen
    /// Herbs, jars and a mortar: medicine from plants.
    case herbs
    /// An open book under a lamp.
    case bookLamp
    /// A courtyard with old walls and a tree.
    case courtyard
    /// An arched bridge in the rain.
    case rainBridge
    /// Dunes, a caravan.
    case desert
    /// A temple on a slope in snow.
    case snowyTemple
    /// A bright consulting room.
    case clinic
    /// A blackboard, desks, a window.
    case classroom
    /// Columns and a rising line.
    case charts
    /// Two hands and a heart.
    case heartHands
    /// A cat on a window sill.
    case catSill
    /// Carp in a pond from above.
    case fishPond
    /// Lanterns in a street.
    case lanterns
    /// Fireworks over a town and its water.
    case fireworks
    /// Bamboo with light between.
    case bamboo
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

/// When in the day a scene plays.
package enum DayTime: String, Sendable, Codable, CaseIterable {
    case dawn, day, dusk, night

    /// Those whose light a palette can be.
    package static func of(_ palette: ScenePalette) -> [DayTime] {
        switch palette {
        case .warm: [.dawn, .dusk]
        case .clear: [.day, .dawn]
        case .deep: [.night, .dusk]
        }
    }
}

package enum Season: String, Sendable, Codable, CaseIterable {
    case spring, summer, autumn, winter
}
