import Artwork
import BatchVideo
import Foundation
import Media
import Web

/// What single requests need of other parts of the program.
struct WebDesk: Sendable {
    let importer: FFmpegImporter
    let folder: DataFolder

    func fill(_ tools: inout WebTools) {
        let (importer, folder) = (importer, folder)
        tools.drawText = { try await Self.draw($0, importer) }
        tools.inspectUpload = { file, kind in try await Self.inspect(file, kind, importer) }
        tools.measurements = { Self.measurements() }
        tools.checks["storage"] = {
            guard access(folder.objects.path, W_OK) == 0 else {
                throw BatchVideoError(.unwritable, "the objects folder cannot be written")
            }
        }
        tools.checks["disk"] = {
            let free = try folder.root.resourceValues(forKeys: [.volumeAvailableCapacityKey])
            guard (free.volumeAvailableCapacity ?? .max) > Self.leastFreeBytes else {
                throw BatchVideoError(.unwritable, "less than 1 GB is free; make room")
            }
        }
    }

    private static let leastFreeBytes = 1 << 30
    private static let longestVoiceSeconds = 25.0

    private static func draw(_ order: TextDrawing, _ importer: FFmpegImporter) async throws -> Data {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "batchvideo-text-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }  // the system clears it otherwise
        let (sent, plain, drawn) = (
            place.appending(path: "sent"), place.appending(path: "plain.png"),
            place.appending(path: "drawn.png")
        )
        try order.picture.write(to: sent)
        do {
            _ = try await importer.importPicture(sent, to: plain)
        } catch let error as BatchVideoError where error.code == .media {
            throw BatchVideoError(.invalid, "input_image cannot be read; send another", field: "input_image")
        }
        let lines = order.lines.map { line in
            LinesOverPicture.Line(
                text: line.text,
                colour: UInt32(line.red << 16 | line.green << 8 | line.blue), em: line.size)
        }
        try await LinesOverPicture().draw(lines, over: plain, to: drawn)
        return try Data(contentsOf: drawn)
    }

    private static func inspect(_ file: URL, _ kind: String, _ importer: FFmpegImporter) async throws {
        switch kind {
        case "voice":
            let length = try await importer.examineSound(file)
            guard length.seconds <= longestVoiceSeconds else {
                throw BatchVideoError(
                    .invalid, "a sample of a voice lasts at most 25 seconds, not \(Int(length.seconds))")
            }
        case "human": _ = try await importer.examineFootage(file)
        default: return
        }
    }

    /// Of this process.
    private static func measurements() -> [String: Double] {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
            .split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        return [
            "memory_rss_bytes": pages * Double(sysconf(Int32(_SC_PAGESIZE))),
            "cpu_seconds": seconds(usage.ru_utime) + seconds(usage.ru_stime),
            "cpu_count": Double(ProcessInfo.processInfo.activeProcessorCount),
            "system_uptime_seconds": ProcessInfo.processInfo.systemUptime,
        ]
    }
}
