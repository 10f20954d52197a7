import BatchVideo
import Foundation

extension Vendor {
    /// `GET /v1/videos/search`; the key stands in `Authorization` as it is.
    static let pexels = Vendor(
        "pexels", title: "Pexels (videos)",
        settings: [
            VendorSetting(
                "key", "The API key, or a list of keys that take turns.", isRequired: true, isSecret: true),
            VendorSetting(
                "size", "large (4K), medium (Full HD) or small (HD): the least; any when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.pexels.com")
        let size = try settings.optionalText("size")
        if let size, !["large", "medium", "small"].contains(size) {
            throw settings.fault("size", "must be large, medium or small")
        }
        let dialect = StockFootage.Dialect(
            licence: "Pexels License", keeps: .seconds(3600),
            order: { query in
                var fields = [
                    ("query", query.words), ("orientation", query.canvas.orientationWord),
                    ("per_page", String(min(80, max(1, query.limit)))), ("page", "1"),
                ]
                if let size { fields.append(("size", size)) }
                return HTTPOrder("GET", url.at("/v1/videos/search"), query: fields, maxBytes: 8 << 20)
            },
            read: { answer in answer["videos"]?.array?.compactMap(pexelsClip) })
        return VendorParts(
            footage: try StockFootage(
                settings, tools, vendor: "pexels", url: url, key: .header("Authorization"),
                wantsEnglish: true, dialect: dialect))
    }

    @Sendable private static func pexelsClip(_ video: JSONValue) -> FoundClip? {
        let renditions = (video["video_files"]?.array ?? []).compactMap { file -> FootageItem.Rendition? in
            guard file["file_type"]?.string ?? "video/mp4" == "video/mp4" else { return nil }
            return FootageItem.Rendition(
                link: file["link"]?.string, width: file["width"]?.int, height: file["height"]?.int,
                fps: file["fps"]?.number)
        }
        guard let id = video["id"]?.plainID, let seconds = video["duration"]?.number, !renditions.isEmpty
        else { return nil }
        let page = video["url"]?.string ?? ""
        return FoundClip(
            id: id, length: MediaTime(seconds: seconds),
            tags: FoundClip.bounded(
                (video["tags"]?.array ?? []).compactMap(\.string) + [pexelsTitle(page, id: id)]),
            page: page, author: video["user"]?["name"]?.string ?? "", renditions: renditions)
    }

    /// The words of ".../video/waves-on-a-beach-1409899/": all that Pexels says of a video.
    static func pexelsTitle(_ page: String, id: String) -> String {
        let last = page.split(separator: "/").last ?? ""
        return last.split(separator: "-").filter { $0 != id }.joined(separator: " ")
    }
}

extension PixelSize {
    /// "landscape", "portrait" or "square", as libraries say it.
    var orientationWord: String { width == height ? "square" : isPortrait ? "portrait" : "landscape" }
}
