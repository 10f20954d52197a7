import BatchVideo
import Foundation

extension Vendor {
    /// `GET /api/videos/`. Its terms: searches are kept for 24 hours, files are fetched and not linked
    /// to, at most 100 requests in 60 seconds.
    static let pixabay = Vendor(
        "pixabay", title: "Pixabay (videos)",
        settings: [
            VendorSetting(
                "key", "The API key, or a list of keys that take turns.", isRequired: true, isSecret: true),
            VendorSetting("kind", "film or animation; all when left out."),
        ]
    ) { settings, tools in
        let url = try settings.url(or: "https://pixabay.com")
        let kind = try settings.text("kind", or: "all")
        guard ["all", "film", "animation"].contains(kind) else {
            throw settings.fault("kind", "must be all, film or animation")
        }
        var values = settings.values
        if !settings.has("perMinute") { values["perMinute"] = 100 }
        let dialect = StockFootage.Dialect(
            licence: "Pixabay Content License", keeps: .seconds(24 * 3600),
            order: { query in
                HTTPOrder(
                    "GET", url.at("/api/videos/"),
                    query: [
                        ("q", query.words.cut(to: 100)), ("lang", pixabayLanguage(query.language)),
                        ("video_type", kind), ("safesearch", "true"), ("order", "popular"), ("page", "1"),
                        ("per_page", String(min(200, max(3, query.limit)))),
                    ], maxBytes: 8 << 20)
            },
            read: { answer in answer["hits"]?.array?.compactMap(pixabayClip) })
        return VendorParts(
            footage: try StockFootage(
                VendorSettings(name: settings.name, values: values), tools, vendor: "pixabay", url: url,
                key: .query("key"), wantsEnglish: false, dialect: dialect))
    }

    private static let pixabayLanguages: Set<String> = [
        "cs", "da", "de", "en", "es", "fr", "id", "it", "hu", "nl", "no", "pl", "pt", "ro", "sk", "fi", "sv",
        "tr", "vi", "th", "bg", "ru", "el", "ja", "ko", "zh",
    ]

    private static func pixabayLanguage(_ language: Language) -> String {
        if language.isChinese { return "zh" }
        return pixabayLanguages.contains(language.primary) ? language.primary : "en"
    }

    /// `large` has no address where the clip was not uploaded as large.
    @Sendable private static func pixabayClip(_ hit: JSONValue) -> FoundClip? {
        let renditions = ["large", "medium", "small", "tiny"].compactMap { size -> FootageItem.Rendition? in
            let file = hit["videos"]?[size]
            return FootageItem.Rendition(
                link: file?["url"]?.string, width: file?["width"]?.int, height: file?["height"]?.int)
        }
        guard let id = hit["id"]?.plainID, let seconds = hit["duration"]?.number, !renditions.isEmpty
        else { return nil }
        let tags = (hit["tags"]?.string ?? "").split { $0 == "," || $0 == "，" }.map(String.init)
        return FoundClip(
            id: id, length: MediaTime(seconds: seconds), tags: FoundClip.bounded(tags),
            page: hit["pageURL"]?.string ?? "", author: hit["user"]?.string ?? "", renditions: renditions)
    }
}

extension String {
    /// At most so many characters, ending with a whole word where there is one.
    fileprivate func cut(to count: Int) -> String {
        guard self.count > count else { return self }
        let head = prefix(count)
        return String(head.lastIndex(of: " ").map { head[..<$0] } ?? head)
    }
}
