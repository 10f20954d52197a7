import BatchVideo

/// Decides what every moving shot shows: asks the sources of the mix in their order, each for the
/// shots that those before it had nothing for.
struct MovingCaster: Sendable {
    let vendors: FilmVendors
    let footage: any FootageBook
    let libraries: LibraryClips
    let mixing: MixChoice
    let canvas: Canvas
    let seed: UInt64
    let warn: @Sendable (String) -> Void

    struct Cast: Sendable {
        /// By the shot's index.
        var plans: [Int: MovingPlan] = [:]
        /// Shots whose clip was shown lately in another film.
        var reused: Set<Int> = []
    }

    /// What shots that are not cast show already.
    struct Shown: Sendable {
        /// Clips of libraries.
        var keys: Set<String> = []
        /// Parts of the user's videos.
        var parts: [(sha256: String, span: TimeSpan)] = []
    }

    func cast(_ shots: [Shot], clips: [UserClip], besides shown: Shown) async throws -> Cast {
        var cast = Cast()
        var taken = shown.keys
        let own = OwnFootage(
            clips.map { OwnFootage.Clip(facts: $0.facts, sha256: $0.visual.provenance.sha256) },
            for: shots, canvas: canvas, seed: seed)
        for part in shown.parts { taken.formUnion(own.pieces(of: part.sha256, in: part.span)) }
        for source in mixing.sources {
            let open = shots.filter { cast.plans[$0.index] == nil }
            guard !open.isEmpty else { break }
            switch source {
            case .own: try await castOwn(open, own, &taken, &cast)
            case .library: try await castLibrary(open, &taken, &cast)
            case .animated where vendors.animates: fill(open.filter(isPaid), .animated, &cast)
            case .generated where vendors.generatesClips: fill(open.filter(isPaid), .generated, &cast)
            case .animated, .generated: break
            case .loop: fill(open, .loop, &cast)
            }
        }
        let left = shots.filter { cast.plans[$0.index] == nil }
        if !left.isEmpty {
            let names = mixing.sources.map(\.rawValue).joined(separator: ", ")
            warn("\(left.count) moving shots found nothing in \(names); painted scenes move there")
            fill(left, .loop, &cast)
        }
        try await footage.settle(taken)
        return cast
    }

    private func fill(_ shots: [Shot], _ plan: MovingPlan, _ cast: inout Cast) {
        for shot in shots { cast.plans[shot.index] = plan }
    }

    private func isPaid(_ shot: Shot) -> Bool { mixing.pays(for: shot) }

    private func castOwn(
        _ shots: [Shot], _ own: OwnFootage, _ taken: inout Set<String>, _ cast: inout Cast
    ) async throws {
        let byIndex = Dictionary(shots.map { ($0.index, $0) }) { first, _ in first }
        for pick in try await claim(own.wishes(of: shots), &taken, &cast) {
            guard let shot = byIndex[pick.shot] else { continue }
            cast.plans[pick.shot] = own.plan(pick.key, for: shot)
        }
    }

    private func castLibrary(
        _ shots: [Shot], _ taken: inout Set<String>, _ cast: inout Cast
    ) async throws {
        guard !vendors.libraries.isEmpty else { return }
        var found = try await libraries.candidates(for: shots, kinds: mixing.kinds, warn: warn)
        let byIndex = Dictionary(shots.map { ($0.index, $0) }) { first, _ in first }
        var open = shots
        while !open.isEmpty {
            let wishes = open.compactMap { shot in
                found[shot.index].map { FootageWish.Shot(index: shot.index, candidates: $0.map(\.key)) }
            }
            let picks = try await claim(wishes, &taken, &cast)
            let items = picks.compactMap { pick in found[pick.shot]?.first { $0.key == pick.key } }
            let gone = try await libraries.gone(items)
            open = []
            for (pick, item) in zip(picks, items) {
                guard let shot = byIndex[pick.shot] else { continue }
                guard gone.contains(pick.key) else {
                    cast.plans[pick.shot] = .library(item, inPoint: libraries.inPoint(of: item, in: shot, seed: seed))
                    continue
                }
                taken.remove(pick.key)
                cast.reused.remove(pick.shot)
                open.append(shot)
            }
            found = found.mapValues { $0.filter { !gone.contains($0.key) } }
        }
    }

    private func claim(
        _ wishes: [FootageWish.Shot], _ taken: inout Set<String>, _ cast: inout Cast
    ) async throws -> [FootagePick] {
        let picks = try await footage.claim(
            FootageWish(shots: wishes, taken: taken, restDays: mixing.restDays))
        taken.formUnion(picks.map(\.key))
        cast.reused.formUnion(picks.filter(\.isReused).map(\.shot))
        return picks
    }
}
