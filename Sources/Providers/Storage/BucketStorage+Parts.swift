import BatchVideo
import Foundation

extension BucketStorage {
    /// Parts on their way at the same time.
    private static let atOnce = 3
    /// Attempts to put the parts together: storages answer some failures of it with status 200.
    private static let completions = 3

    func putInParts(_ whole: FileSlice, to place: URL, key: String, type: String) async throws {
        let begun = try await caller.send(
            HTTPOrder(
                "POST", place, query: [("uploads", "")], headers: [("Content-Type", type)], isRepeatable: true
            ))
        guard let upload = begun.xmlText("UploadId"), !upload.isEmpty else {
            throw caller.failure(.outage, "it began no upload: \(begun.words)", answer: begun)
        }
        do {
            let tags = try await sendParts(of: whole, to: place, upload: upload)
            try await complete(tags, of: whole.count, to: place, key: key, upload: upload)
        } catch {
            await giveUp(place, upload: upload)
            throw error
        }
    }

    /// Entity tags in the order of the parts.
    private func sendParts(of whole: FileSlice, to place: URL, upload: String) async throws -> [String] {
        // No more parts than storages take.
        let least = (whole.count + Self.mostParts - 1) / Self.mostParts
        let parts = whole.parts(of: max(partBytes, (least + 0xFFFFF) & ~0xFFFFF))
        return try await withThrowingTaskGroup(of: (Int, String).self) { group in
            var tags = [String](repeating: "", count: parts.count)
            for (index, part) in parts.enumerated() {
                if index >= Self.atOnce, let (done, tag) = try await group.next() { tags[done] = tag }
                group.addTask {
                    let query = [("partNumber", String(index + 1)), ("uploadId", upload)]
                    return (index, try await send(part, to: place, query: query, type: nil))
                }
            }
            for try await (done, tag) in group { tags[done] = tag }
            return tags
        }
    }

    private func complete(
        _ tags: [String], of bytes: Int, to place: URL, key: String, upload: String
    ) async throws {
        let list = tags.enumerated().map { index, tag in
            let text = tag.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            return "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(text)</ETag></Part>"
        }
        let body = Data("<CompleteMultipartUpload>\(list.joined())</CompleteMultipartUpload>".utf8)
        for attempt in 1...Self.completions {
            do {
                let answer = try await caller.send(
                    HTTPOrder(
                        "POST", place, query: [("uploadId", upload)],
                        headers: [("Content-Type", "application/xml")],
                        body: .bytes(body, type: "application/xml"), isRepeatable: true))
                guard String(decoding: answer.body.prefix(1 << 16), as: UTF8.self).contains("<Error>") else {
                    return
                }
                guard attempt < Self.completions else {
                    throw caller.failure(.outage, answer.xmlError ?? answer.words, answer: answer)
                }
                try await caller.clock.sleep(.seconds(attempt))
            } catch let error as BatchVideoError where error.vendorFailure?.status == 404 {
                // An earlier attempt of which the answer was lost may have done it.
                guard try await size(of: key) == bytes else { throw error }
                return
            }
        }
    }

    /// Lets the storage forget the parts; when that fails too, its own rules for old uploads do.
    private func giveUp(_ place: URL, upload: String) async {
        // unstructured: it must be done although the task around it was cancelled
        await Task.detached {
            _ = try? await caller.send(HTTPOrder("DELETE", place, query: [("uploadId", upload)]))
        }.value
    }
}
