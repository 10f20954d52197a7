import BatchVideo
import Foundation

/// How near our film is to its own frames before encoding, beside the same frames encoded as the
/// rivals do: libx264 medium, crf 23, once. (Theirs are encoded two to four times; that is in
/// their favour.) VMAF when an ffmpeg with libvmaf is at hand, SSIM otherwise.
struct BenchQuality: Sendable {
    let canvas: Canvas
    let folder: URL
    let render: String
    let ffmpeg: String
    let python: Python

    func figures() async throws -> [Figure] {
        let measuring = await measuringFFmpeg()
        try await encodeAsRivals()
        let ours = try await score("film.mp4", measuring)
        let theirs = try await score("rivals.mp4", measuring)
        let name = measuring.hasVMAF ? "VMAF (harmonic mean)" : "SSIM"
        return [
            Figure("\(name) of our film", ours, target: .atLeast(theirs)),
            Figure("\(name) of the same frames, medium crf 23", theirs),
            Figure("size of our film / medium crf 23", try sizeRatio()),
        ]
    }

    /// Frames go from our program to ffmpeg through a pipe, so bash it is; no name of the user's
    /// is part of the script.
    private func encodeAsRivals() async throws {
        try await bash(
            #"""
            "$1" --frames < order.json | "$2" -nostdin -loglevel error -y -f rawvideo \
            -pix_fmt yuv420p -s "$3" -r "$4" $5 -i - $5 -c:v libx264 -preset medium -crf 23 rivals.mp4
            """#, ffmpeg, Self.tags, log: "encode-as-rivals")
    }

    private func score(_ film: String, _ measuring: Measuring) async throws -> Double {
        let filter = measuring.hasVMAF
            ? "libvmaf=log_fmt=json:log_path=quality.json:n_threads=2:n_subsample=3"
            : "ssim=stats_file=quality.txt"
        try await bash(
            #"""
            "$1" --frames < order.json | "$2" -nostdin -loglevel error -y -i "$5" -f rawvideo \
            -pix_fmt yuv420p -s "$3" -r "$4" $7 -i - -lavfi "[0:v]setpts=N/$4/TB[a];[1:v]setpts=N/$4/TB[b];[a][b]$6" \
            -an -f null -
            """#, measuring.ffmpeg, film, filter, Self.tags, log: "quality")
        return measuring.hasVMAF ? try readVMAF() : try readSSIM()
    }

    /// What our films say of their colours: newer ffmpegs convert frames that say nothing.
    private static let tags =
        "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709"

    private func bash(
        _ script: String, _ ffmpeg: String, _ rest: String..., log: String
    ) async throws {
        let size = "\(canvas.width)x\(canvas.height)"
        _ = try await MeasuredChild(
            program: "/bin/bash",
            arguments: ["-c", "set -euo pipefail\n" + script, "bench", render, ffmpeg, size]
                + ["\(canvas.fps)"] + rest,
            folder: folder.path, log: folder.appending(path: "\(log).log").path
        ).run()
    }

    private func readVMAF() throws -> Double {
        struct Report: Decodable {
            struct Pooled: Decodable { var vmaf: Score }
            struct Score: Decodable { var harmonic_mean: Double }
            var pooled_metrics: Pooled
        }
        let data = try Data(contentsOf: folder.appending(path: "quality.json"))
        return try JSONDecoder().decode(Report.self, from: data).pooled_metrics.vmaf.harmonic_mean
    }

    /// Lines like "n:1 Y:0.99 U:0.99 V:0.99 All:0.990 (20.0)".
    private func readSSIM() throws -> Double {
        let text = try String(
            contentsOf: folder.appending(path: "quality.txt"), encoding: .utf8)
        let scores = text.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first { $0.hasPrefix("All:") }
                .flatMap { Double($0.dropFirst(4)) }
        }
        guard !scores.isEmpty else {
            throw BatchVideoError(.media, "ffmpeg measured no SSIM")
        }
        return scores.reduce(0, +) / Double(scores.count)
    }

    private func sizeRatio() throws -> Double {
        let sizes = try ["film.mp4", "rivals.mp4"].map { name in
            let path = folder.appending(path: name).path
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        }
        return Double(sizes[0]) / Double(max(1, sizes[1]))
    }

    private struct Measuring {
        var ffmpeg: String
        var hasVMAF: Bool
    }

    /// Debian's ffmpeg has no libvmaf; the one that MoviePy brings has.
    private func measuringFFmpeg() async -> Measuring {
        let code = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
        // No such module: the system's ffmpeg is asked alone.
        _ = try? await python.run(["-c", code], in: folder, log: "imageio")
        let answer = try? String(contentsOf: folder.appending(path: "imageio.out"), encoding: .utf8)
        let other = answer?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        for candidate in [ffmpeg, other] where !candidate.isEmpty {
            if await hasVMAF(candidate) { return Measuring(ffmpeg: candidate, hasVMAF: true) }
        }
        return Measuring(ffmpeg: ffmpeg, hasVMAF: false)
    }

    private func hasVMAF(_ ffmpeg: String) async -> Bool {
        let output = folder.appending(path: "filters.txt")
        let child = MeasuredChild(
            program: ffmpeg, arguments: ["-hide_banner", "-filters"], folder: folder.path,
            output: output.path, log: folder.appending(path: "filters.log").path)
        guard (try? await child.run()) != nil,  // then it is no ffmpeg that could measure
            let text = try? String(contentsOf: output, encoding: .utf8)
        else { return false }
        return text.contains(" libvmaf ")
    }
}
