package import Foundation

/// The clips that fit the shots of a film, and what it may not show.
package struct FootageWish: Hashable, Sendable {
    package struct Shot: Hashable, Sendable {
        package var index: Int
        /// `FootageItem.key`s, best first, each once.
        package var candidates: [String]

        package init(index: Int, candidates: [String]) {
            self.index = index
            self.candidates = candidates
        }
    }

    package var shots: [Shot]
    /// Clips that other shots of the film show already.
    package var taken: Set<String>
    /// Days for which the channel does not show a clip again while there is another.
    package var restDays: Int

    package init(shots: [Shot], taken: Set<String> = [], restDays: Int) {
        self.shots = shots
        self.taken = taken
        self.restDays = restDays
    }
}

/// How often a clip was shown lately in other films.
package struct FootageUse: Hashable, Sendable {
    package var key: String
    /// In the film's batch.
    package var inBatch: Int
    /// When the film's channel showed it last, within the days of rest.
    package var last: Date?

    package init(key: String, inBatch: Int, last: Date?) {
        self.key = key
        self.inBatch = inBatch
        self.last = last
    }
}

/// The clip that a shot gets.
package struct FootagePick: Hashable, Sendable, Codable {
    package var shot: Int
    package var key: String
    /// Another film of the batch, or of the channel in the days of rest, shows it too: nothing else
    /// was left.
    package var isReused: Bool

    package init(shot: Int, key: String, isReused: Bool) {
        self.shot = shot
        self.key = key
        self.isReused = isReused
    }
}

extension FootageWish {
    /// Gives every shot a clip that it can have, no clip twice, and clips that were shown lately only
    /// where nothing fresh is left; those shown least in the batch and longest ago first. Shots that
    /// nothing is left for are not in the answer.
    ///
    /// As many shots as possible get a fresh clip: a maximum matching by augmenting paths (Kuhn 1955).
    package func picks(after uses: [FootageUse]) -> [FootagePick] {
        let used = Dictionary(uses.map { ($0.key, $0) }) { first, _ in first }
        var matching = Matching(taken: taken)
        for shot in shots {
            matching.match(shot.index, among: shot.candidates.filter { used[$0] == nil })
        }
        var picks = matching.clips.map { FootagePick(shot: $0.key, key: $0.value, isReused: false) }
        for shot in shots where matching.clips[shot.index] == nil {
            let rested = shot.candidates.enumerated().compactMap { place, key in
                used[key].map { (use: $0, place: place) }
            }
            let order = rested.sorted { left, right in
                let (a, b) = (left.use.last ?? .distantPast, right.use.last ?? .distantPast)
                return (left.use.inBatch, a, left.place) < (right.use.inBatch, b, right.place)
            }
            guard let key = order.lazy.map(\.use.key).first(where: { !matching.holds($0) }) else { continue }
            matching.give(key, to: shot.index)
            picks.append(FootagePick(shot: shot.index, key: key, isReused: true))
        }
        return picks.sorted { $0.shot < $1.shot }
    }

    private struct Matching {
        private(set) var clips: [Int: String] = [:]
        private var candidates: [Int: [String]] = [:]
        private var shots: [String: Int] = [:]
        private let taken: Set<String>

        init(taken: Set<String>) { self.taken = taken }

        func holds(_ key: String) -> Bool { taken.contains(key) || shots[key] != nil }

        mutating func match(_ shot: Int, among keys: [String]) {
            candidates[shot] = keys
            var seen: Set<String> = []
            _ = find(shot, &seen)
        }

        mutating func give(_ key: String, to shot: Int) {
            clips[shot] = key
            shots[key] = shot
        }

        /// A free clip if there is one; else one whose shot can take another.
        private mutating func find(_ shot: Int, _ seen: inout Set<String>) -> Bool {
            let keys = candidates[shot] ?? []
            if let free = keys.first(where: { !holds($0) }) {
                give(free, to: shot)
                return true
            }
            for key in keys where !taken.contains(key) && seen.insert(key).inserted {
                guard let holder = shots[key], holder != shot, find(holder, &seen) else { continue }
                give(key, to: shot)
                return true
            }
            return false
        }
    }
}

/// Port: the clips of one film.
package protocol FootageBook: Sendable {
    /// See `FootageLedger.claim`.
    func claim(_ wish: FootageWish) async throws -> [FootagePick]
    /// See `FootageLedger.settle`.
    func settle(_ shown: Set<String>) async throws
}
