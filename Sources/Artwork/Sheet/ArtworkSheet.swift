import BatchVideo
package import Foundation

/// Draws everything that the embedded painter knows on contact sheets, and measures it.
package struct ArtworkSheet: Sendable {
    private let isQuick: Bool
    private let seed: UInt64

    /// - Parameter isQuick: smaller sheets, fewer measurements.
    package init(isQuick: Bool = false, seed: UInt64 = 7) {
        self.isQuick = isQuick
        self.seed = seed
    }

    /// All sheets; a new kind of picture adds its pages here.
    var pages: [SheetPage] {
        SheetShape.allCases.flatMap { shape in
            [
                SheetPage.families(shape, quick: isQuick, seed: seed), .cards(shape, quick: isQuick, seed: seed),
                .covers(shape, quick: isQuick, seed: seed), .insertions(shape, quick: isQuick, seed: seed),
            ]
        } + [
            .dayTimes(quick: isQuick, seed: seed), .seasons(quick: isQuick, seed: seed),
            .seeds(quick: isQuick, seed: seed), .figures(quick: isQuick, seed: seed),
            .visemes(quick: isQuick, seed: seed),
        ]
    }

    /// Writes the sheets as PNG files into `folder`, and the report as artwork.json.
    ///
    /// Throws `.unwritable` when something cannot be written there.
    package func draw(
        to folder: URL, progress: @Sendable (String) -> Void
    ) async throws -> ArtworkReport {
        var report = ArtworkReport()
        for page in pages {
            try await page.draw(to: folder.appending(path: "\(page.name).png"))
            report.sheets.append("\(page.name).png")
            progress("\(page.name).png")
        }
        let trials = ArtworkTrials(isQuick: isQuick, seed: seed)
        for family in SceneFamily.allCases {
            report.speed.append(try await trials.speed(family))
            report.loops.append(try await trials.loop(family))
            progress("\(family) measured")
        }
        report.presenterFrameMs = try await trials.presenterFrameMs()
        report.determinism = try await trials.determinism()
        report.missingGlyphs = ArtworkTrials.missingGlyphs()
        try AtomicFile.write(Array(try report.json().utf8), to: folder.appending(path: "artwork.json"))
        return report
    }
}
