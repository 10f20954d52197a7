/// The choices of a film in the free-form `extra` of jobs, topics and channels (requirements 2.9):
/// known keys typed, all others of no meaning here.
package struct FilmChoices: Hashable, Sendable {
    /// Pixels; both even.
    package var resolution: PixelSize?
    /// Percent of shots that move.
    package var mix: Int?
    package var mixMeasure: MixChoice.Measure?
    package var mixSources: [MixChoice.Source]?
    /// What libraries of clips are asked for: "scenery", "animals".
    package var mixKinds: [String]?
    /// Minutes of the film for whose shots vendors may be paid; 0: all.
    package var paidMinutes: Double?
    package var restDays: Int?
    package var captions: CaptionStyle.Look?
    package var captionPosition: CaptionStyle.Position?
    package var hasTextTrack: Bool?
    /// Captions in traditional characters.
    package var isTraditional: Bool?
    package var transitions: TransitionChoice?
    package var motion: MotionChoice?
    package var fit: PictureFit?
    package var quality: RenderQuality?
    package var seed: UInt64?
    /// Keys of uploaded files.
    package var images: [String]?
    package var footage: [String]?
    /// `none`, `auto`, or the key of an uploaded file.
    package var music: String?
    package var intro: String?
    package var outro: String?
    package var watermark: String?
    package var titleBar: String?
    package var hasChapters: Bool?
    package var progressBar: String?
    package var cover: Branding.CoverUse?
    package var coverStyle: CoverStyle?
    package var aiLabel: AILabel?
    package var clipSound: Int?
    /// The landscape film inside a portrait one.
    package var isReframed: Bool?
    package var reframeGeometry: ReframeChoice.Geometry?
    package var indexText: String?
    package var titleText: String?
    package var descriptionText: String?
    package var hasPresenter: Bool?
    /// A figure to draw, whatever the channel shows.
    package var figure: PresenterFigure?
    package var palette: FigurePalette?
    package var logo: Branding.LogoPlace?

    package init() {}

    /// Presets of `resolution` by name (requirements P8), landscape first.
    private static let presets: [String: PixelSize] = [
        "720p": PixelSize(width: 1280, height: 720), "1080p": PixelSize(width: 1920, height: 1080),
        "square": PixelSize(width: 1080, height: 1080), "1:1": PixelSize(width: 1080, height: 1080),
        "4:5": PixelSize(width: 1080, height: 1350), "9:16": PixelSize(width: 1080, height: 1920),
        "16:9": PixelSize(width: 1920, height: 1080),
    ]

    /// - Throws: `.invalid` naming the field ("extra.mix").
    package init(json: JSONValue) throws {
        let reader = ChoiceReader(json: json)
        resolution = try reader.value(
            "resolution", "a size such as 1080x1920, or \(Self.presets.keys.sorted().joined(separator: ", "))"
        ) {
            $0.string.flatMap(Self.size)
        }
        mix = try reader.percent("mix") ?? reader.percent("generate_ratio")
        mixMeasure = try reader.word("mix_by")
        mixSources = try reader.words("mix_sources")
        mixKinds = try reader.texts("mix_kinds", most: 16, longest: 40)
        paidMinutes = try reader.value("generate_time", "minutes from 0 to 1440") {
            $0.number.flatMap { (0...1_440).contains($0) ? $0 : nil }
        }
        restDays = try reader.value("footage_rest_days", "a whole number from 0 to 3650") {
            $0.int.flatMap { (0...3_650).contains($0) ? $0 : nil }
        }
        captions = try reader.word("captions")
        captionPosition = try reader.word("caption_position")
        hasTextTrack = try reader.flag("soft_captions")
        isTraditional = try reader.flag("traditional_subtitle") ?? reader.traditionalLanguage()
        transitions = try reader.transitions("transitions")
        motion = try reader.word("motion")
        fit = try reader.word("fit")
        quality = try reader.word("quality")
        seed = try reader.value("seed", "a whole number from 0 to 2^53") {
            $0.int.flatMap { (0...(1 << 53)).contains($0) ? UInt64($0) : nil }
        }
        images = try reader.keys("images")
        footage = try reader.keys("footage")
        music = try reader.text("bgm", longest: 512) ?? reader.text("audio", longest: 512)
        intro = try reader.text("intro", longest: 512)
        outro = try reader.text("outro", longest: 512)
        watermark = try reader.text("watermark", longest: 60)
        titleBar = try reader.text("title_bar", longest: 120)
        hasChapters = try reader.flag("chapters")
        progressBar = try reader.colour("progress_bar")
        cover = try reader.word("cover")
        coverStyle = try reader.word("cover_style")
        aiLabel = try reader.word("ai_label")
        clipSound = try reader.percent("clip_sound")
        isReframed = try reader.flag("h2v")
        reframeGeometry = try reader.word("h2v_geometry")
        indexText = try reader.text("index_text", longest: 40)
        titleText = try reader.text("title_text", longest: 120)
        descriptionText = try reader.text("desc_text", longest: 240)
        hasPresenter = try reader.flag("enable_digital_human")
        figure = try reader.word("human_figure")
        palette = try reader.word("human_palette")
        logo = try reader.logo("logo")
    }

    private static func size(_ text: String) -> PixelSize? {
        if let preset = presets[text.lowercased()] { return preset }
        guard let match = text.wholeMatch(of: /(\d{3,4})[xX×](\d{3,4})/), let width = Int(match.1),
            let height = Int(match.2), [width, height].allSatisfy({ (128...4096).contains($0) && $0 % 2 == 0 })
        else { return nil }
        return PixelSize(width: width, height: height)
    }

    /// What the job says, else its topic, else its channel. Throws `.invalid` naming the member that cannot be read.
    package init(_ draft: JobDraft, topic: TopicFields?, account: AccountExtra?) throws {
        self = try FilmChoices(json: draft.extra)
            .filled(from: try FilmChoices(json: topic?.extra ?? .emptyObject))
            .filled(from: try FilmChoices(json: .object(account?.others ?? [:])))
    }

    /// What this one does not say, from `other`.
    package func filled(from other: FilmChoices) -> FilmChoices {
        var all = self
        func fill<Value>(_ path: WritableKeyPath<FilmChoices, Value?>) {
            if all[keyPath: path] == nil { all[keyPath: path] = other[keyPath: path] }
        }
        fill(\.resolution)
        fill(\.mix)
        fill(\.captions)
        fill(\.captionPosition)
        fill(\.hasTextTrack)
        fill(\.isTraditional)
        fill(\.transitions)
        fill(\.motion)
        fill(\.fit)
        fill(\.quality)
        fill(\.seed)
        fill(\.images)
        fill(\.footage)
        fill(\.music)
        fill(\.intro)
        fill(\.outro)
        fill(\.watermark)
        fill(\.titleBar)
        fill(\.hasChapters)
        fill(\.progressBar)
        fill(\.cover)
        fill(\.coverStyle)
        fill(\.clipSound)
        fill(\.isReframed)
        fill(\.reframeGeometry)
        fill(\.indexText)
        fill(\.titleText)
        fill(\.descriptionText)
        fill(\.hasPresenter)
        fill(\.figure)
        fill(\.palette)
        fill(\.logo)
        fill(\.mixMeasure)
        fill(\.mixSources)
        fill(\.mixKinds)
        fill(\.aiLabel)
        fill(\.paidMinutes)
        fill(\.restDays)
        return all
    }

    /// Where moving shots come from; nil when nothing is said of it.
    package var mixing: MixChoice? {
        let standard = MixChoice()
        let minutes = paidMinutes ?? 0
        let mixing = MixChoice(
            measure: mixMeasure ?? standard.measure, sources: mixSources ?? standard.sources,
            kinds: mixKinds ?? [], paidUntil: minutes > 0 ? MediaTime(seconds: minutes * 60) : nil,
            restDays: restDays ?? standard.restDays)
        return mixing == standard ? nil : mixing
    }
}

