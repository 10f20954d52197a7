package import BatchVideo
package import Foundation

/// Opens a finished film as a player would: one pass through all of it, every fault named with its time.
///
/// Checked: streams and colour tags, index before samples, frame count and lengths, decoder errors,
/// black and frozen stretches, silence, loudness and true peak, caption times and (by estimate from the
/// text) widths. Not checked: what the captions' pixels look like.
package struct FilmInspection: FilmInspector {
    static let longestBlackMs = 700
    static let longestFrozenMs = 700
    static let longestSilenceMs = 2500
    static let loudnessToleranceLU = 1.5
    static let highestPeakDBTP = -1.0

    private let runner: ToolRunner

    package init(paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    package func inspect(
        _ film: URL, against target: InspectionTarget
    ) async throws -> InspectionReport {
        let file = try OpenFile(film)
        let kind = try MediaKind.of(file)
        let probe = try await MediaProbe(file, kind, runner: runner)
        let viewing = try await view(file, kind, probe, target)
        let timeline = target.timeline
        let durationMs = timeline.frameCount * 1000 / timeline.canvas.fps

        var faults = StreamRules(timeline: timeline).faults(probe, MP4Atoms(file))
        faults += LengthRules(timeline: timeline).faults(
            probe, frames: viewing.picture.frameCount, samples: viewing.sound.sampleCount)
        faults += viewing.faults(
            tolerating: target.tolerated, silent: target.timeline.bookendSpans)
        faults += CaptionRules(
            sheet: target.cues, canvas: timeline.canvas, durationMs: durationMs
        ).faults()
        return InspectionReport(
            durationMs: viewing.picture.frameCount * 1000 / timeline.canvas.fps,
            frameCount: viewing.picture.frameCount,
            size: probe.video?.storedSize ?? PixelSize(width: 0, height: 0),
            videoCodec: probe.video?.codecName ?? "", audioCodec: probe.audio?.codecName ?? "",
            loudness: viewing.sound.loudness, fileBytes: file.sizeBytes, faults: faults)
    }

    /// Decodes the whole film once, picture into one pipe and sound into another.
    private func view(
        _ file: OpenFile, _ kind: MediaKind, _ probe: MediaProbe, _ target: InspectionTarget
    ) async throws -> Viewing {
        let canvas = target.timeline.canvas
        let height = max(2, PictureWatch.width * canvas.height / max(1, canvas.width) / 2 * 2)
        let picture = PictureWatch(
            height: height, fps: canvas.fps,
            watchedRows: target.hasCaptions ? height * Self.rowsAboveCaptions / 100 : height)
        let sound = SoundWatch()
        var outputs: [ByteSink] = []
        var arguments = FFmpegArguments.opening + FFmpegArguments.untrusted(kind)
            + ["-i", FFmpegArguments.inherited(0)]
        if probe.video != nil {
            let scale = "scale=\(PictureWatch.width):\(height):flags=fast_bilinear,format=gray"
            arguments += ["-map", "0:v:0", "-vf", scale, "-fps_mode", "passthrough"]
                + ["-f", "rawvideo", Command.outputPath(outputs.count, inherited: 1)]
            outputs.append { picture.take($0) }
        }
        if probe.audio != nil {
            arguments += ["-map", "0:a:0", "-ac", "2", "-ar", "\(SoundWatch.rate)"]
                + ["-f", "f32le", Command.outputPath(outputs.count, inherited: 1)]
            outputs.append { sound.take($0) }
        }
        guard !outputs.isEmpty else {
            throw BatchVideoError(.media, "\(file.name) holds neither picture nor sound")
        }
        let complaint = try await decode(arguments, file, outputs, target.timeline)
        return Viewing(picture: picture.finish(), sound: sound.finish(), complaint: complaint)
    }

    /// Captions stand below this share of the height.
    private static let rowsAboveCaptions = 66

    /// Returns what the decoder complained about, nil when it was content.
    private func decode(
        _ arguments: [String], _ file: OpenFile, _ outputs: [ByteSink], _ timeline: Timeline
    ) async throws -> String? {
        let seconds = 300 + timeline.frameCount / max(1, timeline.canvas.fps) * 10
        let command = Command(
            runner.paths.ffmpeg, arguments, limits: .userMedia(seconds: seconds), inherited: [file],
            isSandboxed: true)
        do {
            return try await runner.run(command, outputs: outputs).last
        } catch let failure as ToolFailure {
            if failure.exit.isPastDeadline { throw failure.error("cannot inspect \(file.name)") }
            return failure.reason
        }
    }
}

/// What was seen and heard.
private struct Viewing {
    var picture: PictureWatch.Findings
    var sound: SoundWatch.Findings
    var complaint: String?

    /// `mute`: the channel's own clips may be silent.
    func faults(
        tolerating tolerated: [TimeSpan], silent mute: [TimeSpan]
    ) -> [InspectionReport.Fault] {
        var faults: [InspectionReport.Fault] = []
        if let complaint {
            faults.append(InspectionReport.Fault(name: "decode", detail: "the decoder says: \(complaint)"))
        }
        faults += Self.faults(
            "black", picture.black.flatMap { $0.outside(tolerated) },
            longerThan: FilmInspection.longestBlackMs, "the picture is black")
        faults += Self.faults(
            "frozen", picture.frozen.flatMap { $0.outside(tolerated) },
            longerThan: FilmInspection.longestFrozenMs, "the picture stands still")
        faults += Self.faults(
            "silence", sound.silent.flatMap { $0.outside(mute) },
            longerThan: FilmInspection.longestSilenceMs, "there is no sound")
        return faults + loudnessFaults
    }

    private static func faults(
        _ name: String, _ spans: [TimeSpan], longerThan limitMs: Int, _ words: String
    ) -> [InspectionReport.Fault] {
        spans.filter { $0.length.ms > limitMs }.map {
            InspectionReport.Fault(name: name, detail: "\(words) at \($0.clock)")
        }
    }

    private var loudnessFaults: [InspectionReport.Fault] {
        guard sound.sampleCount > 0 else { return [] }
        var faults: [InspectionReport.Fault] = []
        let loudness = sound.loudness
        if abs(loudness.integratedLUFS - Mixdown.targetLUFS) > FilmInspection.loudnessToleranceLU {
            let detail = String(format: "%.1f LUFS, not -16", loudness.integratedLUFS)
            faults.append(InspectionReport.Fault(name: "loudness", detail: detail))
        }
        if loudness.truePeakDBTP > FilmInspection.highestPeakDBTP {
            let detail = String(format: "%.1f dBTP, above -1", loudness.truePeakDBTP)
            faults.append(InspectionReport.Fault(name: "true-peak", detail: detail))
        }
        return faults
    }
}

extension Timeline {
    /// Where an intro or outro is seen.
    fileprivate var bookendSpans: [TimeSpan] {
        clips.filter { $0.shot == nil }.map {
            TimeSpan(
                startMs: $0.startFrame * 1000 / canvas.fps, endMs: $0.endFrame * 1000 / canvas.fps)
        }
    }
}
