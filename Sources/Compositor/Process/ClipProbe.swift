import BatchVideo
import Foundation

/// How bright a clip's values mean: standard range, or one of the two high dynamic ranges.
enum ColorTransfer: String, Sendable {
    case standard
    /// SMPTE ST 2084.
    case pq = "smpte2084"
    /// ARIB STD-B67.
    case hlg = "arib-std-b67"
}

extension DecoderProgram {
    private static let probeStallSeconds = 10.0
    private static let longestAnswerBytes = 64

    /// The ffprobe that lies beside this ffmpeg; nil when there is none.
    private var probePath: String? {
        let folder = (path as NSString).deletingLastPathComponent
        let probe = folder + "/ffprobe"
        return FileManager.default.isExecutableFile(atPath: probe) ? probe : nil
    }

    /// What the clip says of itself, asked in a child; `.standard` when it says nothing, cannot be
    /// read, or there is nobody to ask: reading its pictures then tells what is wrong.
    func transfer(ofClip file: String, leftovers: Leftovers) throws -> ColorTransfer {
        guard let probePath else { return .standard }
        let arguments = Self.inputGuards + [
            "-v", "error", "-select_streams", "V:0", "-show_entries", "stream=color_transfer",
            "-of", "default=noprint_wrappers=1:nokey=1", "file:" + file,
        ]
        let child = try DecoderChild(
            program: probePath, arguments: arguments, leftovers: leftovers,
            stallSeconds: Self.probeStallSeconds)
        let answer = child.readText(longest: Self.longestAnswerBytes)
        let word = answer.split(whereSeparator: \.isWhitespace).first.map(String.init)
        return word.flatMap(ColorTransfer.init) ?? .standard
    }
}
