import BatchVideo
import Foundation
import Synchronization

/// Events for programs: one JSON object a line on standard output.
final class JSONPrinter: FilmPrinter {
    private let film = Mutex("")
    private let turn = Mutex(())

    private struct Line: Encodable {
        var kind: String
        var film: String
        var stage: String?
        var done: Int?
        var total: Int?
        var reused: Int?
        var elapsedMs: Int?
        var durationMs: Int?
        var message: String?
        var code: String?
    }

    func begin(_ film: URL, _ brief: FilmBrief) {
        self.film.withLock { $0 = film.path }
        print(Line(kind: "film-started", film: film.path))
    }

    func note(_ event: FilmEvent) {
        print(
            Line(
                kind: "stage-\(event.kind.rawValue)", film: film.withLock { $0 },
                stage: event.stage.rawValue, done: event.done, total: event.total,
                reused: event.reused, elapsedMs: event.elapsedMs, message: event.message))
    }

    func finish(_ publication: Publication) {
        print(
            Line(
                kind: "film-finished", film: publication.paths.film.path,
                durationMs: publication.manifest.durationMs))
    }

    func fail(_ film: URL, _ failure: Failure) {
        let known = failure.error as? BatchVideoError
        print(
            Line(
                kind: "film-failed", film: film.path, stage: known?.stage,
                message: failure.message, code: known?.code.rawValue))
    }

    private func print(_ line: Line) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(line) else { return }  // plain values always encode
        turn.withLock { _ in Terminal.say(String(decoding: data, as: UTF8.self)) }
    }
}
