package import BatchVideo
package import Foundation
import Synchronization

/// A storage with S3's requests that checks no signature: for faults. Those who judge signatures are
/// `scripts/s3_judge.py` and `scripts/oss_judge.py`.
package final class StorageDouble: Sendable {
    private struct State {
        var objects: [String: (type: String, bytes: [UInt8])] = [:]
        var uploads: [String: [Int: [UInt8]]] = [:]
        var begun = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// By path, "/films/a.mp4".
    package func bytes(_ path: String) -> [UInt8]? { state.withLock { $0.objects[path]?.bytes } }
    package func type(_ path: String) -> String? { state.withLock { $0.objects[path]?.type } }
    /// Uploads that were neither completed nor given up.
    package var openUploads: Int { state.withLock { $0.uploads.count } }

    package func answer(_ request: VendorRequest) -> VendorReply {
        guard request.header("authorization") != nil || request.query["X-Amz-Signature"] != nil else {
            return error(403, "AccessDenied", "Access Denied")
        }
        return state.withLock { state in
            switch request.method {
            case "PUT": put(request, &state)
            case "POST": post(request, &state)
            case "DELETE": delete(request, &state)
            default: get(request, state)
            }
        }
    }

    private func put(_ request: VendorRequest, _ state: inout State) -> VendorReply {
        guard request.header("content-length").flatMap({ Int($0) }) == request.body.count else {
            return error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.")
        }
        let tag = "\"\(request.body.count)-\(request.query["partNumber"] ?? "0")\""
        if let upload = request.query["uploadId"] {
            guard let number = request.query["partNumber"].flatMap({ Int($0) }), state.uploads[upload] != nil
            else {
                return error(404, "NoSuchUpload", "The specified upload does not exist.")
            }
            state.uploads[upload]?[number] = request.body
        } else {
            state.objects[request.path] = (request.header("content-type") ?? "", request.body)
        }
        return VendorReply(headers: [("ETag", tag)])
    }

    private func post(_ request: VendorRequest, _ state: inout State) -> VendorReply {
        if request.query["uploads"] != nil {
            state.begun += 1
            state.uploads["upload-\(state.begun)"] = [:]
            return xml(
                "<InitiateMultipartUploadResult><UploadId>upload-\(state.begun)</UploadId></InitiateMultipartUploadResult>"
            )
        }
        guard let upload = request.query["uploadId"], let parts = state.uploads.removeValue(forKey: upload)
        else {
            return error(404, "NoSuchUpload", "The specified upload does not exist.")
        }
        let order = parts.keys.sorted()
        let wanted = order.map {
            "<Part><PartNumber>\($0)</PartNumber><ETag>\"\(parts[$0]?.count ?? 0)-\($0)\"</ETag></Part>"
        }
        guard request.text == "<CompleteMultipartUpload>\(wanted.joined())</CompleteMultipartUpload>" else {
            return error(400, "InvalidPart", "One or more of the specified parts could not be found.")
        }
        state.objects[request.path] = ("", order.flatMap { parts[$0] ?? [] })
        return xml("<CompleteMultipartUploadResult><ETag>\"x\"</ETag></CompleteMultipartUploadResult>")
    }

    private func delete(_ request: VendorRequest, _ state: inout State) -> VendorReply {
        if let upload = request.query["uploadId"] {
            state.uploads[upload] = nil
        } else {
            state.objects[request.path] = nil
        }
        return VendorReply(status: 204)
    }

    private func get(_ request: VendorRequest, _ state: State) -> VendorReply {
        guard let object = state.objects[request.path] else {
            return request.method == "HEAD"
                ? VendorReply(status: 404) : error(404, "NoSuchKey", "The specified key does not exist.")
        }
        return VendorReply(headers: [("Content-Type", object.type)], body: Data(object.bytes))
    }

    private func xml(_ text: String, status: Int = 200) -> VendorReply {
        VendorReply(status: status, headers: [("Content-Type", "application/xml")], body: Data(text.utf8))
    }

    private func error(_ status: Int, _ code: String, _ message: String) -> VendorReply {
        Self.error(status, code, message)
    }

    package static func error(_ status: Int, _ code: String, _ message: String) -> VendorReply {
        VendorReply(
            status: status, headers: [("Content-Type", "application/xml")],
            body: Data(
                "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>\(message)</Message></Error>".utf8
            ))
    }
}
