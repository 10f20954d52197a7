import BatchVideo
import Foundation
import Media
import Pipeline
import Providers
import Voices

/// The doctor's checks, each by doing the thing it is about.
struct Checkup {
    private let companions = Companions()

    func run() async -> [Finding] {
        var findings = [program("batchvideo-voice"), program("batchvideo-render"), readings()]
        do {
            let inquiry = ToolInquiry(try ToolPaths.locate())
            findings += await tools(inquiry)
            findings.append(await encoders())
            findings += await fonts(inquiry)
        } catch {
            findings.append(.broken("ffmpeg", Self.message(error), "scripts/setup"))
        }
        findings += await voices()
        findings.append(await characters())
        findings += [disk("cache", cacheFolder), disk("current folder", URL(filePath: "."))]
        return findings
    }

    private func program(_ name: String) -> Finding {
        do {
            return .fine(name, try companions.program(name).path)
        } catch {
            return .broken(name, Self.message(error), "make build")
        }
    }

    private func readings() -> Finding {
        do {
            let file = try companions.data("readings.bin")
            _ = try MandarinReader(readings: Data(contentsOf: file))
            return .fine("Mandarin readings", file.path)
        } catch {
            return .broken("Mandarin readings", Self.message(error), "scripts/setup")
        }
    }

    /// Has the voices speak.
    private func voices() async -> [Finding] {
        guard let speech = try? Studio.speech(companions, workers: 1) else { return [] }  // said above
        let checks = await speech.check()
        await speech.shutdown()
        return checks.map { check in
            check.isFine
                ? .fine(check.name, check.detail)
                : check.name.hasPrefix("Japanese")
                    ? .poor(check.name, check.detail, "apt-get install mecab mecab-ipadic-utf8")
                    : .broken(check.name, check.detail, "scripts/setup")
        }
    }

    /// One word whose character depends on it.
    private func characters() async -> Finding {
        let remedy = "apt-get install libopencc-data"
        do {
            let written = try await OpenCCConverter().traditional(["头发"])
            return written == ["頭髮"]
                ? .fine("traditional characters", "OpenCC's word lists")
                : .poor("traditional characters", "OpenCC writes \(written)", remedy)
        } catch {
            return .poor("traditional characters", Self.message(error), remedy)
        }
    }

    private func tools(_ inquiry: ToolInquiry) async -> [Finding] {
        let remedy = "apt-get install ffmpeg (Debian's build has them all)"
        do {
            let version = try await inquiry.ffmpegVersion()
            let missing = try await inquiry.missingEncoders(["libx264", "aac", "libmp3lame", "mjpeg"])
                + inquiry.missingDecoders(["h264", "hevc", "vp9", "mjpeg", "png", "webp", "gif"])
            return [
                .fine("ffmpeg", version),
                missing.isEmpty
                    ? .fine("codecs", "H.264, AAC, MP3, JPEG and the usual inputs")
                    : .broken("codecs", "missing: " + missing.joined(separator: ", "), remedy),
            ]
        } catch {
            return [.broken("ffmpeg", Self.message(error), remedy)]
        }
    }

    /// Each encodes some frames; x264 is always there, so none of the others is missed.
    private func encoders() async -> Finding {
        do {
            let reports = try await RenderChild(paths: try ToolPaths.locate()).encoders()
            let working = ["x264"] + reports.filter { $0.reason == nil }.map(\.encoder.rawValue)
            let others = reports.compactMap { report in
                report.reason.map { "\(report.encoder.rawValue): \($0)" }
            }
            let detail = "working: " + working.joined(separator: ", ")
            return .fine(
                "encoders", others.isEmpty ? detail : detail + "; not here: " + others.joined(separator: "; "))
        } catch {
            return .broken("encoders", Self.message(error), "make build")
        }
    }

    /// fontconfig must answer with the family that was asked for, not a substitute.
    private func fonts(_ inquiry: ToolInquiry) async -> [Finding] {
        var findings: [Finding] = []
        for (family, package, isNeeded) in [
            ("Noto Sans CJK SC", "fonts-noto-cjk", true),
            ("Noto Serif CJK SC", "fonts-noto-cjk", true),
            ("Noto Sans", "fonts-noto-core", true),
            ("Noto Color Emoji", "fonts-noto-color-emoji", false),
        ] {
            let match = await inquiry.fontFamily(matching: family)
            if match == family {
                findings.append(.fine("font \(family)", "found"))
            } else {
                let detail = match.map { "missing, \($0) would be used" } ?? "missing"
                let remedy = "apt-get install \(package)"
                findings.append(
                    isNeeded
                        ? .broken("font \(family)", detail, remedy)
                        : .poor("font \(family)", detail, remedy))
            }
        }
        return findings
    }

    /// The nearest folder that exists: the cache is made when first needed.
    private var cacheFolder: URL {
        var folder = WorkspaceShelf.folder(environment: ProcessInfo.processInfo.environment)
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }

    private func disk(_ name: String, _ folder: URL) -> Finding {
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path),
            let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value
        else { return .broken("disk (\(name))", "cannot read \(folder.path)", "check the folder") }
        let text = String(format: "%.1f GB free at %@", Double(free) / 1e9, folder.path)
        return free < 2_000_000_000
            ? .poor("disk (\(name))", text, "free some space; a film needs up to 1 GB while it is made")
            : .fine("disk (\(name))", text)
    }

    private static func message(_ error: any Error) -> String {
        (error as? BatchVideoError)?.message ?? "\(error)"
    }
}
