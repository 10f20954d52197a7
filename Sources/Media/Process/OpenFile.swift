import BatchVideo
package import Foundation
import Glibc

/// A regular file opened for reading, closed with its last reference.
package final class OpenFile: Sendable {
    package let descriptor: Int32
    package let sizeBytes: Int
    /// The last path component, made safe for messages.
    package let name: String

    /// Throws `.notFound` when there is nothing to read, `.media` when it is not a regular file.
    package init(_ file: URL) throws {
        name = MessageText.clean(file.lastPathComponent)
        let opened = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        let reason = String(cString: strerror(errno))
        descriptor = Pipe.raised(opened)
        guard descriptor >= 0 else {
            throw BatchVideoError(.notFound, "cannot read \(name): \(reason)")
        }
        var facts = stat()
        let isRegular = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        sizeBytes = Int(facts.st_size)
        guard isRegular else {
            throw BatchVideoError(.media, "\(name) is not a file; give a picture, video or sound file")
        }
        guard sizeBytes > 0 else {
            throw BatchVideoError(.media, "\(name) is empty (0 bytes)")
        }
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes from `offset`; fewer at the end of the file or when it cannot be read.
    package func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, offset < sizeBytes else { return [] }
        return [UInt8](unsafeUninitializedCapacity: min(count, sizeBytes - offset)) { buffer, used in
            used = max(0, pread(descriptor, buffer.baseAddress, buffer.count, offset))
        }
    }
}
