import BatchVideo
import Foundation

/// Measures families: processor time, the seam of the loop, and whether the same seed draws the same.
struct ArtworkTrials: Sendable {
    let isQuick: Bool
    let seed: UInt64

    private static let hd = PixelSize(width: 1360, height: 768)
    private static let fullHD = PixelSize(width: 1920, height: 1080)
    private static let loop = PixelSize(width: 1280, height: 720)
    private static let small = PixelSize(width: 320, height: 180)
    private static let tiny = PixelSize(width: 160, height: 90)

    func speed(_ family: SceneFamily) async throws -> ArtworkReport.Speed {
        try await Easel.run {
            let composed = SceneCatalogue.scene(picture(.scene(family), Self.loop))
            let frames = isQuick ? 3 : 8
            var pixels = [UInt32](repeating: 0, count: Self.loop.pixels)
            let loopMs = Self.processorMs {
                for frame in 0..<frames { Self.draw(composed, phase: Double(frame) / 210, &pixels) }
            }
            return ArtworkReport.Speed(
                family: family.rawValue, stillMs1360x768: stillMs(family, Self.hd),
                stillMs1920x1080: isQuick ? nil : stillMs(family, Self.fullHD),
                frameMs1280x720: loopMs / Double(frames))
        }
    }

    private func stillMs(_ family: SceneFamily, _ size: PixelSize) -> Double {
        var pixels = [UInt32](repeating: 0, count: size.pixels)
        return Self.processorMs {
            let scene = SceneCatalogue.scene(picture(.scene(family), size))
            Self.draw(scene, phase: scene.stillPhase, &pixels)
        }
    }

    /// Frames of a loop of 7 s at 30 a second.
    func loop(_ family: SceneFamily) async throws -> ArtworkReport.Loop {
        try await Easel.run {
            let count = 210
            let scene = SceneCatalogue.scene(picture(.scene(family), Self.small))
            func frame(_ number: Int) -> [UInt32] {
                var pixels = [UInt32](repeating: 0, count: Self.small.pixels)
                Self.draw(scene, phase: scene.stillPhase + Double(number) / Double(count), &pixels)
                return pixels
            }
            let end = [count - 2, count - 1, 0, 1].map(frame)
            let steps = zip(end, end.dropFirst()).map(Self.difference)
            let places = stride(from: 5, to: count - 2, by: isQuick ? 51 : 17)
            let inner = places.map { Self.difference(frame($0), frame($0 + 1)) }
            return ArtworkReport.Loop(
                family: family.rawValue, meanStep: inner.reduce(0, +) / Double(max(inner.count, 1)),
                seam: steps[1], before: steps[0], after: steps[2])
        }
    }

    func presenterFrameMs() async throws -> [String: Double] {
        let size = PixelSize(width: 420, height: 420)
        let frames = isQuick ? 6 : 30
        var times: [String: Double] = [:]
        for figure in PresenterFigure.allCases {
            times[figure.rawValue] = try await Easel.run {
                let puppet = try Puppet(DrawnPresenter(.figure(DrawnFigure(figure, .classic)), size: size, seed: seed))
                var pixels = [UInt32](repeating: 0, count: size.pixels)
                let ms = Self.processorMs {
                    pixels.withUnsafeMutableBufferPointer { buffer in
                        guard let base = buffer.baseAddress else { return }
                        let frame = Frame(stage: puppet.stage, pixels: base)
                        for index in 0..<frames {
                            let mouth = Viseme.allCases[index % Viseme.allCases.count].shape
                            puppet.draw(on: frame, mouth: mouth, pose: FacePose(turn: 0.3))
                        }
                    }
                }
                return ms / Double(frames)
            }
        }
        return times
    }

    /// Draws pictures of a family and cards twice, from nothing.
    func determinism() async throws -> ArtworkReport.Determinism {
        let scenes = SceneFamily.allCases.flatMap { family in
            ScenePalette.allCases.map { ("\(family) \($0)", picture(.scene(family), Self.tiny, $0)) }
        }
        let cards = SheetTexts.languages.flatMap { texts in
            [
                PaintedPicture.Subject.quote(text: texts.saying, by: "", over: .sea),
                .list(heading: texts.heading, items: texts.items, over: .sea),
                .cover(lines: [texts.title], over: .sea),
            ].enumerated().map { ("\(texts.name) card \($0.offset + 1)", picture($0.element, Self.tiny)) }
        }
        let all = scenes + cards
        let tried = isQuick ? all.indices.filter { $0 % 4 == 0 }.map { all[$0] } : all
        var differing: [String] = []
        for (name, picture) in tried {
            let isSame = try await Easel.run {
                let cell = SheetCell(name, picture)
                return SheetPage.pixels(Self.tiny, cell.paint) == SheetPage.pixels(Self.tiny, cell.paint)
            }
            if !isSame { differing.append(name) }
        }
        return ArtworkReport.Determinism(pictures: tried.count, differing: differing)
    }

    /// Letters that no font on this machine has, by language.
    static func missingGlyphs() -> [String: Int] {
        let surface = PaintSurface(Stage(PixelSize(width: 16, height: 16)))
        let counts = SheetTexts.languages.map { texts in
            let missing = texts.all.map { text in
                [Typeface.serif, .strong, .plain].map { face in
                    TextBlock(text, face, size: 20, width: 2000, leading: 1, on: surface)?.missingGlyphs ?? 1
                }.reduce(0, +)
            }
            return (texts.name, missing.reduce(0, +))
        }
        return Dictionary(counts) { $0 + $1 }
    }

    private func picture(
        _ subject: PaintedPicture.Subject, _ size: PixelSize, _ palette: ScenePalette = .warm
    ) -> PaintedPicture {
        PaintedPicture(subject: subject, palette: palette, size: size, seed: seed)
    }

    private static func draw(_ scene: Scene, phase: Double, _ pixels: inout [UInt32]) {
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            scene.draw(on: Frame(stage: scene.stage, pixels: base), phase: phase)
        }
    }

    private static func difference(_ a: [UInt32], _ b: [UInt32]) -> Double {
        var sum = 0
        for (x, y) in zip(a, b) where x != y {
            for shift in [UInt32(0), 8, 16] { sum += abs(Int(x >> shift & 0xFF) - Int(y >> shift & 0xFF)) }
        }
        return Double(sum) / Double(max(a.count, 1) * 3)
    }

    /// Of the calling thread, which draws alone.
    private static func processorMs(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
        }
        let start = now()
        work()
        return now() - start
    }
}
