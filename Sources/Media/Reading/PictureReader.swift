package import BatchVideo
package import Foundation

/// Finds writing in pictures with tesseract, as a child process in the sandbox.
///
/// The picture is made small and grey by ffmpeg, its contrast evened out, and what tesseract reads is
/// sifted: unsifted, painted windows and leaves are read as dozens of letters. Measured on painted
/// scenes and on pictures with captions (voice.md, 7).
package struct PictureReader: Sendable {
    private let runner: ToolRunner
    private let tesseract: String

    /// The longer side of what is read, in pixels.
    static let side = 960
    /// Fewer characters and the picture is read once more with black and white exchanged.
    private static let enough = 3

    /// Nil where tesseract is not installed.
    package init?(
        paths: ToolPaths, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        guard let tesseract = ToolSearch(environment: environment).find("tesseract") else { return nil }
        self.tesseract = tesseract
        runner = ToolRunner(paths: paths)
    }

    /// - Parameter languages: tesseract's names: "chi_sim", "eng". Throws `.media` for what is no
    ///   picture, `.unavailable` when a language is not installed.
    package func texts(in picture: URL, languages: [String]) async throws -> [FoundText] {
        let grey = try await grey(picture).contrasted()
        let found = try await read(grey, languages)
        guard TextGate.characters(in: found) < Self.enough else { return found }
        let other = try await read(grey.inverted(), languages)
        return TextGate.characters(in: other) > TextGate.characters(in: found) ? other : found
    }

    private func grey(_ picture: URL) async throws -> GreyPicture {
        let file = try OpenFile(picture)
        let kind = try MediaKind.of(file)
        guard kind.isStill else {
            throw BatchVideoError(.media, "\(file.name) is \(kind.noun), not a picture")
        }
        let size = "scale='if(gte(iw,ih),\(Self.side),-1)':'if(gte(iw,ih),-1,\(Self.side))':flags=lanczos"
        let arguments =
            FFmpegArguments.opening + FFmpegArguments.untrusted(kind)
            + ["-i", FFmpegArguments.inherited(0), "-map", "0:v:0", "-frames:v", "1"]
            + ["-vf", size + ",format=gray", "-c:v", "pgm", "-f", "image2pipe", "pipe:1"]
        let output = Collected(limit: Self.side * Self.side + 64)
        try await runner.ffmpeg(
            arguments, reading: file, "cannot read \(file.name)", limits: .userMedia(seconds: 60),
            outputs: [{ try output.append($0) }])
        guard let grey = GreyPicture(pgm: [UInt8](output.data)) else {
            throw BatchVideoError(.media, "cannot read \(file.name): it holds no picture")
        }
        return grey
    }

    private func read(_ grey: GreyPicture, _ languages: [String]) async throws -> [FoundText] {
        var environment = Command.plainEnvironment
        environment["OMP_THREAD_LIMIT"] = "1"
        let command = Command(
            tesseract,
            ["stdin", "stdout", "-l", languages.joined(separator: "+"), "--psm", "11", "--dpi", "96", "tsv"],
            environment: environment,
            limits: ProcessLimits(deadline: .seconds(120), memoryBytes: 2 << 30, cpuSeconds: 120),
            isSandboxed: true)
        do {
            let output = try await runner.capture(command, input: .bytes(grey.pgm))
            return TesseractTable(String(decoding: output, as: UTF8.self)).texts(side: Self.side)
        } catch let failure as ToolFailure {
            guard
                failure.exit.stderrLines.contains(where: {
                    $0.contains("loading language") || $0.contains("traineddata")
                })
            else { throw failure.error("cannot look for writing in the picture") }
            let names = languages.map { "tesseract-ocr-" + $0.lowercased().replacing("_", with: "-") }
            throw BatchVideoError(
                .unavailable,
                "tesseract lacks a language; run scripts/setup or: apt-get install \(names.joined(separator: " "))",
                cause: failure)
        }
    }
}
