import BatchVideo
import COpenCC
import Foundation
import Synchronization

/// Traditional characters by OpenCC's word lists (Debian: libopencc1.1 and libopencc-data).
package final class OpenCCConverter: ChineseConverter {
    /// Taiwan's characters, the words of the text: a voice says what is read.
    private static let configuration = "s2tw.json"

    package let version = "opencc s2tw"
    /// OpenCC reads its word lists from disk and reports errors through a global: one thread does both.
    private let queue = DispatchQueue(label: "opencc")
    /// Opened with the first text.
    private let dictionary = Mutex<UInt?>(nil)

    package init() {}

    deinit {
        dictionary.withLock { known in
            if let known { _ = opencc_close(UnsafeMutableRawPointer(bitPattern: known)) }
        }
    }

    package func traditional(_ texts: [String]) async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in
                continuation.resume(with: Result { try convert(texts) })
            }
        }
    }

    private func convert(_ texts: [String]) throws -> [String] {
        try dictionary.withLock { known in
            let handle = try known ?? open()
            known = handle
            return try texts.map { try convert($0, by: UnsafeMutableRawPointer(bitPattern: handle)) }
        }
    }

    private func open() throws -> UInt {
        let handle = opencc_open(Self.configuration)
        // OpenCC's own word for failure is (opencc_t)-1.
        guard let handle, handle != UnsafeMutableRawPointer(bitPattern: -1) else { throw Self.fault() }
        return UInt(bitPattern: handle)
    }

    private func convert(_ text: String, by handle: UnsafeMutableRawPointer?) throws -> String {
        guard !text.isEmpty else { return text }
        guard let converted = opencc_convert_utf8(handle, text, text.utf8.count) else { throw Self.fault() }
        defer { opencc_convert_utf8_free(converted) }
        return String(cString: converted)
    }

    private static func fault() -> BatchVideoError {
        let reason = opencc_error().map { String(cString: $0) } ?? "no reason given"
        return BatchVideoError(
            .unavailable,
            "traditional captions need OpenCC's word lists (\(reason)): apt-get install libopencc-data")
    }
}
