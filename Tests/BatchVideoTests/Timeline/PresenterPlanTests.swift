import Testing

@testable import BatchVideo

@Suite("Presenter plan")
struct PresenterPlanTests {
    private let shots = [30..<150, 150..<330, 330..<480, 480..<600]
    private let clip = PictureSource(medium: .clip, file: "p", sha256: "p", motion: .none)

    private func track(
        _ appearance: PresenterPlan.Appearance, intro: Int, outro: Int = 0,
        place: PresenterPlan.Place = .fullscreen, canvas: Canvas = .landscape
    ) -> PresenterTrack? {
        PresenterPlan(
            source: clip, place: place, appearance: appearance,
            introLength: MediaTime(ms: intro), outroLength: MediaTime(ms: outro),
            transitions: .auto
        ).track(over: shots, canvas: canvas, seed: 1)
    }

    @Test("is seen up to the border of the shot in which its time ends (D4)")
    func snapping() {
        #expect(track(.intro, intro: 1000)?.spans == [30..<150])
        #expect(track(.intro, intro: 4000)?.spans == [30..<150])
        #expect(track(.intro, intro: 4001 + 33)?.spans == [30..<330])
        #expect(track(.outro, intro: 0, outro: 4100)?.spans == [330..<600])
        #expect(track(.ends, intro: 1000, outro: 1000)?.spans == [30..<150, 480..<600])
    }

    @Test("is seen all the time when both ends meet, or for the whole film")
    func whole() {
        #expect(track(.whole, intro: 1)?.spans == [30..<600])
        #expect(track(.ends, intro: 9000, outro: 9000)?.spans == [30..<600])
        #expect(track(.intro, intro: 100_000)?.spans == [30..<600])
    }

    @Test("lies inside the picture in every corner of every canvas")
    func corners() {
        for canvas in [Canvas.landscape, .portrait, .square] {
            for corner in Corner.allCases {
                for shape in [PresenterTrack.Shape.circle, .keyed(colour: "00FF00")] {
                    let track = track(
                        .whole, intro: 1, place: .corner(corner, shape), canvas: canvas)
                    #expect(track?.area.isInside(canvas.size) == true)
                    #expect(track?.area.width == track?.area.height)
                }
            }
        }
    }
}
