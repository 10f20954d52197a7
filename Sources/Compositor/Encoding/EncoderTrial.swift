package import BatchVideo
import CAV
import Dispatch
import Foundation

/// Finds out by a short test encode whether an encoder works on this machine.
package enum EncoderTrial {
    private static let canvas = Canvas(size: PixelSize(width: 640, height: 360), fps: 30)
    private static let frameCount = 12
    /// A driver that hangs is as good as none.
    private static let patienceSeconds = 20

    /// Encodes some frames here. Throws when that fails; a driver may also crash the process.
    package static func run(_ encoder: RenderEncoder) throws {
        av_log_set_level(AV_LOG_QUIET)
        let settings = EncoderSettings(.standard, size: canvas.size, encoder: encoder)
        let video = try VideoEncoder(settings, canvas: canvas)
        let frame = try VideoFrame(size: canvas.size)
        for k in 0..<frameCount {
            try frame.makeWritable()
            for plane in frame.planes {
                for y in 0..<plane.height { memset(plane.row(y), Int32((y + 9 * k) & 127 + 64), plane.width) }
            }
            try video.encode(frame, index: k)
        }
        let track = try video.finish()
        guard track.packets.count == frameCount, track.packets[0].isKey, !track.header.isEmpty else {
            throw BatchVideoError(.media, "it gives no usable stream")
        }
    }

    /// The encoder to use for a film, and a line for the user when it is not the one chosen.
    static func choose(_ wanted: RenderEncoder) -> (RenderEncoder, warning: String?) {
        guard RenderEncoder.tried.contains(wanted) else { return (.x264, nil) }
        guard let reason = reason(against: wanted) else { return (wanted, nil) }
        return (
            .x264, "\(wanted.rawValue) does not work here (\(reason)): encoding with x264 instead"
        )
    }

    /// What every encoder that must be tried is good for on this machine.
    package static func reports() -> [EncoderReport] {
        RenderEncoder.tried.map { EncoderReport(encoder: $0, reason: reason(against: $0)) }
    }

    /// Nil when it works. Tried in a child, so that a crashing driver harms no render.
    private static func reason(against encoder: RenderEncoder) -> String? {
        let child = Process()
        let output = Pipe()
        let ended = DispatchSemaphore(value: 0)
        child.executableURL = program
        child.arguments = ["--try", encoder.rawValue]
        child.standardInput = FileHandle.nullDevice
        child.standardOutput = output
        child.standardError = FileHandle.nullDevice
        child.terminationHandler = { _ in ended.signal() }
        do { try child.run() } catch { return "it could not be tried" }
        guard ended.wait(timeout: .now() + .seconds(patienceSeconds)) == .success else {
            kill(child.processIdentifier, SIGKILL)
            return "it gave no answer in \(patienceSeconds) s"
        }
        guard child.terminationReason == .exit else { return "it crashed" }
        guard child.terminationStatus != 0 else { return nil }
        let line = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        return (try? JSONDecoder().decode(RenderEvent.self, from: line))?.message ?? "it failed"
    }

    /// `batchvideo-render`: ourselves, by this name or another, or what was built beside the tests.
    private static var program: URL {
        let name = "batchvideo-render"
        let me = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let sibling = URL(filePath: me).deletingLastPathComponent().appending(path: name)
        let isBuilt = FileManager.default.isExecutableFile(atPath: sibling.path)
        return isBuilt ? sibling : URL(filePath: me)
    }
}
