import BatchVideo
import Compositor
import Foundation
import Glibc

/// `batchvideo-render`: a `RenderOrder` in JSON on standard input, `RenderEvent`s as lines of JSON
/// on standard output. Exit code 0 when the films are done, 1 when the last event says why not,
/// 128 + the signal when stopped.
///
/// For the bench: `--measure compose|encode` writes one `RenderMeasurement` instead, `--frames` the
/// finished frames as raw YUV 4:2:0. `--encoders` writes a list of `EncoderReport`s.
@main
struct Program {
    /// 64 MiB of JSON: a film of some hundred thousand shots.
    private static let largestOrderBytes = 64 << 20

    static func main() {
        MemoryBudget.start()
        setenv("SVT_LOG", "1", 0)  // errors only; no thread runs yet
        let leftovers = Leftovers()
        let events = EventStream(leftovers: leftovers)
        StopSignals.handle(leftovers: leftovers)
        do {
            let errand = try Errand(CommandLine.arguments.dropFirst())
            switch errand {
            case .encoders:
                try StandardOutput.write(JSONEncoder().encode(EncoderTrial.reports()))
                return
            case .attempt(let encoder): return try EncoderTrial.run(encoder)
            case .render, .measure, .frames: break
            }
            let order = try readOrder()
            switch errand {
            case .encoders, .attempt: break
            case .render: try FilmRenderer(leftovers: leftovers).render(order) { events.write($0) }
            case .measure(let part):
                let found = try RenderMeter(order, leftovers: leftovers).measure(part)
                try StandardOutput.write(JSONEncoder().encode(found) + [UInt8(ascii: "\n")])
            case .frames:
                try RenderMeter(order, leftovers: leftovers).frames { try StandardOutput.write($0) }
            }
        } catch {
            leftovers.remove()
            events.write(.failure(error))
            exit(1)
        }
    }

    private static func readOrder() throws -> RenderOrder {
        var bytes = Data()
        while let block = try FileHandle.standardInput.read(upToCount: 1 << 20), !block.isEmpty {
            bytes += block
            guard bytes.count <= largestOrderBytes else {
                throw BatchVideoError(.invalid, "the render order is longer than 64 MiB")
            }
        }
        do {
            return try JSONDecoder().decode(RenderOrder.self, from: bytes)
        } catch {
            throw BatchVideoError(.invalid, "standard input is not a render order", cause: error)
        }
    }
}

extension RenderEvent {
    /// The last event of a render that failed: one line, bounded.
    static func failure(_ error: any Error) -> RenderEvent {
        let text = (error as? BatchVideoError)?.message ?? "unexpected: \(error)"
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500)
        return RenderEvent(kind: .failed, framesDone: 0, frameCount: 0, message: String(line))
    }
}
