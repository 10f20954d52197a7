package import BatchVideo
package import Foundation

/// Turns a filed job into a film's brief: what the job, its topic and its channel say, in that order.
package struct JobBriefing: Sendable {
    /// Chooses voices: by id, or for a language.
    package struct Voices: Sendable {
        package var named: @Sendable (String) -> Voice?
        package var forLanguage: @Sendable (Language) throws -> Voice
        /// A voice of a platform by one of the names, else for the language.
        package var ofPlatform: @Sendable (_ platform: String, _ names: [String], Language) -> Voice?

        package init(
            named: @escaping @Sendable (String) -> Voice?,
            forLanguage: @escaping @Sendable (Language) throws -> Voice,
            ofPlatform: @escaping @Sendable (String, [String], Language) -> Voice? = { _, _, _ in nil }
        ) {
            self.named = named
            self.forLanguage = forLanguage
            self.ofPlatform = ofPlatform
        }
    }

    let stores: Stores
    let voices: Voices
    /// A vendor is configured that says things with another's voice.
    let copiesVoices: Bool
    /// Where the file of a key lies.
    let file: @Sendable (String) throws -> URL

    package init(
        stores: Stores, voices: Voices, copiesVoices: Bool = false,
        file: @escaping @Sendable (String) throws -> URL
    ) {
        self.stores = stores
        self.voices = voices
        self.copiesVoices = copiesVoices
        self.file = file
    }

    struct Briefed: Sendable {
        var brief: FilmBrief
        var warnings: [String]
    }

    /// Throws `.invalid` for choices that cannot be followed, `.notFound` for files that are gone.
    func brief(for job: Job) async throws -> Briefed {
        let owner = job.userID.map { Owner.user($0) } ?? .everyone
        let draft = job.draft
        var account: Account?
        if let id = draft.accountID { account = try await stores.accounts.find(id, owner: owner) }
        var topic: TopicRow?
        if let id = draft.topicID { topic = try await stores.topics.find(id, owner: owner) }
        var language: LanguageRow?
        if let id = draft.languageID { language = try await stores.languages.find(id, owner: owner) }
        var warnings: [String] = []
        let extra = account?.fields.extra ?? AccountExtra()
        let choices = try FilmChoices(draft, topic: topic?.fields, account: extra)
        let (voice, spoken) = try cast(language?.fields, text: draft.content, &warnings)
        var brief = FilmBrief(
            text: draft.content, title: draft.title, language: spoken, voice: voice.id,
            speed: draft.speechSpeed, canvas: canvas(choices, draft),
            captions: CaptionStyle(
                look: choices.captions ?? .box, plate: String(extra.subtitleBackground.dropFirst()),
                position: choices.captionPosition,
                isTraditional: choices.isTraditional == true ? true : nil),
            seed: choices.seed ?? job.latest.metadata.seed, wantsClean: true)
        if let id = draft.voiceID { brief.timbre = try await timbre(id, owner, &warnings) }
        brief.look = topic.map { PictureLook($0.fields) }
        try await complete(&brief, choices, extra, account, draft, owner)
        return Briefed(brief: brief, warnings: warnings)
    }

    private func complete(
        _ brief: inout FilmBrief, _ choices: FilmChoices, _ extra: AccountExtra, _ account: Account?,
        _ draft: JobDraft, _ owner: Owner
    ) async throws {
        brief.mix = choices.mix ?? 30
        brief.mixing = choices.mixing
        brief.quality = choices.quality ?? .standard
        let (shots, presenting) = try extra.transitionChoices()
        brief.transitions = choices.transitions ?? shots
        brief.motion = choices.motion
        brief.fit = choices.fit
        brief.hasTextTrack = choices.hasTextTrack
        brief.clipSound = choices.clipSound
        brief.images = try await paths(choices.images, owner)
        brief.footage = try await paths(choices.footage, owner)
        brief.music = try await music(choices.music, owner)
        if let logo = account?.fields.logo, !logo.isEmpty { brief.logo = try await path(logo, owner) }
        brief.branding = Branding(
            logo: choices.logo ?? .init(), watermark: choices.watermark, titleBar: choices.titleBar,
            hasChapters: choices.hasChapters ?? false, progressBar: choices.progressBar,
            cover: choices.cover ?? .file, intro: try await path(choices.intro, owner),
            outro: try await path(choices.outro, owner), aiLabel: choices.aiLabel,
            coverStyle: choices.coverStyle, coverText: draft.coverText)
        if choices.isReframed == true, draft.isHorizontal {
            brief.reframe = ReframeChoice(
                geometry: choices.reframeGeometry ?? .phone, index: choices.indexText ?? "",
                title: choices.titleText ?? draft.title, description: choices.descriptionText ?? "")
        }
        guard choices.hasPresenter ?? (choices.figure != nil || draft.title.contains("数字人")) else { return }
        brief.presenter = try await presenter(choices, extra, owner, presenting)
    }

    /// The channel's video or picture; where it has none, and where the job names one, a figure is drawn.
    private func presenter(
        _ choices: FilmChoices, _ extra: AccountExtra, _ owner: Owner, _ transitions: TransitionChoice
    ) async throws -> PresenterChoice {
        let times = extra.presenter
        let key = choices.figure == nil ? times.path : nil
        let isPicture = key.map(Self.isPicture) ?? false
        guard !isPicture || times.consentedAt != nil else {
            throw BatchVideoError(
                .invalid,
                "nobody has declared that the person in the channel's picture agrees to be shown speaking; set "
                    + "consent in human_config",
                field: "extra.human_config.consent")
        }
        let isFilmed = key != nil && !isPicture
        let shape: PresenterTrack.Shape =
            switch times.shape ?? (isFilmed ? .keyed : .circle) {
            // A picture has no background that could be taken out.
            case .keyed where !isPicture: .keyed(colour: "00FF00")
            case .circle, .keyed: .circle
            case .rounded: .rounded
            }
        return PresenterChoice(
            file: try await path(key, owner), hasConsent: isPicture ? true : nil,
            drawn: key == nil
                ? DrawnFigure(
                    choices.figure ?? times.figure ?? .anchorWoman, choices.palette ?? times.palette ?? .classic)
                : nil,
            place: extra.presenterPlace == .fullscreen ? .fullscreen : .corner(.bottomRight, shape),
            appearance: .ends, introLength: MediaTime(seconds: times.duration),
            outroLength: MediaTime(seconds: times.endDuration), transitions: transitions)
    }

    private static func isPicture(_ key: String) -> Bool {
        let kinds = ["jpg", "jpeg", "png", "webp", "bmp", "gif", "heic", "avif"]
        return kinds.contains(key.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    /// Ruling 5: a voice by its id in either column, else the language's own.
    private func cast(
        _ row: LanguageFields?, text: String, _ warnings: inout [String]
    ) throws -> (Voice, Language) {
        let names = [row?.languageName, row?.name].compactMap { $0 }
        let language = row.map { Language($0.name) } ?? Language.detect(in: text)
        func spoken(by voice: Voice) -> (Voice, Language) {
            guard voice.language == .undetermined else { return (voice, voice.language) }
            return (voice, Language.isTag(language.tag) ? language : Language.detect(in: text))
        }
        if let platform = row?.platform, !platform.isEmpty, platform != Self.ownPlatform {
            if let voice = voices.ofPlatform(platform, names, language) { return spoken(by: voice) }
            warnings.append(
                "no vendor of the platform \(platform) speaks \(language.tag); a voice of this program does")
        }
        if let voice = names.lazy.compactMap(voices.named).first { return spoken(by: voice) }
        let voice = try voices.forLanguage(language)
        return (voice, row == nil ? voice.language : language)
    }

    /// What language rows call the voices of this program.
    private static let ownPlatform = "embedded"

    /// The sample of a user's voice. Throws `.invalid` when nobody declared that its owner agrees.
    private func timbre(_ id: Int, _ owner: Owner, _ warnings: inout [String]) async throws -> String? {
        guard copiesVoices else {
            warnings.append("no vendor that copies voices is configured; the language's own voice speaks")
            return nil
        }
        let voice = try await stores.voices.find(id, owner: owner).fields
        guard voice.consentedAt != nil else {
            throw BatchVideoError(
                .invalid,
                "nobody has declared that the owner of the voice \"\(voice.name)\" agrees to its use; set consent on "
                    + "the voice",
                field: "voice_id")
        }
        return try await path(voice.path, owner)
    }

    private func canvas(_ choices: FilmChoices, _ draft: JobDraft) -> Canvas {
        if let size = choices.resolution { return Canvas(size: size) }
        return draft.isHorizontal ? .landscape : .portrait
    }

    private func paths(_ keys: [String]?, _ owner: Owner) async throws -> [String] {
        var paths: [String] = []
        for key in keys ?? [] {
            if let path = try await path(key, owner) { paths.append(path) }
        }
        return paths
    }

    private func music(_ choice: String?, _ owner: Owner) async throws -> FilmMusic {
        guard let choice else { return .auto }
        let music = FilmMusic(choice)
        guard case .file(let key) = music, let path = try await self.path(key, owner)
        else { return music }
        return .file(path)
    }

    /// A file of the owner's, by its key.
    private func path(_ key: String?, _ owner: Owner) async throws -> String? {
        guard let key else { return nil }
        _ = try await stores.files.find(key, owner: owner)
        return try file(key).path
    }
}

extension JobDraft {
    /// The title that it is published with, where that is another.
    fileprivate var coverText: String? {
        let hasWords = publishTitle.contains { !$0.isWhitespace }
        return hasWords && publishTitle != title ? publishTitle : nil
    }
}

extension PictureLook {
    fileprivate init(_ topic: TopicFields) {
        self.init(
            instruction: topic.imagePrompt, prefix: topic.imagePrefix, coverPrompt: topic.coverPrompt,
            lora: topic.loraName.isEmpty ? nil : Lora(name: topic.loraName, weight: topic.loraWeight),
            keepsActor: topic.extra["generate_type"]?.string == "same" ? true : nil)
    }
}
