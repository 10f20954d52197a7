/// How a camera travels over a still.
package enum CameraMove: String, Sendable, Codable, CaseIterable {
    case zoomIn, zoomOut
    case panLeft, panRight, panUp, panDown
    /// Nearer and to one side at once; farther and back to the middle.
    case approach, retreat
    /// To one side, the ground faster than the sky.
    case driftLeft, driftRight
}

/// Which camera moves a film uses over its stills.
package enum MotionChoice: String, Sendable, Codable, CaseIterable {
    /// All of them: zooms, pans, and both at once.
    case auto
    case none
    /// Nearer and farther only, also towards a side.
    case zoom
    /// Along the picture only.
    case pan
    /// To one side, what is near faster than what is far.
    case parallax
}

/// Plans gentle camera moves: seeded, never the same twice running over pictures of the canvas's
/// shape, always inside the picture. A shot's move does not depend on what other shots show.
package struct MotionPlanner: Sendable {
    /// Zoom per second: slow enough to watch, fast enough to be seen.
    package static let zoomPerSecond = 0.012...0.018
    package static let maxZoom = 1 + MotionRoom.zoom
    /// A card is read: it comes nearer by this and no more.
    package static let cardZoom = 1.03
    /// A picture that hangs over the canvas by more than this share is panned along its excess.
    private static let wideExcess = 0.2

    private let canvas: PixelSize
    private let seed: UInt64
    private let choice: MotionChoice

    package init(canvas: PixelSize, seed: UInt64, choice: MotionChoice = .auto) {
        self.canvas = canvas
        self.seed = seed
        self.choice = choice
    }

    /// The move over the still of shot `shot`, which is seen for `seconds`, handles included.
    package func motion(
        shot: Int, seconds: Double, picture: PixelSize, isCard: Bool
    ) -> Motion {
        if choice == .none { return .none }
        if isCard {
            return Motion(from: .middle(1), to: .middle(Self.cardZoom), easing: .linear)
        }
        var random = SeededRandom(seed: seed, "motion", shot)
        let moves = moves(over: picture)
        let move = moves[number(ofShot: shot, among: moves.count)]
        return motion(of: move, seconds: seconds, picture: picture, &random)
    }

    /// Neighbours have different numbers: each goes on from the one before by 1 ..< count.
    private func number(ofShot shot: Int, among count: Int) -> Int {
        (0...shot).reduce(0) { number, shot in
            var random = SeededRandom(seed: seed, "move", shot)
            let step = shot == 0 ? random.index(count) : 1 + random.index(max(1, count - 1))
            return (number + step) % count
        }
    }

    /// Every chosen move for a picture of the canvas's shape; for others pans along what hangs
    /// over, unless only zooms are wanted.
    private func moves(over picture: PixelSize) -> [CameraMove] {
        if choice == .zoom { return [.zoomIn, .zoomOut, .approach, .retreat] }
        if choice == .parallax { return [.driftLeft, .driftRight] }
        let excess = Excess(of: picture, over: canvas)
        if excess.x > Self.wideExcess { return [.panLeft, .panRight] }
        if excess.y > Self.wideExcess { return [.panUp, .panDown] }
        if choice == .pan { return [.panLeft, .panRight, .panUp, .panDown] }
        return CameraMove.allCases.filter { $0 != .driftLeft && $0 != .driftRight }
    }

    private func motion(
        of move: CameraMove, seconds: Double, picture: PixelSize, _ random: inout SeededRandom
    ) -> Motion {
        let speed = random.uniform(
            Self.zoomPerSecond.lowerBound, Self.zoomPerSecond.upperBound)
        let travel = min(Self.maxZoom - 1, speed * max(0, seconds))
        let near = 1 + travel
        let x = random.uniform(0.2, 0.8)
        let y = random.uniform(0.25, 0.6)
        switch move {
        case .zoomIn: return Motion(from: .middle(1), to: .middle(near), easing: .gentle)
        case .zoomOut: return Motion(from: .middle(near), to: .middle(1), easing: .gentle)
        case .approach:
            return Motion(
                from: .middle(1), to: .init(zoom: near, x: x, y: y), easing: .gentle)
        case .retreat:
            return Motion(
                from: .init(zoom: near, x: x, y: y), to: .middle(1), easing: .gentle)
        case .panLeft, .panRight, .panUp, .panDown:
            return pan(move, travel: travel, picture: picture, steady: random.uniform(0.4, 0.6))
        case .driftLeft, .driftRight:
            return drift(to: move == .driftLeft ? 1 : -1, seconds: seconds, height: random.uniform(0.4, 0.6))
        }
    }

    /// Widths of the canvas per second by which the ground is faster than the sky, and at most.
    private static let parallaxPerSecond = 0.006
    private static let mostParallax = 0.04

    /// The sky moves by a third of the room that the zoom leaves, the ground uses up the rest.
    private func drift(to side: Double, seconds: Double, height: Double) -> Motion {
        let zoom = 1 + 0.9 * MotionRoom.zoom
        let reach = 0.15 * side
        let parallax = min(Self.mostParallax, Self.parallaxPerSecond * max(0, seconds))
        return Motion(
            from: Motion.View(zoom: zoom, x: 0.5 - reach, y: height),
            to: Motion.View(zoom: zoom, x: 0.5 + reach, y: height), easing: .gentle,
            parallax: parallax * side)
    }

    /// A pan at a fixed zoom. `travel` is the way in widths (heights) of the canvas.
    private func pan(
        _ move: CameraMove, travel: Double, picture: PixelSize, steady: Double
    ) -> Motion {
        let isHorizontal = move == .panLeft || move == .panRight
        let excess = Excess(of: picture, over: canvas)
        let overhang = isHorizontal ? excess.x : excess.y
        let zoom = overhang > Self.wideExcess ? 1 : 1 + 0.9 * MotionRoom.zoom
        let room = (1 + overhang) * zoom - 1
        let half = min(0.5, travel / room / 2)
        let isForward = move == .panRight || move == .panDown
        let start = 0.5 + (isForward ? -half : half)
        let end = 1 - start
        let from =
            isHorizontal
            ? Motion.View(zoom: zoom, x: start, y: steady) : .init(zoom: zoom, x: steady, y: start)
        let to =
            isHorizontal
            ? Motion.View(zoom: zoom, x: end, y: steady) : .init(zoom: zoom, x: steady, y: end)
        return Motion(from: from, to: to, easing: .gentle)
    }
}

/// What of a picture hangs over the canvas that it covers, in widths and heights of the canvas.
private struct Excess {
    var x: Double
    var y: Double

    init(of picture: PixelSize, over canvas: PixelSize) {
        guard picture.height > 0, picture.width > 0, canvas.width > 0, canvas.height > 0 else {
            (x, y) = (0, 0)
            return
        }
        let ratio = Double(picture.width * canvas.height) / Double(picture.height * canvas.width)
        x = max(0, ratio - 1)
        y = max(0, 1 / ratio - 1)
    }
}

extension Motion.View {
    fileprivate static func middle(_ zoom: Double) -> Motion.View {
        .init(zoom: zoom, x: 0.5, y: 0.5)
    }
}
