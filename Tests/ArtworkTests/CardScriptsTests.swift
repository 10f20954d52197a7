import BatchVideo
import Foundation
import Testing

@testable import Artwork

/// Every card in every script: letters that are there, in their place, in their colours.
@Suite("Cards of all scripts")
struct CardScriptsTests {
    private static let sizes = [
        PixelSize(width: 640, height: 360), PixelSize(width: 360, height: 640), PixelSize(width: 400, height: 400),
    ]

    /// Draws the words of a card over a plain scene.
    private func drawn(_ subject: PaintedPicture.Subject, _ size: PixelSize) -> [UInt32] {
        var pixels = [UInt32](repeating: 0xFF40_4040, count: size.pixels)
        let picture = PaintedPicture(subject: subject, palette: .warm, size: size, seed: 1)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            Cards.draw(picture, on: Frame(stage: Stage(size), pixels: base))
        }
        return pixels
    }

    private func subjects(_ texts: SheetTexts, _ size: PixelSize) -> [PaintedPicture.Subject] {
        [
            .quote(text: texts.saying, by: "", over: .sea),
            .number(value: texts.value, caption: texts.caption, over: .sea),
            .list(heading: texts.heading, items: texts.items, over: .sea),
            .chapter(number: 3, title: texts.heading, over: .sea), .title(text: texts.title, over: .sea),
            .cover(lines: CoverLines(size, title: texts.title).lines, over: .sea),
        ]
    }

    /// Share of width and height outside the pixels that are bright: left, top, right, bottom.
    private func margins(_ pixels: [UInt32], _ size: PixelSize, above bright: Int) -> [Double] {
        let lit = pixels.indices.filter { place in
            [UInt32(0), 8, 16].map { Int(pixels[place] >> $0 & 0xFF) }.max() ?? 0 > bright
        }
        guard let first = lit.first, let last = lit.last else { return [1, 1, 1, 1] }
        let columns = lit.map { $0 % size.width }
        return [
            Double(columns.min() ?? 0) / Double(size.width), Double(first / size.width) / Double(size.height),
            1 - Double(columns.max() ?? 0) / Double(size.width), 1 - Double(last / size.width) / Double(size.height),
        ]
    }

    @Test("a font here has every letter")
    func glyphs() {
        let missing = ArtworkTrials.missingGlyphs()
        #expect(missing.count == SheetTexts.languages.count)
        #expect(missing.values.allSatisfy { $0 == 0 }, "\(missing)")
    }

    @Test("words of every script stay inside the picture, in every shape", arguments: SheetTexts.languages.map(\.name))
    func margins(name: String) throws {
        let texts = try #require(SheetTexts.languages.first { $0.name == name })
        for size in Self.sizes {
            for subject in subjects(texts, size) {
                if case .quote = subject { continue }  // has a frame near the edge, see CardsTests
                let margins = margins(drawn(subject, size), size, above: 205)
                #expect(margins.allSatisfy { $0 > 0.02 && $0 < 0.8 }, "\(subject) \(size): \(margins)")
            }
        }
    }

    @Test("very long and very short words stay inside, too", arguments: sizes)
    func extremes(size: PixelSize) {
        let long = String(repeating: "人过六十有三样东西千万不要省", count: 5)
        let words = String(repeating: "a title that does not want to end ", count: 5)
        for text in [long, words, "Supercalifragilisticexpialidocious", "静", "I"] {
            let subjects: [PaintedPicture.Subject] = [
                .list(heading: text, items: [text, "一", text], over: .sea),
                .chapter(number: 12, title: text, over: .sea),
                .title(text: text, over: .sea), .cover(lines: CoverLines(size, title: text).lines, over: .sea),
            ]
            for subject in subjects {
                let margins = margins(drawn(subject, size), size, above: 205)
                #expect(margins.allSatisfy { $0 > 0.005 && $0 < 0.8 }, "\(subject): \(margins)")
            }
        }
    }

    @Test("lists leave the lower edge to the captions")
    func captions() {
        for size in Self.sizes {
            let list = PaintedPicture.Subject.list(
                heading: "Five habits", items: ["One thing", "Another", "A third thing", "A fourth", "A fifth"],
                over: .sea)
            #expect(margins(drawn(list, size), size, above: 205)[3] > 0.17)
        }
    }

    @Test("the classic cover's four lines are white, yellow, yellow and red on dark edges, from top to bottom")
    func colours() {
        let size = Self.sizes[0]
        let pixels = drawn(.cover(lines: ["老人常做", "这三件事", "一个比一个好", "越活越年轻"], over: .sea), size)
        let bands = (0..<4).map { band in
            Array(pixels[band * size.pixels / 4..<(band + 1) * size.pixels / 4])
        }
        func count(_ pixels: [UInt32], _ colour: Colour) -> Int {
            let (r, g, b) = (Int(colour.r * 255), Int(colour.g * 255), Int(colour.b * 255))
            return pixels.count {
                abs(Int($0 >> 16 & 0xFF) - r) + abs(Int($0 >> 8 & 0xFF) - g) + abs(Int($0 & 0xFF) - b) < 12
            }
        }
        let wanted = [ClassicCover.white, ClassicCover.yellow, ClassicCover.yellow, ClassicCover.red]
        for (band, colour) in zip(bands, wanted) {
            #expect(count(band, colour) > 1500)
            for other in [ClassicCover.white, .init(0xFFE11A), ClassicCover.red] where other != colour {
                #expect(count(band, other) < count(band, colour) / 8)
            }
            #expect(band.count { $0 & 0xFF < 0x14 && $0 >> 16 & 0xFF < 0x1C } > 1500)
        }
        let three = (0..<3).map { ClassicCover.colour(of: $0, of: 3) }
        #expect(three == [ClassicCover.white, ClassicCover.yellow, ClassicCover.red])
    }

    @Test("emoji have colours of their own")
    func emoji() {
        let size = Self.sizes[0]
        let plain = drawn(.title(text: "爱", over: .sea), size)
        let coloured = drawn(.title(text: "❤️", over: .sea), size)
        func isRed(_ word: UInt32) -> Bool { word >> 16 & 0xFF > 180 && word >> 8 & 0xFF < 90 }
        #expect(plain.count(where: isRed) == 0)
        #expect(coloured.count(where: isRed) > 200)
    }

    @Test("a number in a list of Arabic stands on the right")
    func mirrored() {
        let size = Self.sizes[0]
        func gold(_ subject: PaintedPicture.Subject) -> Double {
            let pixels = drawn(subject, size)
            // Discs are gold: red far above blue.
            let places = pixels.indices.filter { Int(pixels[$0] >> 16 & 0xFF) - Int(pixels[$0] & 0xFF) > 90 }
            return Double(places.reduce(0) { $0 + $1 % size.width }) / Double(max(places.count, 1)) / Double(size.width)
        }
        let arabic = SheetTexts.languages.first { $0.name == "ar" }?.items ?? []
        #expect(gold(.list(heading: "", items: arabic, over: .sea)) > 0.5)
        #expect(gold(.list(heading: "", items: ["Sleep well", "Walk after every meal"], over: .sea)) < 0.5)
    }

    @Test("the same card is the same picture")
    func determinism() {
        for texts in SheetTexts.languages {
            for subject in subjects(texts, Self.sizes[2]) {
                #expect(drawn(subject, Self.sizes[2]) == drawn(subject, Self.sizes[2]))
            }
        }
    }

    @Test("words stand over another picture, which fills the card whatever its shape")
    func overPicture() async throws {
        try await withTemporaryFolder { folder in
            let (ground, file) = (folder.appending(path: "ground.png"), folder.appending(path: "cover.png"))
            let tall = PixelSize(width: 90, height: 200)
            let blue = [UInt32](repeating: 0xFF10_2080, count: tall.pixels)
            try blue.withUnsafeBufferPointer { try PNGFile.write($0, tall, to: ground) }
            let size = Self.sizes[0]
            let picture = PaintedPicture(
                subject: .cover(lines: ["Blue"], over: .sea), palette: .warm, size: size, seed: 1)

            try await PaintedScenes().paint(picture, over: ground, to: file)

            let cover = try PictureFile(file)
            #expect(cover.size == size)
            let pixels = SheetPage.pixels(size) { cover.fill(PaintSurface($0)) }
            for corner in [0, size.width - 1, size.pixels - 1] {
                #expect(pixels[corner] & 0xFF > 0x50 && pixels[corner] >> 16 & 0xFF < 0x20)
            }
            await #expect(throws: BatchVideoError.self) {
                try await PaintedScenes().paint(picture, over: folder.appending(path: "none.png"), to: file)
            }
        }
    }
}
