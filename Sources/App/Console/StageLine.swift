import BatchVideo
import Foundation

/// One stage's line: a bar, counts, time left and speed.
struct StageLine {
    private let event: FilmEvent

    init(_ event: FilmEvent) { self.event = event }

    var live: String {
        guard event.total > 0 else { return name + "..." }
        return "\(name) \(bar) \(event.done)/\(event.total) \(unit)\(timeLeft)\(speed)"
    }

    var finished: String {
        let time = String(format: "%7.1f s", Double(event.elapsedMs) / 1000)
        return "\(name) \(time)  \(outcome)"
    }

    private var name: String {
        event.stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
    }

    private var unit: String {
        switch event.stage {
        case .narration: "sentences"
        case .visuals: "pictures"  // one per shot, and the cover
        case .render: "frames"
        case .script, .captions, .storyboard, .sound, .timeline, .inspect, .publish: "steps"
        }
    }

    private var outcome: String {
        guard event.total > 0 else { return "" }
        if event.total == 1 && event.reused == 1 { return "kept from an earlier run" }
        let things = event.stage == .render ? " segments" : ""
        let kept = event.reused > 0 ? ", \(event.reused)\(things) kept from an earlier run" : ""
        return "\(event.total) \(unit)\(kept)\(speed)"
    }

    private var bar: String {
        let width = 24
        let filled = min(width, event.done * width / event.total)
        return "[" + String(repeating: "=", count: filled)
            + String(repeating: " ", count: width - filled) + "]"
    }

    private var timeLeft: String {
        guard event.done > 0, event.done < event.total else { return "" }
        let left = Double(event.elapsedMs) / 1000 / Double(event.done) * Double(event.total - event.done)
        return String(format: ", %.0f s left", left)
    }

    /// Frames a second, for the render.
    private var speed: String {
        guard event.stage == .render, event.elapsedMs > 0 else { return "" }
        return String(format: ", %.0f frames/s", Double(event.done) * 1000 / Double(event.elapsedMs))
    }
}
