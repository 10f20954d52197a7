import BatchVideo
@testable import Compositor
import Foundation
import Testing

@Suite("Camera moves")
struct CameraMoveTests {
    @Test("the window is always inside the picture, however wild the motion")
    func inside() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<5000 {
            func view() -> Motion.View {
                Motion.View(
                    zoom: random.uniform(-1, 20), x: random.uniform(-2, 3),
                    y: random.uniform(-2, 3))
            }
            let motion = Motion(from: view(), to: view(), easing: .gentle)

            let window = motion.view(at: random.uniform(-0.5, 1.5)).window(width: 400, height: 300)

            #expect(window.left >= 0 && window.top >= 0)
            #expect(window.left + window.width <= 400 + 1e-9)
            #expect(window.top + window.height <= 300 + 1e-9)
        }
    }

    @Test("a move starts at its first view and ends at its last", arguments: [
        Motion.Easing.linear, .gentle,
    ])
    func ends(_ easing: Motion.Easing) {
        let from = Motion.View(zoom: 1.1, x: 0.2, y: 0.9)
        let to = Motion.View(zoom: 1.3, x: 0.7, y: 0.1)
        let motion = Motion(from: from, to: to, easing: easing)

        #expect(motion.view(at: 0) == from)
        #expect(abs(motion.view(at: 1).zoom - to.zoom) < 1e-12)
        #expect(abs(motion.view(at: 1).x - to.x) < 1e-12)
    }

    @Test("in a drift the ground moves farther than the sky, by what was asked for")
    func parallax() throws {
        let studio = try Studio()
        let bar = "if(between(X,795,804),220,40)"
        var source = try studio.still(
            "bar.png", "color=black:size=1600x900,format=gbrp,geq=r='\(bar)':g='\(bar)':b='\(bar)'")
        let view = Motion.View(zoom: 1.2, x: 0.5, y: 0.5)
        source.motion = Motion(from: view, to: view, easing: .linear, parallax: 0.1)
        let timeline = studio.timeline(
            [source], frames: 61, transition: .cut, sound: SoundTrack(file: "", sha256: ""))
        let composer = try studio.composer(timeline)
        func place(_ picture: RawPicture, row: Int) -> Double {
            let light = (0..<320).map { Double(picture.luma($0, row) - 50) }.map { max(0, $0) }
            let sum = light.reduce(0, +)
            return zip(light, 0...).reduce(0) { $0 + $1.0 * Double($1.1) } / sum
        }
        let (first, middle, last) = (
            try composer.picture(0, size: Studio.size), try composer.picture(30, size: Studio.size),
            try composer.picture(60, size: Studio.size)
        )
        #expect(abs(place(first, row: 20) - place(last, row: 20)) < 0.05)
        #expect(abs(place(middle, row: 20) - place(middle, row: 176)) < 0.05)
        let ground = place(first, row: 177) - place(last, row: 177)
        #expect(abs(ground - 32 * 0.94) < 1.5, "\(ground)")
        let near = (100..<180).map { place(first, row: $0) }
        #expect(zip(near, near.dropFirst()).allSatisfy { $1 >= $0 - 0.05 && $1 - $0 < 1.4 })
    }

    @Test("easing never stands still and never goes back", arguments: [
        Motion.Easing.linear, .gentle,
    ])
    func easing(_ easing: Motion.Easing) {
        let values = (0...1000).map { easing.value(at: Double($0) / 1000) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }

        #expect(steps.allSatisfy { $0 > 0.0004 })
        #expect(values.first == 0 && values.last == 1)
    }

    @Test("a spot moves as the motion says, to a fiftieth of a pixel, in luma and in chroma",
        arguments: [
            Motion(
                from: .init(zoom: 1, x: 0.5, y: 0.5), to: .init(zoom: 1.18, x: 0.45, y: 0.55),
                easing: .gentle),
            Motion(
                from: .init(zoom: 1.2, x: 0.2, y: 0.3), to: .init(zoom: 1.2, x: 0.6, y: 0.8),
                easing: .linear),
        ])
    func smooth(_ motion: Motion) throws {
        let studio = try Studio()
        let spot = "200*exp(-((X-799.5)*(X-799.5)+(Y-449.5)*(Y-449.5))/9000)"
        var source = try studio.still(
            "spot.png", "color=black:size=1600x900,format=gbrp,"
                + "geq=r='40+\(spot)':g='40+\(spot)/2':b='40'")
        source.motion = motion
        let timeline = studio.timeline(
            [source], frames: 60, transition: .cut, sound: SoundTrack(file: "", sha256: ""))
        let composer = try studio.composer(timeline)

        var errors: [String: [Double]] = [:]
        for k in 0..<60 {
            let picture = try composer.picture(k, size: Studio.size)
            let window = motion.view(at: Double(k) / 59).window(width: 320, height: 180)
            let x = (160 - window.left) * 320 / window.width
            let y = (90 - window.top) * 180 / window.height
            let luma = centroid(picture.luma, width: 320)
            let red = centroid(picture.red, width: 160)
            errors["luma x", default: []].append(luma.x + 0.5 - x)
            errors["luma y", default: []].append(luma.y + 0.5 - y)
            errors["chroma x", default: []].append(2 * red.x + 0.5 - x)
            errors["chroma y", default: []].append(2 * red.y + 1 - y)
        }

        for (name, values) in errors {
            let mean = values.reduce(0, +) / Double(values.count)
            let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            #expect(spread.squareRoot() < 0.02, "\(name) trembles by \(spread.squareRoot()) px")
            #expect(abs(mean) < 0.06, "\(name) is off by \(mean) px")
        }
    }

    /// The middle of what is brighter than the background, in sample indices.
    private func centroid(_ plane: ArraySlice<UInt8>, width: Int) -> (x: Double, y: Double) {
        let samples = Array(plane)
        let ground = Double(samples[0])
        var (mass, x, y) = (0.0, 0.0, 0.0)
        for (index, sample) in samples.enumerated() {
            let weight = Double(sample) - ground
            mass += weight
            x += weight * Double(index % width)
            y += weight * Double(index / width)
        }
        return (x / mass, y / mass)
    }
}
