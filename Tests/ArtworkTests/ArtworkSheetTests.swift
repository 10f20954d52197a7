import BatchVideo
import Foundation
import Testing

@testable import Artwork

@Suite("Contact sheets and trials")
struct ArtworkSheetTests {
    @Test("every family's loop closes with a step like its neighbours", arguments: SceneFamily.allCases)
    func loops(_ family: SceneFamily) async throws {
        let loop = try await ArtworkTrials(isQuick: true, seed: 3).loop(family)
        #expect(loop.isSeamless, "\(loop)")
        #expect(loop.meanStep > 0.02, "\(family) stands still: \(loop)")
    }

    @Test("a loop that jumps is told apart")
    func jump() {
        let jump = ArtworkReport.Loop(family: "sea", meanStep: 1, seam: 3, before: 1, after: 1.1)
        var report = ArtworkReport()
        report.loops = [jump]
        report.missingGlyphs = ["zh": 0, "th": 2]
        #expect(!jump.isSeamless)
        #expect(report.faults == ["the loop of sea jumps", "no font has all letters of th"])
        #expect(report.text.contains("jumps"))
    }

    @Test("there is a sheet of every family, palette and shape, of cards and of covers")
    func pages() throws {
        let pages = ArtworkSheet(isQuick: true).pages
        #expect(Set(pages.map(\.name)).count == pages.count)
        for shape in SheetShape.allCases {
            let families = try #require(pages.first { $0.name == "families-\(shape)" })
            #expect(families.cells.count == SceneFamily.allCases.count * ScenePalette.allCases.count)
            #expect(pages.contains { $0.name == "cards-\(shape)" } && pages.contains { $0.name == "covers-\(shape)" })
            #expect(pages.contains { $0.name == "presenter-\(shape)" })
        }
        let figures = try #require(pages.first { $0.name == "presenters" })
        #expect(figures.cells.count >= PresenterFigure.allCases.count)
        let mouths = try #require(pages.first { $0.name == "visemes" })
        #expect(mouths.cells.count >= Viseme.allCases.count)
    }

    @Test("a page is drawn with every cell in its place")
    func drawing() async throws {
        try await withTemporaryFolder { folder in
            let size = PixelSize(width: 40, height: 30)
            let cells = (0..<5).map { number in
                SheetCell("cell \(number)") { frame in
                    for place in 0..<size.pixels { frame.pixels[place] = 0xFF00_0000 | UInt32(40 * number + 40) }
                }
            }
            let file = folder.appending(path: "page.png")

            try await SheetPage(name: "page", columns: 2, size: size, cells: cells).draw(to: file)

            let picture = try PictureFile(file)
            #expect(picture.size == PixelSize(width: 8 + 2 * 48, height: 8 + 3 * 58))
            let pixels = SheetPage.pixels(picture.size) { picture.fill(PaintSurface($0)) }
            for number in 0..<5 {
                let (x, y) = (8 + number % 2 * 48 + 20, 8 + number / 2 * 58 + 15)
                #expect(pixels[y * picture.size.width + x] & 0xFF == UInt32(40 * number + 40))
            }
            await #expect(throws: BatchVideoError.self) {
                try await SheetPage(name: "none", columns: 2, size: size, cells: []).draw(to: file)
            }
        }
    }
}
