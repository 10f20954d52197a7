import BatchVideo
import Foundation

extension Vendor {
    /// `GET /videos?urls=true`; fetching `mp4_download` is what counts as a download with them.
    static let coverr = Vendor(
        "coverr", title: "Coverr",
        settings: [
            VendorSetting(
                "key", "The API key, or a list of keys that take turns.", isRequired: true, isSecret: true)
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://api.coverr.co")
        let dialect = StockFootage.Dialect(
            licence: "Coverr License", keeps: .seconds(3600),
            order: { query in
                HTTPOrder(
                    "GET", url.at("/videos"),
                    query: [
                        ("query", query.words), ("page", "0"), ("urls", "true"),
                        ("page_size", String(min(50, max(1, query.limit)))),
                    ], maxBytes: 8 << 20)
            },
            read: { answer in answer["hits"]?.array?.compactMap(coverrClip) })
        return VendorParts(
            footage: try StockFootage(
                settings, tools, vendor: "coverr", url: url, key: .bearer, wantsEnglish: true,
                dialect: dialect))
    }

    @Sendable private static func coverrClip(_ hit: JSONValue) -> FoundClip? {
        let size = coverrSize(hit)
        let links = [hit["urls"]?["mp4_download"]?.string, hit["urls"]?["mp4"]?.string]
        // An address with "{token}" in it was not filled in and leads nowhere.
        let link = links.lazy.compactMap { $0 }.first { !$0.contains("{") }
        guard let id = hit["id"]?.plainID,
            let seconds = hit["duration"]?.number ?? hit["duration"]?.string.flatMap(Double.init),
            seconds > 0,
            let file = FootageItem.Rendition(link: link, width: size.width, height: size.height)
        else { return nil }
        let page = (hit["canonical_url"]?.string).flatMap { $0.split(separator: "?").first.map(String.init) }
        let told = [hit["title"]?.string, hit["description"]?.string].compactMap { $0 }
        return FoundClip(
            id: id, length: MediaTime(seconds: seconds),
            tags: FoundClip.bounded((hit["tags"]?.array ?? []).compactMap(\.string) + told),
            page: page ?? "https://coverr.co/videos/\(HTTPOrder.escaped(id))",
            author: hit["creator"]?["name"]?.string ?? "Coverr", renditions: [file])
    }

    /// Full HD in the clip's shape where the size is left out.
    private static func coverrSize(_ hit: JSONValue) -> PixelSize {
        if let width = hit["max_width"]?.int, let height = hit["max_height"]?.int {
            return PixelSize(width: width, height: height)
        }
        let isUpright = hit["is_vertical"]?.bool ?? (hit["aspect_ratio"]?.string == "9:16")
        return isUpright ? PixelSize(width: 1080, height: 1920) : PixelSize(width: 1920, height: 1080)
    }
}
