import Foundation

/// Asks the installed tools what they are and what they can do.
package struct ToolInquiry: Sendable {
    private let runner: ToolRunner
    private let limits = ProcessLimits(deadline: .seconds(10))

    package init(_ paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    /// "5.1.9-0+deb12u1".
    package func ffmpegVersion() async throws -> String {
        let text = try await ask(runner.paths.ffmpeg, ["-hide_banner", "-version"])
        let words = text.split(separator: " ", maxSplits: 3)
        return words.count > 2 ? String(words[2]) : "unknown"
    }

    /// Those of `wanted` that this ffmpeg cannot encode with.
    package func missingEncoders(_ wanted: [String]) async throws -> [String] {
        try await missing(wanted, in: ["-hide_banner", "-encoders"])
    }

    /// Those of `wanted` that this ffmpeg cannot decode.
    package func missingDecoders(_ wanted: [String]) async throws -> [String] {
        try await missing(wanted, in: ["-hide_banner", "-decoders"])
    }

    /// The family that fontconfig would use for `family`; nil without fontconfig.
    package func fontFamily(matching family: String) async -> String? {
        guard let program = ToolSearch(environment: ProcessInfo.processInfo.environment).find("fc-match"),
            let text = try? await ask(program, ["--format=%{family[0]}", family])
        else { return nil }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func missing(_ wanted: [String], in list: [String]) async throws -> [String] {
        let text = try await ask(runner.paths.ffmpeg, list)
        // " V....D libx264    libx264 H.264 ..."
        let known = Set(
            text.split(separator: "\n").compactMap { line in
                line.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init)
            })
        return wanted.filter { !known.contains($0) }
    }

    private func ask(_ program: String, _ arguments: [String]) async throws -> String {
        let data = try await runner.capture(Command(program, arguments, limits: limits))
        return String(decoding: data, as: UTF8.self)
    }
}
