import BatchVideo
import Foundation

/// How long a WAV file is, from its header and its size.
struct WaveLength {
    /// Rounded down.
    let ms: Int
    var seconds: Double { Double(ms) / 1000 }

    /// - Throws: `.notFound` when it cannot be read, `.media` when it is no WAV.
    init(_ file: URL) throws {
        let head: Data
        let size: Int
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            head = try handle.read(upToCount: WaveHeader.longestBytes) ?? Data()
            size = Int(try handle.seekToEnd())
        } catch {
            throw BatchVideoError(.notFound, "cannot read \(file.path)", cause: error)
        }
        guard let header = try WaveHeader.parse(head) else {
            throw BatchVideoError(.media, "\(file.lastPathComponent) is cut off")
        }
        let there = max(0, size - header.dataOffset) / header.format.bytesPerFrame
        ms = min(there, header.frameCount ?? there) * 1000 / header.format.sampleRate
    }
}
