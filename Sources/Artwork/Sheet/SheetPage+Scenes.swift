import BatchVideo

extension SheetPage {
    /// Every family in every palette.
    static func families(_ shape: SheetShape, quick: Bool, seed: UInt64) -> SheetPage {
        let cells = SceneFamily.allCases.flatMap { family in
            ScenePalette.allCases.map { palette in
                SheetCell(
                    "\(family) \(palette)",
                    PaintedPicture(subject: .scene(family), palette: palette, size: Self.any, seed: seed))
            }
        }
        // Two, three or four families side by side.
        let columns = 3 * (shape == .landscape ? 2 : shape == .square ? 3 : 4)
        return SheetPage(
            name: "families-\(shape)", columns: columns, size: shape.size(quick: quick), cells: cells)
    }

    /// Every family from dawn to night, in the palette that has the light.
    static func dayTimes(quick: Bool, seed: UInt64) -> SheetPage {
        let palettes: [(DayTime, ScenePalette)] = [
            (.dawn, .warm), (.day, .clear), (.dusk, .warm), (.night, .deep),
        ]
        let cells = SceneFamily.allCases.flatMap { family in
            palettes.map { time, palette in
                SheetCell(
                    "\(family) \(time)",
                    PaintedPicture(
                        subject: .scene(family), palette: palette, size: Self.any, seed: seed, dayTime: time))
            }
        }
        return SheetPage(
            name: "day-times", columns: 8, size: SheetShape.landscape.size(quick: true), cells: cells)
    }

    static func seasons(quick: Bool, seed: UInt64) -> SheetPage {
        let cells = SceneFamily.allCases.flatMap { family in
            Season.allCases.map { season in
                SheetCell(
                    "\(family) \(season)",
                    PaintedPicture(
                        subject: .scene(family), palette: .clear, size: Self.any, seed: seed, season: season))
            }
        }
        return SheetPage(
            name: "seasons", columns: 8, size: SheetShape.landscape.size(quick: true), cells: cells)
    }

    /// The same family four times by other seeds: what chance changes.
    static func seeds(quick: Bool, seed: UInt64) -> SheetPage {
        let cells = SceneFamily.allCases.flatMap { family in
            (0..<4).map { number in
                SheetCell(
                    "\(family) seed \(seed &+ UInt64(number))",
                    PaintedPicture(
                        subject: .scene(family), palette: .warm, size: Self.any, seed: seed &+ UInt64(number),
                        mirrored: number % 2 == 1))
            }
        }
        return SheetPage(
            name: "seeds", columns: 8, size: SheetShape.landscape.size(quick: true), cells: cells)
    }

    /// Cells have their page's size.
    private static let any = PixelSize(width: 16, height: 16)
}
