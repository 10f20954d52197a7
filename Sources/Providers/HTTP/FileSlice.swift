import BatchVideo
import Crypto
package import Foundation
package import NIOCore
import NIOPosix

/// A stretch of a file that is sent piece by piece, never whole in memory.
package struct FileSlice: Sendable {
    package let file: URL
    package let offset: Int
    package let count: Int

    fileprivate static let pieceBytes = 1 << 20

    /// The whole file. Throws `.notFound` when it cannot be read.
    package init(_ file: URL) throws {
        let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size]
        guard let bytes = size as? Int, FileManager.default.isReadableFile(atPath: file.path) else {
            throw BatchVideoError(.notFound, "cannot read \(file.path); check that it exists")
        }
        self.init(file, offset: 0, count: bytes)
    }

    private init(_ file: URL, offset: Int, count: Int) {
        self.file = file
        self.offset = offset
        self.count = count
    }

    /// Stretches of `bytes` and the rest.
    func parts(of bytes: Int) -> [FileSlice] {
        stride(from: 0, to: count, by: bytes).map {
            FileSlice(file, offset: offset + $0, count: Swift.min(bytes, count - $0))
        }
    }

    /// A digest of it, read in pieces; blocks the calling thread.
    func digest<Hash: HashFunction>(_ function: Hash.Type) throws -> Hash.Digest {
        var hash = Hash()
        let handle = try open()
        defer { try? handle.close() }  // read only: nothing can be lost
        var left = count
        while left > 0 {
            let piece = try Self.piece(of: handle, atMost: Swift.min(left, Self.pieceBytes), file)
            hash.update(data: piece)
            left -= piece.count
        }
        return hash.finalize()
    }

    fileprivate func open() throws -> FileHandle {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            try handle.seek(toOffset: UInt64(offset))
            return handle
        } catch {
            throw BatchVideoError(.notFound, "cannot read \(file.path); check that it exists", cause: error)
        }
    }

    fileprivate static func piece(of handle: FileHandle, atMost count: Int, _ file: URL) throws -> Data {
        guard let piece = try handle.read(upToCount: count), !piece.isEmpty else {
            throw BatchVideoError(.notFound, "\(file.path) became shorter while it was read; try again")
        }
        return piece
    }
}

extension FileSlice: AsyncSequence {
    package typealias Element = ByteBuffer

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let slice: FileSlice
        fileprivate var handle: FileHandle?
        fileprivate var left: Int

        /// Reads on the threads that are there for blocking work.
        package mutating func next() async throws -> ByteBuffer? {
            guard left > 0 else { return nil }
            let (slice, known, count) = (slice, handle, Swift.min(left, FileSlice.pieceBytes))
            let (handle, piece) = try await NIOThreadPool.singleton.runIfActive {
                let handle = try known ?? slice.open()
                return (handle, try FileSlice.piece(of: handle, atMost: count, slice.file))
            }
            self.handle = handle
            left -= piece.count
            return ByteBuffer(bytes: piece)
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(slice: self, handle: nil, left: count) }
}
