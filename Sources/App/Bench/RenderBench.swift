import BatchVideo
import Foundation
import Media

/// `batchvideo bench render`: our render beside the encoder alone, beside itself after an edit and
/// ten times longer, and beside what others do with the same inputs.
struct RenderBench: Sendable {
    enum Part: String, CaseIterable, Sendable {
        case compose, encoder, edit, long, quality, graph, seed, moviepy
    }

    let film: BenchFilm
    let runCount: Int
    let parts: Set<Part>
    /// The folder of the rivals' recipes.
    let recipes: URL?
    let python: Python
    let folder: URL
    let paths: ToolPaths
    let program: String

    /// Measures part after part; one that fails says so in its figure and does not stop the others.
    func run() async throws -> [Figure] {
        let inputs = try await prepared()
        let ours = RenderRuns(program: program, folder: folder, inputs: inputs, film: film)
        say("mastering the sound")
        let sound = try await ours.master(paths)
        let base = try await base(ours, sound)
        var figures = base.figures
                for part in Part.allCases where parts.contains(part) {
            figures += try await measured(part, ours, base)
        }
        return figures
    }

    private func prepared() async throws -> BenchInputs {
        say("making the inputs")
        let assets = folder.appending(path: "assets")
        for name in ["assets", "out"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        try BenchSound.writeNarration(
            seconds: film.seconds, to: assets.appending(path: "narration.wav"))
        guard let recipes else { return try await .painted(film.canvas, in: folder) }
        do {
            return try await .generated(by: python, recipes, in: folder)
        } catch let error as BatchVideoError {
            say("gen_assets.py: \(error.message); painting inputs of our own, rivals will fail")
            return try await .painted(film.canvas, in: folder)
        }
    }

    /// Our render and the encoder alone, in turns, so that a busy machine is busy for both.
    private func base(_ ours: RenderRuns, _ sound: Spending) async throws -> BenchBase {
        var (renders, encodes): ([Spending], [RenderMeasurement]) = ([], [])
        guard parts != [.compose] else { return BenchBase(renders, encodes, sound: sound) }
        for run in 1...runCount {
            say("our render, run \(run) of \(runCount)")
            renders.append(try await ours.fresh())
            guard parts.contains(.encoder) else { continue }
            say("the encoder alone, run \(run) of \(runCount)")
            encodes.append(try await ours.measure(.encode))
        }
        return BenchBase(renders, encodes, sound: sound)
    }

    private func measured(
        _ part: Part, _ ours: RenderRuns, _ base: BenchBase
    ) async throws -> [Figure] {
        do {
            switch part {
            case .encoder: return []  // measured in turns with our render
            case .compose: return try await compose(ours)
            case .edit: return try await edit(ours, base)
            case .long: return try await long(ours, base)
            case .quality: return try await quality(ours)
            case .graph, .seed, .moviepy: return try await rivals(part, ours, base)
            }
        } catch let error as BatchVideoError where error.code != .cancelled {
            return part.failed(error.message)
        }
    }

    private func compose(_ ours: RenderRuns) async throws -> [Figure] {
        let found = try await repeated("composing alone") { _ in try await ours.measure(.compose) }
        let perSecond = found.map { Double($0.frameCount) / $0.cpuSeconds }.median
        let ofCopy = found.map { ($0.copyCPUSeconds ?? 0) / $0.cpuSeconds }.median
        return [
            Figure(
                "composed frames a second, one core", perSecond, "frames/s", target: .atLeast(600)),
            Figure(
                "composing, of the speed of copying frames in memory", ofCopy,
                target: .atLeast(0.5)),
        ]
    }

    private func edit(_ ours: RenderRuns, _ base: BenchBase) async throws -> [Figure] {
        let whole = try base.render().wallSeconds
        let found = try await repeated("one shot changed") { try await ours.edited($0) }
        let share = found.map(\.wallSeconds).median.map { $0 / whole }
        return [
            Figure(
                "1 of \(film.shotCount) shots changed / whole render, wall", share,
                target: .atMost(0.2))
        ]
    }

    private func long(_ ours: RenderRuns, _ base: BenchBase) async throws -> [Figure] {
        var film = film
        film.shotCount *= 10
        let runs = RenderRuns(program: program, folder: folder, inputs: ours.inputs, film: film)
        let file = folder.appending(path: BenchInputs.narration)
        defer { try? FileManager.default.removeItem(at: runs.cache) }  // space, not correctness
        try BenchSound.writeNarration(seconds: film.seconds, to: file)
        _ = try await runs.master(paths)
        let found = try await repeated("10 times longer") { _ in try await runs.fresh() }
        try BenchSound.writeNarration(seconds: self.film.seconds, to: file)
        _ = try await ours.master(paths)
        return try base.figures(tenTimesLonger: found)
    }

    private func quality(_ ours: RenderRuns) async throws -> [Figure] {
        say("quality against the lossless frames")
        try await ours.again()
        return try await BenchQuality(
            canvas: film.canvas, folder: folder, render: program, ffmpeg: paths.ffmpeg,
            python: python
        ).figures()
    }

    func repeated<Result>(
        _ what: String, _ body: (Int) async throws -> Result
    ) async throws -> [Result] {
        var results: [Result] = []
        for run in 1...runCount {
            say("\(what), run \(run) of \(runCount)")
            results.append(try await body(run))
        }
        return results
    }

    private func say(_ text: String) { Terminal.complain("bench: \(text)") }
}
