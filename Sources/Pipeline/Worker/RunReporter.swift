import BatchVideo
import Foundation
import Synchronization

/// Makes reports of what the pipeline tells: steps, percent, and seconds to go.
final class RunReporter: EventSink {
    private let desk: RunDesk
    private let pace: StagePace
    private let state: Mutex<[StepRecord]>
    private let lines: AsyncStream<String>.Continuation
    private let now: @Sendable () -> Date

    /// What people read in the log, line by line; ends with `finish`.
    let log: AsyncStream<String>

    init(_ desk: RunDesk, pace: StagePace, now: @escaping @Sendable () -> Date) {
        (log, lines) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(200))
        self.desk = desk
        self.pace = pace
        self.now = now
        state = Mutex([])
    }

    var steps: [StepRecord] { state.withLock { $0 } }

    /// No line follows.
    func finish() { lines.finish() }

    /// A remark that belongs to no stage yet.
    func warn(_ message: String) {
        note(FilmEvent(.warning, .script, message: message))
    }

    func note(_ event: FilmEvent) {
        let time = now()
        let steps = state.withLock { steps in
            Self.apply(event, to: &steps, time)
            return steps
        }
        if event.kind == .finished {
            pace.learn(event.stage, units: event.total - event.reused, ms: event.elapsedMs)
        }
        if let line = Self.line(event) { lines.yield(line) }
        let percent = pace.percent(steps)
        var data: [String: JSONValue] = [
            "stage": .string(event.stage.rawValue), "done": .number(Double(event.done)),
            "total": .number(Double(event.total)), "reused": .number(Double(event.reused)),
        ]
        if let seconds = pace.secondsToGo(event) { data["eta_seconds"] = .number(seconds) }
        if let message = event.message { data["warning"] = .string(message) }
        let count = event.total > 0 ? " \(event.done)/\(event.total)" : ""
        desk.report(
            ExecutionReport(
                detail: "正在执行: \(event.stage.rawValue)\(count)", percent: percent, steps: steps,
                data: .object(data)))
    }

    /// Nil for what only moves a bar.
    private static func line(_ event: FilmEvent) -> String? {
        let stage = event.stage.rawValue
        switch event.kind {
        case .progress: return nil
        case .started: return "\(stage): begun"
        case .warning: return "\(stage): \(event.message ?? "")"
        case .finished:
            let reused = event.reused > 0 ? ", \(event.reused) from an earlier run" : ""
            let count = event.total > 0 ? "\(event.done) of \(event.total)\(reused), " : ""
            return "\(stage): done, \(count)\(event.elapsedMs) ms"
        }
    }

    private static func apply(_ event: FilmEvent, to steps: inout [StepRecord], _ time: Date) {
        let name = event.stage.rawValue
        let place =
            steps.lastIndex { $0.stage == name }
            ?? {
                steps.append(StepRecord(stage: name, startedAt: time))
                return steps.count - 1
            }()
        switch event.kind {
        case .started: break
        case .progress, .finished:
            steps[place].done = event.done
            steps[place].total = event.total
            steps[place].reused = event.reused
            guard event.kind == .finished else { return }
            steps[place].state = .finished
            steps[place].finishedAt = time
        case .warning:
            let before = steps[place].message.map { $0 + "; " } ?? ""
            steps[place].message = String((before + (event.message ?? "")).prefix(1000))
        }
    }
}

/// How long stages take, learnt from those before: for percent and for the time to go.
package final class StagePace: Sendable {
    /// Milliseconds per unit: a sentence, a shot, a frame. Started from a measured film.
    private let perUnit = Mutex<[Stage: Double]>([
        .narration: 60, .visuals: 450, .render: 8,
    ])

    package init() {}

    /// Share of the whole work, in percent, of a film of a minute.
    private static let weights: [(Stage, Int)] = [
        (.script, 1), (.narration, 6), (.captions, 1), (.storyboard, 1), (.visuals, 24), (.sound, 5),
        (.timeline, 1), (.render, 48), (.inspect, 11), (.publish, 2),
    ]

    func learn(_ stage: Stage, units: Int, ms: Int) {
        guard units > 0, ms > 0 else { return }
        perUnit.withLock { known in
            let latest = Double(ms) / Double(units)
            known[stage] = known[stage].map { $0 * 0.7 + latest * 0.3 } ?? latest
        }
    }

    func percent(_ steps: [StepRecord]) -> Int {
        let reached = Self.weights.reduce(0.0) { sum, weight in
            guard let step = steps.last(where: { $0.stage == weight.0.rawValue }) else { return sum }
            if step.state == .finished { return sum + Double(weight.1) }
            guard step.total > 0 else { return sum }
            return sum + Double(weight.1) * Double(step.done) / Double(step.total)
        }
        return min(99, Int(reached))
    }

    /// Of the stage that runs; nil when nothing can be told.
    func secondsToGo(_ event: FilmEvent) -> Double? {
        guard event.kind == .progress, event.total > event.done else { return nil }
        let made = event.done - event.reused
        let own = made > 2 && event.elapsedMs > 0 ? Double(event.elapsedMs) / Double(made) : nil
        guard let pace = own ?? perUnit.withLock({ $0[event.stage] }) else { return nil }
        return (pace * Double(event.total - event.done) / 100).rounded() / 10
    }
}
