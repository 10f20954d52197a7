package import BatchVideo
import Foundation

/// What a language model wrote, and what it cost.
package struct Written<Output: Sendable>: Sendable {
    package var output: Output
    /// One for each currency.
    package var costs: [VendorCost]
    /// Names of the vendors that answered, in the order in which they did first.
    package var models: [String]
    package var warnings: [String]
}

extension Written: Equatable where Output: Equatable {}

/// Writes narrations, titles and descriptions with the language models of an installation: the next one is
/// asked when one is used up or down. Everything is in memory until it is whole.
package struct ModelWriter: Sendable {
    private let vendors: FilmVendors
    private let caps: SpendCaps

    /// - Parameter caps: `perJob` is the most that one narration, list of titles or description may cost.
    package init(_ vendors: FilmVendors, caps: SpendCaps = .none) {
        self.vendors = vendors
        self.caps = caps
    }

    /// Throws `.unavailable` without a model, or when none gives an answer in the language; `.limited` before a
    /// call that would pass the cap; what vendors throw.
    package func script(
        _ wish: ScriptWish, step: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Written<String> {
        let writer = ScriptWriter(wish)
        try refuse(whenAbove: writer.questions)
        var desk = Desk(vendors, caps)
        let outline = writer.parts == 1 ? [] : try await outline(writer, &desk)
        var texts: [String] = []
        let count = max(1, outline.count)
        for part in 0..<count {
            step(part, count)
            texts.append(try await text(writer, part, outline, texts.joined(separator: "\n\n"), &desk))
        }
        step(count, count)
        let whole = writer.assembled(outline, texts)
        if let warning = writer.warning(about: texts.joined(separator: "\n")) { desk.warnings.append(warning) }
        if whole.unicodeScalars.count > ScriptInput.maxCharacters {
            desk.warnings.append(
                "the script is longer than the \(ScriptInput.maxCharacters) characters of a film; shorten it")
        }
        return desk.written(whole)
    }

    private func outline(_ writer: ScriptWriter, _ desk: inout Desk) async throws -> [ScriptWriter.Part] {
        var best: [ScriptWriter.Part] = []
        var fault: ScriptWriter.Fault?
        for attempt in 1...ScriptWriter.attempts {
            let found = writer.outline(
                in: try await desk.ask(writer.outlineQuestion(attempt: attempt, after: fault)))
            if found.fault == nil { return found.parts }
            if found.parts.count > best.count { best = found.parts }
            fault = found.fault
        }
        guard best.count > 1 else { throw Self.unusable("an outline", writer.wish.language) }
        desk.warnings.append("the model planned \(best.count) parts, \(writer.parts) were wanted")
        return best
    }

    private func text(
        _ writer: ScriptWriter, _ part: Int, _ outline: [ScriptWriter.Part], _ written: String, _ desk: inout Desk
    ) async throws -> String {
        var best: String?
        var fault: ScriptWriter.Fault?
        for attempt in 1...ScriptWriter.attempts {
            let found = writer.text(
                in: try await desk.ask(
                    writer.question(part: part, of: outline, after: written, attempt: attempt, fault: fault)))
            if found.fault == nil { return found.text }
            if !found.text.isEmpty { best = best.map { writer.better($0, found.text) } ?? found.text }
            fault = found.fault
        }
        guard let best else { throw Self.unusable("a text", writer.wish.language) }
        if !outline.isEmpty {
            desk.warnings.append("part \(part + 1) is not as long as was wanted after \(ScriptWriter.attempts) answers")
        }
        return best
    }

    /// As many titles as there are, at least one.
    package func titles(_ writer: TitleWriter) async throws -> Written<[String]> {
        try refuse(whenAbove: [writer.question(attempt: 1)])
        var desk = Desk(vendors, caps)
        var titles: [String] = []
        for attempt in 1...ScriptWriter.attempts where titles.count < writer.count {
            titles += writer.titles(
                in: try await desk.ask(writer.question(attempt: attempt, known: titles)), known: titles)
        }
        guard !titles.isEmpty else { throw Self.unusable("a title", writer.language) }
        if titles.count < writer.count {
            desk.warnings.append("the model gave \(titles.count) titles that can be used, \(writer.count) were wanted")
        }
        return desk.written(titles)
    }

    package func description(_ writer: DescriptionWriter) async throws -> Written<PublishDescription> {
        try refuse(whenAbove: [writer.question(attempt: 1)])
        var desk = Desk(vendors, caps)
        var best: PublishDescription?
        for attempt in 1...ScriptWriter.attempts {
            let answer = try await desk.ask(writer.question(attempt: attempt))
            guard let (found, isWhole) = writer.description(in: answer) else { continue }
            if isWhole { return desk.written(found) }
            best = best ?? found
        }
        guard let best else { throw Self.unusable("a description", writer.language) }
        desk.warnings.append("the model gave no hashtags; add some")
        return desk.written(best)
    }

    // MARK: Cost

    /// The model that is asked first.
    package var model: String? { vendors.models.first?.name }

    /// Of these questions at the first model, when every answer is as long as it may be.
    package func estimate(_ questions: [ModelQuestion]) -> VendorCost {
        guard let model = vendors.models.first else { return .free }
        return VendorCost(
            micros: questions.reduce(0) { $0 + model.estimate(of: $1).micros },
            currency: model.terms.unitCost.currency)
    }

    private func refuse(whenAbove questions: [ModelQuestion]) throws {
        guard !vendors.models.isEmpty else { throw Self.noModel }
        try caps.check(estimate(questions), spent: 0)
    }

    package static let noModel = BatchVideoError(
        .unavailable,
        "no language model is configured; name one under providers, such as openai-chat (docs/providers.md)")

    private static func unusable(_ what: String, _ language: Language) -> BatchVideoError {
        BatchVideoError(
            .unavailable,
            "the model gave \(what) in \(language.tag) in none of \(ScriptWriter.attempts) answers; try again or "
                + "choose another model"
        )
    }
}

/// One piece of writing: asks, and adds up what it costs.
private struct Desk {
    private let vendors: FilmVendors
    private let caps: SpendCaps
    private var costs: [VendorCost] = []
    private var models: [String] = []
    var warnings: [String] = []

    init(_ vendors: FilmVendors, _ caps: SpendCaps) {
        self.vendors = vendors
        self.caps = caps
    }

    mutating func ask(_ question: ModelQuestion) async throws -> ModelAnswer {
        try Task.checkCancellation()
        let spent = costs.first { $0.currency == caps.currency }?.micros ?? 0
        let slip = CallSlip(key: UUID().uuidString.replacing("-", with: "").lowercased())
        let (answer, name) = try await vendors.insist(vendors.models) { [caps] model in
            try caps.check(model.estimate(of: question), spent: spent)
            return (try await model.answer(question, slip: slip), model.name)
        }
        if let index = costs.firstIndex(where: { $0.currency == answer.cost.currency }) {
            costs[index].micros += answer.cost.micros
        } else {
            costs.append(answer.cost)
        }
        if !models.contains(name) { models.append(name) }
        return answer
    }

    func written<Output: Sendable>(_ output: Output) -> Written<Output> {
        Written(output: output, costs: costs, models: models, warnings: warnings)
    }
}

extension LanguageModel {
    /// When the answer is as long as it may be: a character of the question counts as a token.
    func estimate(of question: ModelQuestion) -> VendorCost {
        let characters = question.system.count + question.text.count
        return terms.cost(units: Double(characters + question.maxTokens) / 1000)
    }
}

extension SpendCaps {
    fileprivate func check(_ estimate: VendorCost, spent: Int) throws {
        guard let perJob, estimate.currency == currency, !estimate.isFree, spent + estimate.micros > perJob else {
            return
        }
        throw BatchVideoError(
            .limited,
            "\(estimate.text) more would pass the limit of \(VendorCost(micros: perJob, currency: currency).text); "
                + "raise budget.perFilm, ask for less or choose a cheaper model"
        )
    }
}
