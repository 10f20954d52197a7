import BatchVideo
import Foundation
import Media

/// Starts `batchvideo-render` on the bench's film, in the bench's folder.
struct RenderRuns: Sendable {
    let program: String
    let folder: URL
    let inputs: BenchInputs
    let film: BenchFilm

    /// The mastered sound of `film`, and what mastering it cost.
    func master(_ paths: ToolPaths) async throws -> Spending {
        let began = ContinuousClock.now
        let before = Self.ownCPUSeconds()
        _ = try await StudioSoundEngineer(paths: paths).master(
            SoundScore(
                narration: folder.appending(path: BenchInputs.narration),
                music: SoundBed(folder.appending(path: inputs.music))), to: folder.appending(path: "sound.wav"))
        return Spending(
            wallSeconds: (ContinuousClock.now - began) / .seconds(1),
            cpuSeconds: Self.ownCPUSeconds() - before, peakMiB: 0)
    }

    /// Renders `film` from nothing.
    func fresh() async throws -> Spending {
        try? FileManager.default.removeItem(at: cache)  // there is none before the first run
        return try await render(timeline())
    }

    /// Joins it from the segments that `fresh` left: `film.mp4` is the film itself again, whatever
    /// was measured in between.
    func again() async throws { _ = try await render(timeline()) }

    /// Renders it again after one shot was changed for the `edit`th time (from 1).
    func edited(_ edit: Int) async throws -> Spending {
        try await render(timeline(edited: film.shotCount / 2, edit: edit))
    }

    func measure(_ part: RenderMeasurement.Part) async throws -> RenderMeasurement {
        let output = folder.appending(path: "measured.json")
        _ = try await run(["--measure", part.rawValue], timeline(), output: output.path)
        return try JSONDecoder().decode(RenderMeasurement.self, from: Data(contentsOf: output))
    }

    var cache: URL { folder.appending(path: "segments-\(film.shotCount)") }

    private func render(_ timeline: Timeline) async throws -> Spending {
        try await run([], timeline, output: folder.appending(path: "events.jsonl").path)
    }

    private func run(
        _ arguments: [String], _ timeline: Timeline, output: String
    ) async throws -> Spending {
        try write(timeline)
        return try await MeasuredChild(
            program: program, arguments: arguments, folder: folder.path,
            input: folder.appending(path: "order.json").path, output: output,
            log: folder.appending(path: "render.log").path
        ).run()
    }

    private func timeline(edited: Int? = nil, edit: Int = 0) throws -> Timeline {
        let captions = "captions-\(film.shotCount).ass"
        let period = BenchFilm.pictureCount * BenchFilm.shotSeconds
        let text = inputs.captions.document(seconds: film.seconds, period: period)
        try Data(text.utf8).write(to: folder.appending(path: captions))
        return film.timeline(
            inputs, captions: captions, sound: "sound.wav", edited: edited, edit: edit)
    }

    private func write(_ timeline: Timeline) throws {
        let film = RenditionOrder(
            file: folder.appending(path: "film.mp4").path, hasCaptions: true, hasBranding: true)
        let order = RenderOrder(
            workspace: folder.path, timeline: timeline, renditions: [film], quality: .standard,
            segmentCache: cache.path, workers: ProcessInfo.processInfo.activeProcessorCount)
        try JSONEncoder().encode(order).write(to: folder.appending(path: "order.json"))
    }

    /// Of this process and its ended children.
    private static func ownCPUSeconds() -> Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
            var usage = rusage()
            getrusage(__rusage_who_t(who.rawValue), &usage)
            return sum + usage.ru_utime.seconds + usage.ru_stime.seconds
        }
    }
}
