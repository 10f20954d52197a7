package import BatchVideo
package import Foundation

/// Makes people's media usable: ffmpeg decodes it in a sandbox, one demuxer per kind of file, within
/// bounds of pixels, memory and time.
package struct FFmpegImporter: MediaImporter {
    package let version = "ffmpeg importer 1"
    private let runner: ToolRunner

    package init(paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    package func importStill(
        _ source: URL, covering canvas: PixelSize, to file: URL
    ) async throws -> PixelSize {
        let still = try await open(source)
        let plan = StillPlan(size: still.size, canvas: canvas)
        let turned = still.orientation.swapsSides
        let crop = turned ? plan.kept.turned : plan.kept
        let scale = turned ? plan.scaled.turned : plan.scaled
        let filters =
            ["crop=\(crop.width):\(crop.height)"]
            + [FFmpegArguments.scale(scale)] + still.orientation.filters
        let chain = still.hasAlpha ? onWhite(filters, plan.scaled) : filters + ["format=rgb24"]
        try await write(still, through: chain, to: file)
        return plan.scaled
    }

    package func importLogo(_ source: URL, width: Int, to file: URL) async throws -> PixelSize {
        let still = try await open(source)
        let height = max(1, Int((Double(still.size.height) * Double(width) / Double(still.size.width)).rounded()))
        guard width > 0, height <= width * Self.tallestLogo else {
            throw BatchVideoError(
                .media, "\(still.file.name) is too tall for a logo; crop it to its mark")
        }
        let size = PixelSize(width: width, height: height)
        // Colours under transparent pixels must not bleed into the edge.
        let filters = still.orientation.filters
            + ["format=gbrap", "premultiply=inplace=1", FFmpegArguments.scale(size)]
            + ["unpremultiply=inplace=1", "format=rgba"]
        try await write(still, through: filters, to: file)
        return size
    }

    /// Writes a PNG of the picture at its own size, upright, without transparency.
    package func importPicture(_ source: URL, to file: URL) async throws -> PixelSize {
        let still = try await open(source)
        let filters = still.orientation.filters
        let chain = still.hasAlpha ? onWhite(filters, still.size) : filters + ["format=rgb24"]
        try await write(still, through: chain, to: file)
        return still.size
    }

    /// Checks that a sound can be decoded and says how long it is.
    package func examineSound(_ source: URL) async throws -> MediaTime {
        let file = try OpenFile(source)
        let kind = try MediaKind.of(file)
        guard kind.holdsSound else {
            throw BatchVideoError(.media, "\(file.name) is \(kind.noun), not a sound file")
        }
        let probe = try await MediaProbe(file, kind, runner: runner)
        guard let seconds = probe.audio?.seconds ?? probe.durationSeconds, seconds > 0 else {
            throw BatchVideoError(.media, "\(file.name) holds no sound that can be read")
        }
        return MediaTime(seconds: seconds)
    }

    package func examineFootage(_ source: URL) async throws -> FootageFacts {
        let file = try OpenFile(source)
        let kind = try MediaKind.of(file)
        guard kind.holdsMotion else {
            throw BatchVideoError(.media, "\(file.name) is \(kind.noun), not a video")
        }
        let probe = try await MediaProbe(file, kind, runner: runner)
        guard let video = probe.video, let size = video.shownSize, size.pixels <= Self.maximumFootagePixels
        else {
            throw BatchVideoError(
                .media, "\(file.name) has no picture that can be read, or one larger than 8K")
        }
        guard let seconds = video.seconds ?? probe.durationSeconds, seconds > 0.03,
            seconds < Self.maximumFootageSeconds
        else {
            throw BatchVideoError(.media, "\(file.name) does not say how long it is, or is over 6 hours")
        }
        try await demandFrames(file, kind, at: [0, seconds / 2])
        let fps = min(240, max(1, video.framesPerSecond ?? 25))
        return FootageFacts(length: MediaTime(seconds: seconds), size: size, fps: fps)
    }

    /// Checks that a picture or video can be decoded and says what it is; a picture has no length.
    package func examineVisual(
        _ source: URL
    ) async throws -> (isPicture: Bool, length: MediaTime, size: PixelSize) {
        let file = try OpenFile(source)
        guard try MediaKind.of(file).isStill else {
            let facts = try await examineFootage(source)
            return (false, facts.length, facts.size)
        }
        let still = try await open(source)
        try await demandFrames(still.file, still.kind, at: [nil])
        return (true, .zero, still.size)
    }

    package func exportJPEG(_ source: URL, at time: MediaTime?, to file: URL) async throws {
        let opened = try OpenFile(source)
        let kind = try MediaKind.of(opened)
        var seek: [String] = []
        var matrix = ""
        if !kind.isStill {
            let probe = try await MediaProbe(opened, kind, runner: runner)
            let last = (probe.video?.seconds ?? probe.durationSeconds ?? 0) - 0.1
            seek = ["-ss", String(format: "%.3f", max(0, min(last, (time ?? Self.coverTime).seconds)))]
            matrix = "in_color_matrix=bt709:"
        }
        let arguments =
            FFmpegArguments.opening + FFmpegArguments.untrusted(kind) + seek
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:v:0", "-frames:v", "1"]
            + ["-vf", "scale=\(matrix)out_color_matrix=bt601:out_range=full:flags=accurate_rnd,format=yuvj444p"]
            + ["-c:v", "mjpeg", "-q:v", "2", "-huffman", "optimal"] + FFmpegArguments.reproducible
        try await writePicture(arguments, opened, to: file)
    }

    /// A frame that is past any fade-in.
    private static let coverTime = MediaTime(ms: 1000)
    private static let tallestLogo = 8
    private static let maximumFootagePixels = 7680 * 4320
    private static let maximumFootageSeconds = 6.0 * 3600
}

extension FFmpegImporter {
    private struct Still {
        var file: OpenFile
        var kind: MediaKind
        var orientation: Orientation
        /// Upright.
        var size: PixelSize
        var hasAlpha: Bool
    }

    private func open(_ source: URL) async throws -> Still {
        let file = try OpenFile(source)
        let kind = try MediaKind.of(file)
        guard kind.isStill else {
            throw BatchVideoError(.media, "\(file.name) is \(kind.noun), not a picture")
        }
        let probe = try await probe(file, kind)
        guard let stream = probe.video, let stored = stream.storedSize,
            stored.pixels <= FFmpegArguments.maximumPixels
        else {
            throw BatchVideoError(
                .media, "\(file.name) cannot be read: it is broken or larger than 100 megapixels")
        }
        let orientation = Orientation(of: file, kind)
        return Still(
            file: file, kind: kind, orientation: orientation,
            size: orientation.swapsSides ? stored.turned : stored,
            hasAlpha: Self.hasAlpha(stream.pixFmt ?? ""))
    }

    private func probe(_ file: OpenFile, _ kind: MediaKind) async throws -> MediaProbe {
        do {
            return try await MediaProbe(file, kind, runner: runner)
        } catch let error as BatchVideoError where kind == .heif && error.code == .media {
            throw BatchVideoError(
                .media, "\(file.name): this ffmpeg does not read such HEIC pictures; save it as JPEG",
                cause: error)
        }
    }

    private static func hasAlpha(_ format: String) -> Bool {
        ["rgba", "bgra", "argb", "abgr", "yuva", "ya8", "ya16", "gbrap", "pal8"]
            .contains { format.hasPrefix($0) }
    }

    /// Lays the picture that `filters` make on white, where it is transparent.
    private func onWhite(_ filters: [String], _ size: PixelSize) -> [String] {
        let paper = "color=c=white:s=\(size.width)x\(size.height),format=rgba[paper]"
        let picture = (["format=rgba"] + filters).joined(separator: ",") + "[picture]"
        return ["\(picture);\(paper);[paper][picture]overlay=format=rgb:shortest=1", "format=rgb24"]
    }

    private func write(_ still: Still, through filters: [String], to file: URL) async throws {
        // Half a JPEG or PNG is an error; other decoders call harmless tags errors too.
        let strictness = [.jpeg, .png].contains(still.kind) ? ["-err_detect", "explode"] : []
        let arguments =
            FFmpegArguments.opening + ["-xerror"] + strictness
            + FFmpegArguments.untrusted(still.kind) + ["-noautorotate"]
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:v:0", "-frames:v", "1"]
            + ["-vf", filters.joined(separator: ",")]
            + ["-c:v", "png", "-compression_level", "1", "-pred", "up"] + FFmpegArguments.reproducible
        try await writePicture(arguments, still.file, to: file)
    }

    /// Runs ffmpeg with one picture as its output; no picture is an error too.
    private func writePicture(_ arguments: [String], _ source: OpenFile, to file: URL) async throws {
        try await PartialFile.write(file) { partial in
            try await runner.ffmpeg(
                arguments + ["-f", "image2pipe", FFmpegArguments.path(partial)], reading: source,
                "cannot read \(source.name)", limits: .userMedia(seconds: 60))
            let size = try? FileManager.default.attributesOfItem(atPath: partial.path)[.size]
            guard let bytes = size as? Int, bytes > 0 else {
                throw BatchVideoError(.media, "cannot read \(source.name): it holds no picture")
            }
        }
    }

    /// Decodes a frame at each of `places` in seconds (nil: the only one), tiny, and counts what came.
    private func demandFrames(_ file: OpenFile, _ kind: MediaKind, at places: [Double?]) async throws {
        for place in places {
            let seek = place.map { ["-ss", String(format: "%.3f", $0)] } ?? ["-xerror", "-err_detect", "explode"]
            let arguments =
                FFmpegArguments.opening + FFmpegArguments.untrusted(kind)
                + seek + ["-i", FFmpegArguments.inherited(0)]
                + ["-map", "0:v:0", "-frames:v", "1", "-vf", "scale=16:16,format=gray"]
                + ["-f", "rawvideo", "pipe:1"]
            let frame = Collected(limit: 4096)
            try await runner.ffmpeg(
                arguments, reading: file, "cannot decode \(file.name)",
                limits: .userMedia(seconds: 60), outputs: [{ try frame.append($0) }])
            guard frame.data.count == 256 else {
                throw BatchVideoError(.media, "cannot decode \(file.name): it holds no picture")
            }
        }
    }
}

extension PixelSize {
    fileprivate var turned: PixelSize { PixelSize(width: height, height: width) }
}
