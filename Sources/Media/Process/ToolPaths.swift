import BatchVideo
import Foundation

/// The programs that `Media` drives, by absolute path.
package struct ToolPaths: Hashable, Sendable {
    package var ffmpeg: String
    package var ffprobe: String
    /// nil when `batchvideo-render` stands neither beside our executable nor on the path.
    package var render: String?
    package var sandbox: Sandbox

    /// Looks at `BATCHVIDEO_FFMPEG`, `BATCHVIDEO_FFPROBE` and `BATCHVIDEO_RENDER`, then beside our own
    /// executable, then along `PATH`. Throws `.unavailable` saying what to install.
    package static func locate(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> ToolPaths {
        let search = ToolSearch(environment: environment)
        return ToolPaths(
            ffmpeg: try search.require("ffmpeg", package: "ffmpeg"),
            ffprobe: try search.require("ffprobe", package: "ffmpeg"),
            render: search.find("batchvideo-render"),
            sandbox: try Sandbox.locate(search: search))
    }
}

/// Where programs are looked for.
struct ToolSearch {
    var environment: [String: String]

    func require(_ name: String, package: String) throws -> String {
        guard let path = find(name) else {
            throw BatchVideoError(
                .unavailable,
                "\(name) is not installed; run scripts/setup or: apt-get install \(package)")
        }
        return path
    }

    func find(_ name: String) -> String? {
        if let chosen = environment[Self.variable(for: name)], !chosen.isEmpty {
            return isProgram(chosen) ? chosen : nil
        }
        return folders.lazy.map { "\($0)/\(name)" }.first(where: isProgram)
    }

    /// "batchvideo-render" -> BATCHVIDEO_RENDER, "ffmpeg" -> BATCHVIDEO_FFMPEG.
    static func variable(for name: String) -> String {
        let word = name.hasPrefix("batchvideo-") ? String(name.dropFirst(11)) : name
        return "BATCHVIDEO_" + word.uppercased()
    }

    private var folders: [String] {
        let own = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
        let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return [own].compactMap { $0 } + path.split(separator: ":").map(String.init)
    }

    private func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return path.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: path)
            && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }
}
