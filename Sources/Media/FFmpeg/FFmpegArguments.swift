import BatchVideo
import Foundation

/// Words that begin every ffmpeg command of ours.
enum FFmpegArguments {
    /// Quiet but for errors, never reading a terminal, two threads at most.
    static let opening = ["-hide_banner", "-nostdin", "-v", "error", "-y", "-threads", "2"]

    /// Only these protocols are opened, whatever a file asks for.
    static let protocols = ["-protocol_whitelist", "file,pipe"]

    /// A file of ours by absolute path; "file:" keeps any name from being read as an option or URL.
    static func path(_ file: URL) -> String { "file:" + file.absoluteURL.path }

    /// The same input gives the same bytes.
    static let reproducible = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"]

    /// Marks video as what we convert it to: BT.709, limited range.
    static let colourTags = [
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-color_range", "tv",
    ]
}

extension FFmpegArguments {
    /// The file that the command hands over as `inherited[index]`.
    static func inherited(_ index: Int) -> String { "file:" + Command.inheritedPath(index) }

    /// What goes before `-i` for a file that somebody brought: one demuxer, bounded pictures, no
    /// further files.
    static func untrusted(_ kind: MediaKind) -> [String] {
        protocols + ["-format_whitelist", kind.demuxer, "-f", kind.demuxer]
            + ["-max_pixels", "\(maximumPixels + paddingPixels)"]
    }

    /// A hundred megapixels: more than any camera's still, 400 MB decoded.
    static let maximumPixels = 100_000_000
    /// Decoders round sides up to whole blocks before they ask for room.
    private static let paddingPixels = 5_000_000
}

extension ProcessLimits {
    /// For children that read other people's media.
    static func userMedia(seconds: Int) -> ProcessLimits {
        ProcessLimits(deadline: .seconds(seconds), memoryBytes: 2 << 30, cpuSeconds: seconds * 2)
    }
}

extension ToolRunner {
    /// Runs ffmpeg on a file that somebody brought, in the sandbox. `subject` begins the message of a
    /// failure: "cannot read holiday.jpg".
    func ffmpeg(
        _ arguments: [String], reading file: OpenFile, _ subject: String,
        limits: ProcessLimits = .userMedia(seconds: 600), outputs: [ByteSink] = []
    ) async throws {
        let command = Command(
            paths.ffmpeg, arguments, limits: limits, inherited: [file], isSandboxed: true)
        do {
            try await run(command, outputs: outputs)
        } catch let failure as ToolFailure {
            throw failure.error(subject)
        }
    }
}

extension FFmpegArguments {
    static func scale(_ size: PixelSize) -> String {
        "scale=\(size.width):\(size.height):flags=lanczos+accurate_rnd+full_chroma_int"
    }
}
