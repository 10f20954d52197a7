import BatchVideo
import Foundation
import Glibc

/// What the program was started for.
enum Errand: Hashable {
    case render
    case measure(RenderMeasurement.Part)
    case frames
    /// Try every encoder in a child each, and report.
    case encoders
    /// Try one in this process.
    case attempt(RenderEncoder)

    /// Throws `.invalid` for arguments that are none of ours.
    init(_ arguments: some Collection<String>) throws {
        switch Array(arguments) {
        case []: self = .render
        case ["--frames"]: self = .frames
        case ["--encoders"]: self = .encoders
        case ["--measure", "compose"]: self = .measure(.compose)
        case ["--measure", "encode"]: self = .measure(.encode)
        case let words where words.count == 2 && words[0] == "--try":
            guard let encoder = RenderEncoder(rawValue: words[1]) else { fallthrough }
            self = .attempt(encoder)
        default:
            throw BatchVideoError(
                .invalid, "usage: batchvideo-render [--measure compose|encode | --frames] < order,"
                    + " or --encoders, or --try ENCODER")
        }
    }
}

/// Raw bytes for whoever reads them.
enum StandardOutput {
    static func write(_ data: Data) throws { try data.withUnsafeBytes { try write($0) } }

    /// Throws `.unwritable` when the reader went away.
    static func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw BatchVideoError(.unwritable, "nobody reads what is written")
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
