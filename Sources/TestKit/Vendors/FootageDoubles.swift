import BatchVideo
import Foundation

/// Libraries of footage, as their wire notes describe them. A search is charged by its words, a file by
/// its path, so that tests see what was asked for.
package enum FootageDoubles {
    package static let all: [VendorDouble] = [pexels, pixabay, coverr]

    private static func file(_ request: VendorRequest, _ books: VendorBooks) async throws -> VendorReply? {
        guard request.path.hasPrefix("/files/") else { return nil }
        books.charge(request.path)
        if books.fate == .expired { return VendorReply(status: 403, body: Data("AccessDenied".utf8)) }
        return .bytes(try await FFmpegSample.clip.data(), type: "video/mp4")
    }

    private static func link(_ base: URL, _ name: String) -> JSONValue {
        .string(base.absoluteString + "/files/" + name)
    }

    package static let pexels = VendorDouble("pexels", isTask: false) { request, books, base in
        if let file = try await file(request, books) { return file }
        guard request.header("authorization") == "sk-test-key-1234" else {
            return .json(["status": 401, "code": "Unauthorized"], status: 401)
        }
        guard request.method == "GET", request.path == "/v1/videos/search" else { return .unknownRoute }
        guard let words = request.query["query"], !words.isEmpty,
            ["landscape", "portrait", "square"].contains(request.query["orientation"]),
            let count = request.query["per_page"].flatMap({ Int($0) }), (1...80).contains(count)
        else { return .json(["status": 400, "code": "Bad Request"], status: 400) }
        books.charge(words)
        func rendition(
            _ id: Int, _ quality: JSONValue, _ width: JSONValue, _ height: JSONValue, _ name: String
        ) -> JSONValue {
            [
                "id": .number(Double(id)), "quality": quality, "file_type": "video/mp4", "width": width,
                "height": height, "fps": 29.97, "link": link(base, name),
            ]
        }
        let upright: JSONValue = [
            "id": 1_409_899, "width": 1920, "height": 1080, "duration": 14,
            "user": ["id": 1, "name": "Ruvim", "url": "https://www.pexels.com/@ruvim"],
            "url": "https://www.pexels.com/video/waves-crashing-on-a-beach-1409899/",
            "image": "https://images.pexels.com/1.jpg",
            "video_files": [
                rendition(1, "uhd", 3840, 2160, "4k.mp4"), rendition(2, "hd", 1920, 1080, "hd.mp4"),
                rendition(3, .null, .null, .null, "odd.mp4"), rendition(4, "sd", 640, 360, "sd.mp4"),
            ], "video_pictures": [],
        ]
        let second: JSONValue = [
            "id": 857195, "width": 1280, "height": 720, "duration": 3,
            "user": ["id": 2, "name": "Ann", "url": ""],
            "url": "https://www.pexels.com/video/a-cat-857195/", "image": "",
            "video_files": [rendition(5, "hd", 1280, 720, "cat.mp4")], "video_pictures": [],
        ]
        return .json([
            "page": 1, "per_page": .number(Double(count)), "total_results": 2,
            "url": "https://www.pexels.com/search",
            "videos": .array(Array([upright, second].prefix(count))),
        ])
    }

    package static let pixabay = VendorDouble("pixabay", isTask: false) { request, books, base in
        if let file = try await file(request, books) { return file }
        guard request.method == "GET", request.path == "/api/videos/" else { return .unknownRoute }
        func wrong(_ words: String, _ status: Int = 400) -> VendorReply {
            VendorReply(
                status: status, headers: [("Content-Type", "text/plain")],
                body: Data("[ERROR \(status)] \(words)".utf8))
        }
        guard request.query["key"] == "sk-test-key-1234" else {
            return wrong("Invalid or missing API key (https://pixabay.com/api/docs/).")
        }
        guard let words = request.query["q"], words.count <= 100 else { return wrong("\"q\" is too long.") }
        guard let count = request.query["per_page"].flatMap({ Int($0) }), (3...200).contains(count) else {
            return wrong("\"per_page\" is out of valid range.")
        }
        guard ["zh", "en"].contains(request.query["lang"]) else { return wrong("\"lang\" is invalid.") }
        books.charge(words)
        func size(_ name: String, _ width: Int, _ height: Int) -> JSONValue {
            [
                "url": name.isEmpty ? "" : link(base, name), "width": .number(Double(width)),
                "height": .number(Double(height)), "size": .number(Double(width)), "thumbnail": "",
            ]
        }
        let hit: JSONValue = [
            "id": 125, "pageURL": "https://pixabay.com/videos/id-125/", "type": "film",
            "tags": "海, 海浪, beach", "duration": 12,
            "videos": [
                "large": size("", 0, 0), "medium": size("medium.mp4", 1920, 1080),
                "small": size("small.mp4", 1280, 720),
                "tiny": size("tiny.mp4", 960, 540),
            ], "views": 4462, "downloads": 1464, "likes": 18, "comments": 0, "user_id": 1_281_706,
            "user": "Coverr-Free-Footage", "userImageURL": "",
        ]
        return .json(["total": 1, "totalHits": 1, "hits": [hit]])
    }

    package static let coverr = VendorDouble("coverr", isTask: false) { request, books, base in
        if let file = try await file(request, books) { return file }
        guard request.header("authorization") == "Bearer sk-test-key-1234" else {
            return .json(["error": "Unauthorized", "message": "API key is not valid"], status: 401)
        }
        guard request.method == "GET", request.path == "/videos", request.query["urls"] == "true",
            let words = request.query["query"], request.query["page"] == "0"
        else { return .unknownRoute }
        books.charge(words)
        let hit: JSONValue = [
            "id": "S1YbPl1NfI", "title": "Waves at dusk", "description": "Calm ocean waves",
            "tags": ["ocean", "beach"], "duration": 11.625,
            "aspect_ratio": "16:9", "is_vertical": false, "max_width": 1920, "max_height": 1080,
            "canonical_url": "https://coverr.co/videos/waves-at-dusk?token=drop", "creator": ["name": "Anna"],
            "urls": [
                "mp4": link(base, "plain.mp4"), "mp4_preview": link(base, "preview.mp4"),
                "mp4_download": link(base, "download.mp4"),
            ],
        ]
        let unfilled: JSONValue = [
            "id": "broken", "title": "x", "duration": "9.5",
            "urls": ["mp4_download": "https://cdn.coverr.co/{token}/x.mp4"],
        ]
        return .json(["page": 0, "pages": 1, "page_size": 20, "total": 2, "hits": [hit, unfilled]])
    }
}
