import BatchVideo
import Foundation

/// Lines of a descriptor, each bounded in length.
struct LineReader {
    enum Line {
        case text(Data)
        /// The line was longer than allowed and has been thrown away.
        case tooLong
    }

    private let descriptor: Int32
    private let longestBytes: Int
    private var buffer = Data()
    private var isSkipping = false

    init(descriptor: Int32, longestBytes: Int) {
        self.descriptor = descriptor
        self.longestBytes = longestBytes
    }

    /// The next line without its newline; nil at the end of the input.
    mutating func next() throws -> Line? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(buffer[buffer.startIndex..<end])
                buffer = Data(buffer[(end + 1)...])
                defer { isSkipping = false }
                return isSkipping || line.count >= longestBytes ? .tooLong : .text(line)
            }
            if buffer.count >= longestBytes {
                isSkipping = true
                buffer.removeAll(keepingCapacity: true)
            }
            guard try fill() else { return nil }
        }
    }

    private mutating func fill() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw BatchVideoError(.internal, "cannot read requests: errno \(errno)")
            }
            buffer.append(contentsOf: chunk.prefix(count))
            return count > 0
        }
    }
}
