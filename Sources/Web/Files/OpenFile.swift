internal import BatchVideo
internal import Foundation
internal import NIOCore

/// What the file system says of a regular file.
struct FileFacts: Sendable {
    var size: Int
    var modified: Date
    /// Strong: changes whenever the file was written anew.
    var tag: String

    /// Nil when there is no regular file.
    init?(_ path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int(facts.st_size)
        modified = Date(timeIntervalSince1970: TimeInterval(facts.st_mtim.tv_sec))
        let parts = [Int(facts.st_ino), size, Int(facts.st_mtim.tv_sec), Int(facts.st_mtim.tv_nsec)]
        tag = "\"" + parts.map { String($0, radix: 36) }.joined(separator: "-") + "\""
    }
}

/// An open file; closed when the last reference goes.
final class OpenFile: Sendable {
    private let descriptor: Int32
    let path: String

    init(reading path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal.notFound }
    }

    /// A new file; there must be none of that name.
    init(creating path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw Self.unwritable }
    }

    deinit { close(descriptor) }

    /// At most `count` bytes; none at the end.
    func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
        return bytes
    }

    func write(_ buffer: ByteBuffer) throws {
        try buffer.withUnsafeReadableBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = writeOnce(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw Self.unwritable }
                done += count
            }
        }
    }

    /// Makes what was written survive a power cut.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw Self.unwritable }
    }

    static let unwritable = BatchVideoError(
        .unwritable, "the file cannot be stored; check the free space and rights of the data folder")
}

private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
