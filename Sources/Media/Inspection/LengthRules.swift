import BatchVideo
import Foundation

/// Picture and sound are as long as the timeline says and end within one frame of each other.
struct LengthRules: Sendable {
    let timeline: Timeline

    /// Decoders hand out whole AAC frames, so up to two of them may hang over at the end.
    static let codecSlackSeconds = 2 * 1024 / 48_000.0

    func faults(
        _ probe: MediaProbe, frames: Int, samples: Int
    ) -> [InspectionReport.Fault] {
        let fps = Double(timeline.canvas.fps)
        let wanted = Double(timeline.frameCount) / fps
        let frame = 1 / fps + 0.001
        var faults: [InspectionReport.Fault] = []
        func expect(_ what: String, _ seconds: Double?, within slack: Double) {
            guard let seconds else { return }
            guard abs(seconds - wanted) > slack else { return }
            let detail = String(format: "%@ lasts %.3f s, the timeline %.3f s", what, seconds, wanted)
            faults.append(InspectionReport.Fault(name: "duration", detail: detail))
        }
        if frames != timeline.frameCount {
            faults.append(
                InspectionReport.Fault(
                    name: "frames", detail: "\(frames) frames can be shown, not \(timeline.frameCount)"))
        }
        expect("the picture", probe.video?.seconds, within: frame)
        expect("the sound", probe.audio?.seconds, within: frame)
        expect("the decoded sound", Double(samples) / 48_000, within: frame + Self.codecSlackSeconds)
        return faults
    }
}
