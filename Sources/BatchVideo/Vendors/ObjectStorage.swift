package import Foundation

/// Port: where finished files lie and people fetch them from.
///
/// A key is relative, without "..", at most 1,024 bytes of UTF-8. `put` replaces; a reader sees the
/// old or the new object, never a part. Throws `.notFound` for keys that are not there,
/// `.unavailable` when the storage cannot be reached.
package protocol ObjectStorage: VendorPart {
    /// Streams a file up, in parts when it is large.
    func put(_ file: URL, as key: String, type: String) async throws
    /// Streams it down; nothing is left at `file` when it throws.
    func get(_ key: String, to file: URL) async throws
    /// Bytes; nil when it is not there.
    func size(of key: String) async throws -> Int?
    /// No error when it is not there.
    func delete(_ key: String) async throws
    /// An address that anybody can fetch it from for a while, at most 24 h; `name`: what browsers save it as.
    func url(of key: String, for time: Duration, name: String?, now: Date) throws -> URL
}
