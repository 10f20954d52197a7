package import Foundation

/// What a shot looks for in a library.
package struct FootageQuery: Hashable, Sendable, Codable {
    /// Search words, the most telling first; English where the library wants it.
    package var words: String
    package var language: Language
    /// Landscape, portrait or square follows from it.
    package var canvas: PixelSize
    package var minLength: MediaTime
    /// How many to give at most, 1 ... `FootageLibrary.mostItems`.
    package var limit: Int

    package init(
        words: String, language: Language, canvas: PixelSize, minLength: MediaTime, limit: Int = 80
    ) {
        self.words = words
        self.language = language
        self.canvas = canvas
        self.minLength = minLength
        self.limit = limit
    }
}

/// A clip of a library.
package struct FootageItem: Hashable, Sendable, Codable {
    /// One of the files it can be had as.
    package struct Rendition: Hashable, Sendable, Codable {
        package var url: String
        package var size: PixelSize
        package var fps: Double?

        package init(url: String, size: PixelSize, fps: Double? = nil) {
            self.url = url
            self.size = size
            self.fps = fps
        }
    }

    /// `VendorPart.name` of the library.
    package var library: String
    package var id: String
    /// Shown as a still with motion; its length is 0.
    package var isPicture: Bool
    package var length: MediaTime
    package var tags: [String]
    /// The page that people can look at.
    package var page: String
    package var author: String
    package var licence: String
    /// At least one.
    package var renditions: [Rendition]

    package init(
        library: String, id: String, isPicture: Bool = false, length: MediaTime, tags: [String],
        page: String, author: String, licence: String, renditions: [Rendition]
    ) {
        self.library = library
        self.id = id
        self.isPicture = isPicture
        self.length = length
        self.tags = tags
        self.page = page
        self.author = author
        self.licence = licence
        self.renditions = renditions
    }

    /// Names it among all libraries: what the ledger of uses knows it by.
    package var key: String { "\(library):\(id)" }

    /// The smallest that covers the canvas, else the largest.
    package func rendition(covering canvas: PixelSize) -> Rendition? {
        let covering = renditions.filter {
            $0.size.width >= canvas.width && $0.size.height >= canvas.height
        }
        func area(_ rendition: Rendition) -> Int { rendition.size.width * rendition.size.height }
        return covering.min { area($0) < area($1) } ?? renditions.max { area($0) < area($1) }
    }
}

extension FootageQuery {
    /// What a shot asks a library for; scenery or animals when its words name nothing to see.
    ///
    /// - Parameter kind: what is to be seen instead, such as "animals" or "风景"; its words are all that
    ///   is asked for, and the shot's own only rank what is found.
    package init(
        shot: Shot, kind: String? = nil, of language: Language, canvas: PixelSize, from library: any FootageLibrary,
        seed: UInt64
    ) {
        let isEnglish = library.wantsEnglish || !language.isChinese
        let words = kind.map { FootageWords(text: $0).query(inEnglish: isEnglish) ?? $0 }
            ?? FootageWords(shot: shot).query(inEnglish: isEnglish)
        self.init(
            words: words ?? FootageWords.scenery(seed: seed, shot: shot.index, inEnglish: isEnglish),
            language: isEnglish ? .english : language, canvas: canvas, minLength: shot.span.length,
            limit: library.mostItems)
    }
}

/// Port: a library of clips. Searching and fetching cost nothing but may be limited.
package protocol FootageLibrary: VendorPart {
    /// It knows English words only; else Chinese ones too.
    var wantsEnglish: Bool { get }
    /// How many clips one search can give: the more, the later a clip has to be shown again.
    var mostItems: Int { get }
    /// The library's own order, best first; empty when it has nothing.
    func search(_ query: FootageQuery) async throws -> [FootageItem]
    /// Writes the clip at `file`, or throws and leaves nothing there: `.notFound` when the library has
    /// it no more, and another is to be taken.
    func fetch(_ item: FootageItem, covering canvas: PixelSize, to file: URL) async throws
}