/// Reads members of `extra`; absent and null ones are nil.
private struct ChoiceReader {
    let json: JSONValue

    func value<Value>(
        _ key: String, _ what: String, _ read: (JSONValue) -> Value?
    ) throws -> Value? {
        guard let member = json[key] else { return nil }
        if member.string == "" { return nil }
        guard let value = read(member) else {
            throw BatchVideoError(.invalid, "extra.\(key) must be \(what)", field: "extra.\(key)")
        }
        return value
    }

    func percent(_ key: String) throws -> Int? {
        try value(key, "a whole number from 0 to 100") {
            $0.int.flatMap { (0...100).contains($0) ? $0 : nil }
        }
    }

    func flag(_ key: String) throws -> Bool? { try value(key, "true or false", \.bool) }

    /// `language_config.traditional_chinese`.
    func traditionalLanguage() throws -> Bool? {
        guard let inner = json["language_config"] else { return nil }
        return try ChoiceReader(json: inner).flag("traditional_chinese")
    }

    func text(_ key: String, longest: Int) throws -> String? {
        try value(key, "a line of at most \(longest) characters") {
            guard let text = $0.string, text.count <= longest, !text.contains(where: \.isNewline) else {
                return nil
            }
            return TextIntake.clean(text)
        }
    }

    func keys(_ key: String) throws -> [String]? {
        try value(key, "a list of at most 500 keys of uploaded files") {
            guard let items = $0.array, items.count <= 500 else { return nil }
            let texts = items.compactMap(\.string)
            return texts.count == items.count ? texts : nil
        }
    }

