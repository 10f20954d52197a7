import BatchVideo
import Foundation

/// Gets a prompt for every shot that has none of a person's: from a language model, or else from
/// what is said in it.
struct ShotPrompter: Sendable {
    let vendors: FilmVendors
    let paid: PaidCalls

    /// Questions about a shot before it gets a plain prompt.
    private static let attempts = 3

    var version: String { vendors.models.map(\.version).joined(separator: "/") }

    func prompted(
        _ board: FittedBoard, title: String, look: PictureLook?, _ progress: StageProgress
    ) async throws -> FittedBoard {
        guard !vendors.makesNothing else { return board }
        var board = board
        let open = board.storyboard.shots.indices.filter { index in
            guard board.entries.indices.contains(index) else { return true }
            return board.entries[index].prompt == nil
        }
        let prompts = ShotPrompts(shots: board.storyboard.shots, title: title, look: look)
        board.storyboard.actor = try await actor(prompts, progress)
        var found: [Int: ShotPrompts.Prompt] = [:]
        for start in stride(from: 0, to: open.count, by: ShotPrompts.batch) {
            let batch = Array(open[start..<min(start + ShotPrompts.batch, open.count)])
            found.merge(try await ask(prompts, batch, progress)) { $1 }
        }
        for index in open {
            let actor = board.storyboard.actor
            board.storyboard.shots[index].prompt =
                found[index].map { prompts.complete($0, actor: actor) } ?? prompts.plain(index)
            board.storyboard.shots[index].showsActor =
                actor != nil && found[index]?.showsActor == true ? true : nil
        }
        return board
    }

    /// What the main person looks like; nil when there is none that is to stay the same.
    private func actor(_ prompts: ShotPrompts, _ progress: StageProgress) async throws -> String? {
        guard let question = prompts.actorQuestion, !vendors.models.isEmpty else { return nil }
        do {
            let text = try await vendors.ask(vendors.models, .text, warn: progress.warn) { model in
                try await answer(question, by: model)
            }
            guard let text else { return nil }
            return ShotPrompts.actor(in: ModelAnswer(text: text, cost: .free))
        } catch let error as BatchVideoError where error.vendorFailure != nil {
            progress.warn("\(error.message); the main person may look different from shot to shot")
            return nil
        }
    }

    private func answer(_ question: ModelQuestion, by model: any LanguageModel) async throws -> String {
        try await paid.make(
            .text, by: model, of: question,
            estimate: model.terms.cost(units: Double(question.text.count + question.maxTokens) / 1000)
        ) { slip, _ in
            let answer = try await model.answer(question, slip: slip)
            return (answer.text, answer.cost)
        }.made.output
    }

    private func ask(
        _ prompts: ShotPrompts, _ batch: [Int], _ progress: StageProgress
    ) async throws -> [Int: ShotPrompts.Prompt] {
        guard !vendors.models.isEmpty else { return [:] }
        var found: [Int: ShotPrompts.Prompt] = [:]
        for attempt in 1...Self.attempts {
            let missing = batch.filter { found[$0] == nil }
            guard !missing.isEmpty else { break }
            let question = prompts.question(about: missing, attempt: attempt)
            let text: String?
            do {
                text = try await vendors.ask(vendors.models, .text, warn: progress.warn) { model in
                    try await answer(question, by: model)
                }
            } catch let error as BatchVideoError where error.vendorFailure != nil {
                progress.warn("\(error.message); shots are shown by what is said in them")
                break
            }
            guard let text else { break }
            found.merge(prompts.prompts(in: ModelAnswer(text: text, cost: .free), for: missing)) { $1 }
        }
        let missing = batch.count { found[$0] == nil }
        if missing > 0 { progress.warn("\(missing) shots got no prompt from a model; what is said in them is used") }
        return found
    }
}
