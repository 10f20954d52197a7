import BatchVideo
import Testing

@Suite("Motion planner")
struct MotionPlannerTests {
    private let canvas = PixelSize(width: 1360, height: 768)

    @Test("views stay inside the picture and moves are gentle, whatever the shot and picture")
    func gentle() {
        var random = SeededRandom(seed: 11)
        for seed in 0..<2000 as Range<UInt64> {
            let planner = MotionPlanner(canvas: canvas, seed: seed)
            let seconds = random.uniform(0.1, 14)
            let picture = PixelSize(
                width: 300 + random.index(3000), height: 300 + random.index(3000))
            let motion = planner.motion(
                shot: random.index(50), seconds: seconds, picture: picture, isCard: false)
            for view in [motion.from, motion.to] {
                #expect((1...MotionPlanner.maxZoom).contains(view.zoom))
                #expect((0...1).contains(view.x) && (0...1).contains(view.y))
            }
            let zoomSpeed = abs(motion.to.zoom - motion.from.zoom) / seconds
            #expect(zoomSpeed <= MotionPlanner.zoomPerSecond.upperBound + 1e-9)
        }
    }

    @Test(
        "a picture of the canvas's shape never makes the same move twice running, and all moves come"
    )
    func variety() {
        var seen: Set<String> = []
        let planner = MotionPlanner(canvas: canvas, seed: 5)
        var last = ""
        for shot in 0..<500 {
            let motion = planner.motion(shot: shot, seconds: 5, picture: canvas, isCard: false)
            let name = Self.name(motion)
            #expect(name != last)
            last = name
            seen.insert(name)
        }
        #expect(seen.count >= 8)
    }

    private static func name(_ motion: Motion) -> String {
        func sign(_ value: Double) -> Int { value == 0 ? 0 : value < 0 ? -1 : 1 }
        let zoom = sign(motion.to.zoom - motion.from.zoom)
        let isCentred = [motion.from, motion.to].allSatisfy { $0.x == 0.5 && $0.y == 0.5 }
        if zoom != 0 { return "zoom \(zoom) \(isCentred)" }
        return "pan \(sign(motion.to.x - motion.from.x)) \(sign(motion.to.y - motion.from.y))"
    }

    @Test("every still moves enough to be seen")
    func neverStill() {
        let planner = MotionPlanner(canvas: canvas, seed: 8)
        for shot in 0..<500 {
            let motion = planner.motion(shot: shot, seconds: 5, picture: canvas, isCard: false)
            let zoom = abs(motion.to.zoom - motion.from.zoom)
            let room = motion.from.zoom - 1
            let shift =
                max(abs(motion.to.x - motion.from.x), abs(motion.to.y - motion.from.y)) * room
            #expect(max(zoom, shift) >= 0.055)
        }
    }

    @Test("cards come nearer by three per cent, in their middle")
    func cards() {
        let planner = MotionPlanner(canvas: canvas, seed: 1)
        let motion = planner.motion(shot: 3, seconds: 6, picture: canvas, isCard: true)
        #expect(motion.from == .init(zoom: 1, x: 0.5, y: 0.5))
        #expect(motion.to == .init(zoom: 1.03, x: 0.5, y: 0.5))
    }

    @Test("a tall picture on a wide canvas is panned up or down")
    func tall() {
        let planner = MotionPlanner(canvas: canvas, seed: 2)
        for shot in 0..<50 {
            let motion = planner.motion(
                shot: shot, seconds: 5, picture: PixelSize(width: 1080, height: 1920), isCard: false
            )
            #expect(motion.from.x == motion.to.x && motion.from.y != motion.to.y)
        }
    }

    @Test("a drift keeps both sky and ground inside the picture, the ground being faster")
    func drift() throws {
        let planner = MotionPlanner(canvas: canvas, seed: 3, choice: .parallax)
        for shot in 0..<60 {
            let motion = planner.motion(
                shot: shot, seconds: [0.5, 4, 60][shot % 3], picture: canvas, isCard: false)
            let parallax = try #require(motion.parallax)
            let room = 1 - 1 / motion.from.zoom
            let sky = (motion.to.x - motion.from.x) * room
            #expect(motion.from.zoom == motion.to.zoom && sky * parallax > 0)
            // The window's left edge at the lower edge of the frame, first and last.
            for (x, half) in [(motion.from.x, -0.5), (motion.to.x, 0.5)] {
                let left = room * x + parallax * half / motion.from.zoom
                #expect(left >= 0 && left <= room)
            }
        }
    }

    @Test("only zooms, only pans, or none, when that is wanted")
    func choices() {
        for (choice, names) in [
            (MotionChoice.zoom, ["zoom 1 true", "zoom -1 true", "zoom 1 false", "zoom -1 false"]),
            (.pan, ["pan 1 0", "pan -1 0", "pan 0 1", "pan 0 -1"]), (.none, ["pan 0 0"]),
        ] {
            let planner = MotionPlanner(canvas: canvas, seed: 4, choice: choice)
            let seen = (0..<200).map { shot in
                Self.name(
                    planner.motion(
                        shot: shot, seconds: 5, picture: canvas, isCard: choice == .none))
            }
            #expect(Set(seen) == Set(names))
        }
    }
}
