package import Foundation

/// Port: which clips were shown in which films.
package protocol FootageLedger: Sendable {
    /// Chooses clips for a film of this lease and writes them down in one step, so that two films at
    /// once choose different ones. What it chose before of the same candidates is free to be chosen again.
    func claim(_ wish: FootageWish, lease: Lease, now: Date) async throws -> [FootagePick]
    /// The film shows exactly these clips: what it claimed and shows no more is free again.
    func settle(_ shown: Set<String>, lease: Lease, now: Date) async throws
    /// Clips that more than one film of a batch shows, most shown first, then by key.
    func reuse(in batch: Int, owner: Owner) async throws -> FootageReport
}

/// What the films of a batch show of libraries and of the user's own clips.
package struct FootageReport: Hashable, Sendable {
    package struct Clip: Hashable, Sendable {
        package var key: String
        /// Jobs whose films show it, in order.
        package var jobs: [Int]

        package init(key: String, jobs: [Int]) {
            self.key = key
            self.jobs = jobs
        }
    }

    /// Shots that show a clip.
    package var shots: Int
    /// Different clips.
    package var clips: Int
    /// Those of more than one film.
    package var reused: [Clip]

    package init(shots: Int, clips: Int, reused: [Clip]) {
        self.shots = shots
        self.clips = clips
        self.reused = reused
    }
}
