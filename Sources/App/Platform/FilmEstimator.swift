import BatchVideo
import Web

/// What a film will be like before it is made: from the length of its text, and the choices and vendors that
/// it would be made with.
struct FilmEstimator: Sendable {
    let vendors: FilmVendors
    /// What language rows call the platform of a vendor of `vendors.speech`.
    let kind: @Sendable (String) -> String
    /// Nil: nothing is known but the job itself.
    let stores: Stores?

    init(
        _ vendors: FilmVendors = .none, kind: @escaping @Sendable (String) -> String = { $0 }, stores: Stores? = nil
    ) {
        self.vendors = vendors
        self.kind = kind
        self.stores = stores
    }

    /// Seconds of work for a second of film on two cores; see docs/performance.md.
    private static let workPerSecond = 0.65
    /// A shot as `Storyboarder` aims at, in seconds.
    static let shotSeconds = 6.2
    /// Tokens of a shot in a question for prompts and in its answer, and of the question itself.
    static let tokensPerShot = 120.0
    static let tokensPerQuestion = 150.0
    private static let standardMix = 30

    func estimate(_ draft: JobDraft, owner: Owner) async -> FilmEstimate {
        let rows = await rows(of: draft, owner)
        let language = Language.detect(in: draft.content)
        let seconds = (SpokenLength.seconds(of: draft.content, language) / draft.speechSpeed * 10).rounded() / 10
        var costs: [VendorCost] = speech(draft.content, rows.language)
        costs += pictures(seconds, rows.choices, hasCoverPrompt: rows.hasCoverPrompt)
        return FilmEstimate(
            filmSeconds: seconds, workSeconds: (seconds * Self.workPerSecond * 10).rounded() / 10,
            costs: costs.summed)
    }

    private struct Rows {
        var language: LanguageFields?
        var choices = FilmChoices()
        /// The topic asks for a picture of the cover's own.
        var hasCoverPrompt = false
    }

    /// What a job's rows say, as `JobBriefing` reads them. A row that is gone, or that cannot be read, fails the
    /// film and not its estimate.
    private func rows(of draft: JobDraft, _ owner: Owner) async -> Rows {
        var rows = Rows()
        rows.choices = (try? FilmChoices(json: draft.extra)) ?? FilmChoices()
        guard let stores else { return rows }
        if let id = draft.languageID { rows.language = try? await stores.languages.find(id, owner: owner).fields }
        if let id = draft.topicID, let topic = try? await stores.topics.find(id, owner: owner) {
            rows.choices = rows.choices.filled(from: (try? FilmChoices(json: topic.fields.extra)) ?? FilmChoices())
            rows.hasCoverPrompt = topic.fields.coverPrompt?.contains { !$0.isWhitespace } ?? false
        }
        if let id = draft.accountID, let account = try? await stores.accounts.find(id, owner: owner) {
            let others = JSONValue.object(account.fields.extra.others)
            rows.choices = rows.choices.filled(from: (try? FilmChoices(json: others)) ?? FilmChoices())
        }
        return rows
    }

    /// By characters, when the language's platform is a vendor.
    private func speech(_ text: String, _ language: LanguageFields?) -> [VendorCost] {
        guard let platform = language?.platform?.lowercased(), !platform.isEmpty,
            let vendor = vendors.speech.first(where: { $0.name == platform })
                ?? vendors.speech.first(where: { kind($0.name) == platform })
        else { return [] }
        return [vendor.terms.cost(units: Double(text.count { !$0.isWhitespace }) / 1000)]
    }

    /// Pictures and clips by the mix and an average shot, and the prompts for them.
    private func pictures(
        _ seconds: Double, _ choices: FilmChoices, hasCoverPrompt: Bool
    ) -> [VendorCost] {
        guard !vendors.makesNothing, seconds > 0 else { return [] }
        let mix = Double(choices.mix ?? Self.standardMix) / 100
        let ownPictures = choices.images?.count ?? 0
        let paid = choices.paidMinutes.map { $0 > 0 ? min(seconds, $0 * 60) : seconds } ?? seconds
        let shots = (seconds / Self.shotSeconds).rounded(.up)
        let moving = (shots * mix).rounded()
        let source = movingSource(choices)
        let clipShots = source == nil ? 0 : (moving * paid / seconds).rounded()
        var costs: [VendorCost] = []
        if let images = vendors.images.first {
            let stills = max(0, shots - moving - Double(ownPictures))
            let begun = source == .animated ? clipShots : 0
            costs.append(images.terms.cost(units: stills + begun + (hasCoverPrompt ? 1 : 0)))
        }
        if let clips = vendors.clips.first(where: { source == .animated ? $0.takesImage : $0.takesWordsAlone }) {
            let order = ClipRequest(
                prompt: "", size: Canvas.landscape.size, length: MediaTime(seconds: Self.shotSeconds), seed: 0,
                image: source == .animated ? "" : nil)
            costs.append(clips.terms.cost(units: clipShots * clips.billedSeconds(of: order)))
        }
        if let model = vendors.models.first {
            let questions = (shots / Double(ShotPrompts.batch)).rounded(.up)
            costs.append(
                model.terms.cost(
                    units: (shots * Self.tokensPerShot + questions * Self.tokensPerQuestion) / 1000))
        }
        return costs
    }

    /// The source of the mix that would be paid for all moving shots; nil when one before it has clips for nothing.
    /// What a library or the user's own clips will lack is not known beforehand: they are taken to have enough.
    private func movingSource(_ choices: FilmChoices) -> MixChoice.Source? {
        for source in choices.mixSources ?? MixChoice.standardSources {
            switch source {
            case .own where choices.footage?.isEmpty == false: return nil
            case .library where !vendors.libraries.isEmpty: return nil
            case .loop: return nil
            case .animated where vendors.animates: return source
            case .generated where vendors.generatesClips: return source
            case .own, .library, .animated, .generated: continue
            }
        }
        return nil
    }
}

extension [VendorCost] {
    /// One for each currency, without those that are nothing.
    fileprivate var summed: [VendorCost] {
        let sums = Dictionary(map { ($0.currency, $0.micros) }, uniquingKeysWith: +)
        return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { VendorCost(micros: $0.value, currency: $0.key) }
    }
}
