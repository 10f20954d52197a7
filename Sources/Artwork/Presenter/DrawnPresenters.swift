package import BatchVideo
package import Foundation

/// The embedded presenter: a figure of our own, or a picture whose mouth moves. No AI, no network.
package struct DrawnPresenters: PresenterPainter {
    package let version = "drawn-presenters 1"
    private let recorder: any FrameRecorder

    package init(recorder: any FrameRecorder) { self.recorder = recorder }

    package func paint(
        _ presenter: DrawnPresenter, speaking mouth: MouthTrack, shown: [Range<Int>], to file: URL
    ) async throws {
        try Self.check(presenter.size, mouth)
        let puppet = try await Easel.run { try Puppet(presenter) }
        let motion = IdleMotion(mouth, seed: presenter.seed)
        let size = presenter.size
        // What nobody sees need not move.
        let isSeen = Self.seen(shown, count: mouth.frameCount)
        let still = isSeen.contains(false) ? puppet.still() : []
        try await recorder.record(size: size, fps: mouth.fps, frameCount: mouth.frameCount, to: file) {
            index, buffer in
            try buffer.withMemoryRebound(to: UInt32.self) { words in
                guard let base = words.baseAddress, words.count >= size.pixels else {
                    throw BatchVideoError(.internal, "the recorder's buffer is too small")
                }
                guard isSeen[index] else {
                    for i in still.indices { base[i] = still[i] }
                    return
                }
                puppet.draw(
                    on: Frame(stage: puppet.stage, pixels: base), mouth: mouth.shapes[index], pose: motion.pose(index))
            }
        }
    }

    private static func seen(_ shown: [Range<Int>], count: Int) -> [Bool] {
        var seen = [Bool](repeating: false, count: count)
        for range in shown {
            for frame in range.clamped(to: 0..<count) { seen[frame] = true }
        }
        return seen
    }

    private static func check(_ size: PixelSize, _ mouth: MouthTrack) throws {
        guard (16...4096).contains(size.width), (16...4096).contains(size.height),
            size.width.isMultiple(of: 2), size.height.isMultiple(of: 2)
        else {
            throw BatchVideoError(
                .invalid,
                "a drawn presenter is 16 to 4096 pixels wide and high, in even numbers, not "
                    + "\(size.width)x\(size.height)"
            )
        }
        guard (1...120).contains(mouth.fps), mouth.frameCount > 0 else {
            throw BatchVideoError(
                .invalid,
                "a presenter speaks for one frame or more at 1 to 120 a second, not \(mouth.frameCount) at \(mouth.fps)"
            )
        }
    }
}

/// A presenter ready to be drawn, frame by frame.
struct Puppet: Sendable {
    private enum Body: Sendable {
        case figure(FigureRig)
        case photo(PhotoRig)
    }

    let stage: Stage
    private let body: Body
    private let rim: RimPainter

    init(_ presenter: DrawnPresenter) throws {
        let stage = Stage(presenter.size)
        self.stage = stage
        rim = RimPainter(presenter.rim, stage)
        switch presenter.likeness {
        case .figure(let drawn):
            let (figure, palette) = (drawn.figure, drawn.palette)
            body = .figure(
                FigureRig(
                    figure, palette, framing: Framing(figureIn: stage),
                    ground: try Self.ground(presenter, figure, palette, stage)))
        case .photo(let photo):
            let picture = try PhotoPicture(URL(filePath: photo.file))
            let mouth = try photo.mouth ?? MouthFinder(picture).mouth()
            body = .photo(PhotoRig(picture, mouth: mouth, stage: stage))
        }
    }

    func draw(on frame: Frame, mouth: MouthShape, pose: FacePose) {
        switch body {
        case .figure(let rig): rig.draw(on: frame, mouth: mouth, pose: pose)
        case .photo(let rig): rig.draw(on: frame, mouth: mouth, pose: pose)
        }
        rim.paint(on: frame)
    }

    /// With closed lips, at rest.
    func still() -> [UInt32] {
        var pixels = [UInt32](repeating: 0xFF00_0000, count: stage.size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress {
                draw(on: Frame(stage: stage, pixels: base), mouth: .closed, pose: .still)
            }
        }
        return pixels
    }

    private static func ground(
        _ presenter: DrawnPresenter, _ figure: PresenterFigure, _ palette: FigurePalette, _ stage: Stage
    ) throws -> [UInt32] {
        switch presenter.ground {
        case .studio:
            return StudioGround(
                stage: stage, colours: FigureColours(figure, palette), figure: figure, seed: presenter.seed
            ).pixels()
        case .colour(let hex):
            guard hex.count == 6, let word = UInt32(hex, radix: 16) else {
                throw BatchVideoError(.invalid, "a colour behind a presenter is RRGGBB, not \(hex)")
            }
            return [UInt32](repeating: 0xFF00_0000 | word, count: stage.size.pixels)
        }
    }
}

/// A white line along the edge that the picture is cut to.
struct RimPainter: Sendable {
    private let rim: DrawnPresenter.Rim
    private let stage: Stage

    /// Of the shorter side.
    private static let width = 0.022
    /// Of the corners' radius, as the film cuts them.
    private static let rounding = 0.1

    init(_ rim: DrawnPresenter.Rim, _ stage: Stage) {
        self.rim = rim
        self.stage = stage
    }

    func paint(on frame: Frame) {
        guard rim != .none else { return }
        let surface = PaintSurface(frame)
        let width = stage.unit * Self.width
        for (inset, alpha, colour) in [(width * 0.95, 0.22, Colour.black), (width / 2 - 1, 0.96, Colour.white)] {
            let (w, h) = (stage.width - 2 * inset, stage.height - 2 * inset)
            switch rim {
            case .none: break
            case .circle: surface.ellipse(stage.width / 2, stage.height / 2, w / 2, h / 2)
            case .rounded:
                surface.roundedRectangle(inset, inset, w, h, radius: stage.unit * Self.rounding - inset)
            }
            surface.stroke(colour, alpha, width: width)
        }
    }
}
