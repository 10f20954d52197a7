/// Where a presenter stands in the film and when.
package struct PresenterPlan: Hashable, Sendable, Codable {
    package enum Place: Hashable, Sendable, Codable {
        case fullscreen
        /// A square in a corner, in proportion to the canvas.
        case corner(Corner, PresenterTrack.Shape)
    }

    package enum Appearance: String, Sendable, Codable, CaseIterable {
        case whole, intro, outro
        /// Intro and outro.
        case ends
    }

    package var source: PictureSource
    package var place: Place
    package var appearance: Appearance
    /// How long it is seen at the beginning and at the end, rounded up to the end (start) of a shot.
    package var introLength: MediaTime
    package var outroLength: MediaTime
    package var transitions: TransitionChoice

    package init(
        source: PictureSource, place: Place, appearance: Appearance, introLength: MediaTime,
        outroLength: MediaTime, transitions: TransitionChoice
    ) {
        self.source = source
        self.place = place
        self.appearance = appearance
        self.introLength = introLength
        self.outroLength = outroLength
        self.transitions = transitions
    }

    private static let transitionSeconds = 0.5
    /// Of the canvas's longer side, and the gap to the edges of the shorter.
    private static let cornerShare = 0.22
    private static let marginShare = 0.04
    /// The lower part belongs to captions, in portrait also to phones' own buttons.
    private static let lift = (landscape: 0.21, portrait: 0.3)

    /// `shots`: the frames of each shot, in order and without gap.
    func track(over shots: [Range<Int>], canvas: Canvas, seed: UInt64) -> PresenterTrack? {
        guard let start = shots.first?.lowerBound, let end = shots.last?.upperBound else {
            return nil
        }
        let spans = spans(over: shots, from: start, to: end, fps: canvas.fps)
        guard let shortest = spans.map(\.count).min() else { return nil }
        let frames = Int((Self.transitionSeconds * Double(canvas.fps)).rounded())
        let (area, shape) = Self.layout(place, on: canvas.size)
        var random = SeededRandom(seed: seed, "presenter", 0)
        return PresenterTrack(
            source: source, startFrame: start, area: area, shape: shape, spans: spans,
            transition: Transition(
                kind: transitions.pick(&random), frames: min(frames, shortest / 2)))
    }

    /// Requirements D4: snapped to the borders of shots, all of the film when both ends meet.
    private func spans(
        over shots: [Range<Int>], from start: Int, to end: Int, fps: Int
    ) -> [Range<Int>] {
        let hasIntro = appearance != .outro
        let hasOutro = appearance == .outro || appearance == .ends
        let (introFrames, outroFrames) = (introLength.frame(fps: fps), outroLength.frame(fps: fps))
        guard appearance != .whole else { return [start..<end] }
        let introEnd = shots.first { $0.upperBound - start >= introFrames }?.upperBound ?? end
        let outroStart = shots.last { end - $0.lowerBound >= outroFrames }?.lowerBound ?? start
        if hasIntro, hasOutro, introEnd >= outroStart { return [start..<end] }
        var spans: [Range<Int>] = []
        if hasIntro, introFrames > 0 { spans.append(start..<introEnd) }
        if hasOutro, outroFrames > 0 { spans.append(outroStart..<end) }
        return spans
    }

    /// Where a presenter stands, and how it is cut out.
    package static func layout(
        _ place: Place, on canvas: PixelSize
    ) -> (PixelArea, PresenterTrack.Shape) {
        switch place {
        case .fullscreen:
            return (
                PixelArea(x: 0, y: 0, width: canvas.width, height: canvas.height), .rectangle
            )
        case .corner(let corner, let shape):
            let side = Int((Double(canvas.longer) * cornerShare).rounded())
            let margin = Int((Double(canvas.shorter) * marginShare).rounded())
            var (x, y) = corner.place(
                PixelSize(width: side, height: side), on: canvas, margin: margin)
            let isBottom = corner == .bottomLeft || corner == .bottomRight
            if case .keyed = shape, isBottom, !canvas.isPortrait {
                y = canvas.height - side  // a person who is cut off stands on the edge
            } else if isBottom {
                let lift = canvas.isPortrait ? Self.lift.portrait : Self.lift.landscape
                y = Int(Double(canvas.height) * (1 - lift)) - side
            }
            x = max(0, min(x, canvas.width - side))
            return (PixelArea(x: x, y: max(0, y), width: side, height: side), shape)
        }
    }
}

extension TransitionChoice {
    /// One kind for every time a presenter comes or goes.
    func pick(_ random: inout SeededRandom) -> TransitionKind {
        switch self {
        case .auto: .fade
        case .among(let kinds): kinds.isEmpty ? .cut : kinds[random.index(kinds.count)]
        }
    }
}
