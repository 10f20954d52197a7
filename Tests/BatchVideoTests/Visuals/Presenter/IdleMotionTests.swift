import Foundation
import Testing

@testable import BatchVideo

@Suite("Idle motion")
struct IdleMotionTests {
    private static func poses(fps: Int, seconds: Int, seed: UInt64 = 3) -> [FacePose] {
        let count = fps * seconds
        let track = MouthTrack(
            fps: fps, shapes: [MouthShape](repeating: .closed, count: count),
            stress: (0..<count).map { 0.5 + 0.5 * sin(Double($0) / 9) })
        let motion = IdleMotion(track, seed: seed)
        return (0..<count).map(motion.pose)
    }

    /// Frames in which the eyes begin to close.
    private static func blinks(_ poses: [FacePose]) -> [Int] {
        poses.indices.dropFirst().filter { poses[$0].blink > 0 && poses[$0 - 1].blink == 0 }
    }

    @Test("blinks come every 2.2 to 5 seconds, one in seven twice, and close the eyes", arguments: [12, 24, 25, 30, 60])
    func blinks(_ fps: Int) {
        let poses = Self.poses(fps: fps, seconds: 1200)
        let starts = Self.blinks(poses)

        let pauses = zip(starts, starts.dropFirst()).map { Double($1 - $0) / Double(fps) }
        let doubles = pauses.filter { $0 < 0.6 }
        let others = pauses.filter { $0 >= 0.6 }
        let share = Double(doubles.count) / Double(max(1, others.count))

        #expect(others.allSatisfy { (2.2 - 0.2...5 + 0.2).contains($0) })
        #expect(fps < 24 || (0.09...0.22).contains(share), "\(share)")
        for start in starts.dropLast() {
            #expect(poses[start..<min(start + fps / 4 + 2, poses.count)].map(\.blink).max() == 1)
        }
    }

    @Test("the head stays within 1.5 % and 1.8 degrees, eyes near the camera")
    func bounds() {
        for pose in Self.poses(fps: 25, seconds: 300) {
            #expect(abs(pose.shiftX) <= 0.015)
            #expect(abs(pose.shiftY) <= 0.015)
            #expect(abs(pose.tilt) <= 1.8 * .pi / 180)
            #expect(abs(pose.gazeX) <= 0.5)
            #expect((0...1).contains(pose.blink))
            #expect((0...1).contains(pose.breath))
            #expect((-1...1).contains(pose.brows))
        }
    }

    @Test("the head glides, and what is stressed raises the brows")
    func expression() {
        let poses = Self.poses(fps: 25, seconds: 60)
        let steps = zip(poses, poses.dropFirst()).map { abs($0.turn - $1.turn) }

        let stressed = (0..<poses.count).map { 0.5 + 0.5 * sin(Double($0) / 9) }

        #expect((steps.max() ?? 1) < 0.03)
        #expect(correlation(poses.map(\.brows), stressed) > 0.9)
    }

    @Test("the same seed moves the same, another one differently")
    func seeds() {
        #expect(Self.poses(fps: 25, seconds: 30) == Self.poses(fps: 25, seconds: 30))
        #expect(Self.poses(fps: 25, seconds: 30) != Self.poses(fps: 25, seconds: 30, seed: 4))
    }

    @Test("a film of no frames is still, and frames beyond the last are the last")
    func ends() {
        let none = IdleMotion(MouthTrack(fps: 25, shapes: [], stress: []), seed: 1)
        let one = MouthTrack(fps: 25, shapes: [.closed, .closed], stress: [0, 0])
        let motion = IdleMotion(one, seed: 1)

        #expect(none.pose(3) == .still)
        #expect(motion.pose(9) == motion.pose(1))
    }
}
