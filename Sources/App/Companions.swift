import BatchVideo
import Foundation

/// The programs and data that come with this one: `batchvideo-voice`, `batchvideo-render`, and the
/// readings that `scripts/setup` makes.
struct Companions: Sendable {
    let folder: URL

    init() {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        folder = own.deletingLastPathComponent()
    }

    /// A program beside this one.
    func program(_ name: String) throws -> URL {
        let url = folder.appending(path: name)
        guard FileManager.default.isExecutableFile(atPath: url.path) else {
            throw BatchVideoError(
                .unavailable, "\(name) is missing beside \(folder.path)/batchvideo; run: make build")
        }
        return url
    }

    /// A data file: in `$BATCHVIDEO_SHARE`, or `share/batchvideo` of a folder above the program
    /// (`.build/share` in a checkout, `/usr/local/share` when installed).
    func data(_ name: String) throws -> URL {
        for place in places {
            let url = place.appending(path: name)
            if FileManager.default.isReadableFile(atPath: url.path) { return url }
        }
        throw BatchVideoError(.unavailable, "the data file \(name) is missing; run: scripts/setup")
    }

    private var places: [URL] {
        if let own = ProcessInfo.processInfo.environment["BATCHVIDEO_SHARE"], !own.isEmpty {
            return [URL(filePath: own, directoryHint: .isDirectory)]
        }
        var above = folder
        return (0..<3).map { _ in
            above = above.deletingLastPathComponent()
            return above.appending(path: "share/batchvideo")
        }
    }
}