    func word<Value: RawRepresentable & CaseIterable>(_ key: String) throws -> Value?
    where Value.RawValue == String {
        try value(key, "one of " + Value.allCases.map(\.rawValue).joined(separator: ", ")) {
            $0.string.flatMap(Value.init)
        }
    }

    /// A list, or one word as a list of one; each once.
    func words<Value: RawRepresentable & CaseIterable>(_ key: String) throws -> [Value]?
    where Value.RawValue == String {
        try value(key, "a list of " + Value.allCases.map(\.rawValue).joined(separator: ", ")) { member in
            let texts = member.string.map { [$0] } ?? member.array?.compactMap(\.string) ?? []
            let words = texts.compactMap(Value.init)
            guard !words.isEmpty, words.count == member.array?.count ?? 1 else { return nil }
            var seen: Set<String> = []
            return words.filter { seen.insert($0.rawValue).inserted }
        }
    }

    /// A list of lines, or one line.
    func texts(_ key: String, most: Int, longest: Int) throws -> [String]? {
        try value(key, "at most \(most) words of at most \(longest) characters") { member in
            let texts = member.string.map { [$0] } ?? member.array?.compactMap(\.string) ?? []
            let isFine = texts.allSatisfy {
                !$0.isEmpty && $0.count <= longest && !$0.contains(where: \.isNewline)
            }
            let isWhole = texts.count == member.array?.count ?? 1 && (1...most).contains(texts.count)
            return isFine && isWhole ? texts : nil
        }
    }

    func colour(_ key: String) throws -> String? {
        try value(key, "a colour such as #F2B632") {
            guard let text = $0.string, text.wholeMatch(of: /#?[0-9A-Fa-f]{6}/) != nil else { return nil }
            return String(text.suffix(6)).uppercased()
        }
    }

    func transitions(_ key: String) throws -> TransitionChoice? {
        guard let member = json[key] else { return nil }
        let names = member.string ?? member.array?.compactMap(\.string).joined(separator: ",") ?? ""
        do {
            return try TransitionChoice(names)
        } catch let error as BatchVideoError {
            throw BatchVideoError(.invalid, error.message, field: "extra.\(key)")
        }
    }

    func logo(_ key: String) throws -> Branding.LogoPlace? {
        guard let member = json[key] else { return nil }
        let inner = ChoiceReader(json: member)
        let standard = Branding.LogoPlace()
        let corner: Corner? = try inner.word("position")
        return Branding.LogoPlace(
            corner: corner ?? standard.corner,
            width: try inner.value("width", "16 to 680 pixels") { whole($0, 16...680) } ?? standard.width,
            margin: try inner.value("margin", "0 to 400 pixels") { whole($0, 0...400) } ?? standard.margin,
            opacity: try inner.value("opacity", "a number from 0 to 1") { number in
                number.number.flatMap { (0...1).contains($0) ? $0 : nil }
            } ?? standard.opacity)
    }

    private func whole(_ value: JSONValue, _ range: ClosedRange<Int>) -> Int? {
        value.int.flatMap { range.contains($0) ? $0 : nil }
    }
}

extension AccountExtra {
    /// Transitions between shots, and between presenter and film (requirements 2.9): one switch
    /// used to mean both, so it counts for shots where theirs is off.
    package func transitionChoices() throws -> (shots: TransitionChoice?, presenter: TransitionChoice) {
        let named = { (names: [String], field: String) -> TransitionChoice in
            do {
                return try TransitionChoice(names.joined(separator: ","))
            } catch let error as BatchVideoError {
                throw BatchVideoError(.invalid, error.message, field: "extra.\(field)")
            }
        }
        let main = enablesTransition ? try named(transitionTypes, "transition_types") : nil
        let shots =
            enablesShotTransition
            ? try named(shotTransitionTypes, "srt_concat_transition_types") : main
        return (shots, main ?? .among([.cut]))
    }
}
