import BatchVideo
import Foundation

/// A bucket of a storage that speaks S3's requests, whatever its signatures.
///
/// Files are streamed from the disk, those larger than a part in parts, a few at a time; an upload that
/// fails is given up at the storage too, so that nobody pays for what is left of it.
struct BucketStorage: ObjectStorage {
    struct Dialect: Sendable {
        /// The bucket's address, and the one that links begin with.
        var base: URL
        var linkBase: URL
        var sign: @Sendable (inout HTTPOrder) -> Void
        var presign: @Sendable (URL, _ query: [(String, String)], _ seconds: Int, _ now: Date) -> URL
        /// Headers by which the storage checks that it got what was sent; reads the file.
        var proof: @Sendable (FileSlice) throws -> [(String, String)]
    }

    let name: String
    let version: String
    let terms: CallTerms
    let caller: HTTPCaller
    let dialect: Dialect
    let partBytes: Int

    static let mostParts = 10_000
    private static let mostKeyBytes = 1024
    private static let longestLink = Duration.seconds(24 * 3600)
    /// Slowest line that a transfer is given time for, beside the time of any call: bytes a second.
    private static let slowest = 256 << 10

    init(_ settings: VendorSettings, _ tools: VendorTools, vendor: String, dialect: Dialect) throws {
        name = settings.name
        version = settings.version(vendor)
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .made { _, order in dialect.sign(&order) })
        partBytes = try settings.int("partMiB", in: 5...1024, or: 16) << 20
        self.dialect = dialect
    }

    func put(_ file: URL, as key: String, type: String) async throws {
        let place = try place(key)
        let whole = try FileSlice(file)
        guard whole.count > partBytes else {
            try await send(whole, to: place, query: [], type: type)
            return
        }
        try await putInParts(whole, to: place, key: key, type: type)
    }

    func get(_ key: String, to file: URL) async throws {
        let place = try place(key)
        guard let bytes = try await size(of: key) else { throw missing(key) }
        do {
            try await caller.download(
                place, to: file, withKey: true, base: dialect.base, maxBytes: 1 << 42,
                timeout: time(for: bytes))
        } catch let error as BatchVideoError where error.vendorFailure?.status == 404 {
            throw missing(key)
        } catch let error as BatchVideoError where error.vendorFailure?.kind == .unknownEnd {
            throw caller.failure(
                .misuse, "it does not give \(key) (status \(error.vendorFailure?.status ?? 0))")
        }
    }

    func size(of key: String) async throws -> Int? {
        do {
            let answer = try await caller.send(HTTPOrder("HEAD", place(key)))
            guard let bytes = answer.headers["content-length"].flatMap({ Int($0) }) else {
                throw caller.failure(.outage, "it does not say how large \(key) is", answer: answer)
            }
            return bytes
        } catch let error as BatchVideoError where error.vendorFailure?.status == 404 {
            return nil
        }
    }

    func delete(_ key: String) async throws {
        do {
            _ = try await caller.send(HTTPOrder("DELETE", place(key)))
        } catch let error as BatchVideoError
            where error.vendorFailure?.status == 404
            && error.vendorFailure?.words.hasPrefix("NoSuchBucket") == false
        {
            return
        }
    }

    func url(of key: String, for time: Duration, name: String?, now: Date) throws -> URL {
        guard time >= .seconds(1), time <= Self.longestLink else {
            throw BatchVideoError(.invalid, "a link may last from a second to 24 hours")
        }
        var query: [(String, String)] = []
        if let name {
            // RFC 6266 and 8187: names in any language.
            query.append(
                ("response-content-disposition", "attachment; filename*=UTF-8''\(HTTPOrder.escaped(name))"))
        }
        return dialect.presign(try place(key, in: dialect.linkBase), query, Int(time / .seconds(1)), now)
    }

    /// The object's address. Throws `.invalid` for what is no key.
    func place(_ key: String, in base: URL? = nil) throws -> URL {
        let names = key.split(separator: "/", omittingEmptySubsequences: false)
        guard key.utf8.count <= Self.mostKeyBytes, !names.contains(where: { ["", ".", ".."].contains($0) }),
            !key.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
        else {
            throw BatchVideoError(
                .invalid, "a key of the storage is a relative path without \"..\", of at most 1,024 bytes")
        }
        return (base ?? dialect.base).at(
            "/" + names.map { HTTPOrder.escaped(String($0)) }.joined(separator: "/"))
    }

    /// Sends a file or a part of one; gives its entity tag.
    @discardableResult
    func send(
        _ slice: FileSlice, to place: URL, query: [(String, String)], type: String?
    ) async throws -> String {
        let proof = dialect.proof
        let headers = try await DiskThread.run { try proof(slice) }
        let answer = try await caller.send(
            HTTPOrder(
                "PUT", place, query: query,
                headers: headers + [("Content-Type", type ?? "application/octet-stream")],
                body: .file(slice, type: type ?? "application/octet-stream"), timeout: time(for: slice.count))
        )
        return answer.headers["etag"] ?? ""
    }

    private func time(for bytes: Int) -> Duration { caller.limits.timeout + .seconds(bytes / Self.slowest) }

    private func missing(_ key: String) -> BatchVideoError {
        BatchVideoError(.notFound, "\(name) has no \(key)")
    }
}
