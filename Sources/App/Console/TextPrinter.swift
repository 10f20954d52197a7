import BatchVideo
import Foundation
import Synchronization

/// Progress for people: a live line per stage on a terminal, one plain line per stage when piped.
final class TextPrinter: FilmPrinter {
    private let isLive = Terminal.isInteractive
    private let count: Int
    private let state = Mutex(State())

    private struct State {
        var index = 0
        var began = ContinuousClock.now
        /// Stages under way, newest last: the live line shows the newest.
        var running: [Stage] = []
        var lastDrawn = ContinuousClock.now - .seconds(1)
    }

    init(count: Int) { self.count = count }

    func begin(_ film: URL, _ brief: FilmBrief) {
        let index = state.withLock { state in
            state.index += 1
            state.began = .now
            state.running = []
            return state.index
        }
        let place = count > 1 ? "[\(index)/\(count)] " : ""
        let size = "\(brief.canvas.width)x\(brief.canvas.height)"
        Terminal.complain("\(place)\(brief.title) -> \(film.path) (\(size), \(brief.voice))")
    }

    func note(_ event: FilmEvent) {
        state.withLock { state in
            switch event.kind {
            case .started:
                state.running.append(event.stage)
            case .progress:
                guard isLive, state.running.last == event.stage else { return }
                guard ContinuousClock.now - state.lastDrawn > .milliseconds(100) else { return }
                state.lastDrawn = .now
                erase()
                Terminal.write("  " + StageLine(event).live, to: 2)
            case .finished:
                state.running.removeAll { $0 == event.stage }
                erase()
                Terminal.complain("  " + StageLine(event).finished)
            case .warning:
                erase()
                Terminal.complain("  warning: \(event.message ?? "")")
            }
        }
    }

    func finish(_ publication: Publication) {
        let wall = state.withLock { ContinuousClock.now - $0.began }
        let film = Double(publication.manifest.durationMs) / 1000
        let seconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) * 1e-18
        let speed = film / max(seconds, 0.001)
        Terminal.complain(
            String(format: "  %.1f s of film in %.1f s (%.1f times as fast as it plays)", film, seconds, speed))
        Terminal.say(publication.paths.film.path)
    }

    func fail(_ film: URL, _ failure: Failure) {
        state.withLock { _ in erase() }
        Terminal.complain("  failed: \(failure.message ?? "")")
    }

    private func erase() {
        if isLive { Terminal.write("\r\u{1B}[K", to: 2) }
    }
}
