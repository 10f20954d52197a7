/// The user's videos as moving shots can show them: a long one gives several pieces, one after
/// another, so that no moment of it is shown twice.
package struct OwnFootage: Sendable {
    package struct Clip: Hashable, Sendable {
        package var facts: FootageFacts
        /// Of the file, in hexadecimal: the same video under two names is one.
        package var sha256: String

        package init(facts: FootageFacts, sha256: String) {
            self.facts = facts
            self.sha256 = sha256
        }
    }

    private struct Piece {
        var clip: Int
        /// Of the video, from 0.
        var ordinal: Int
        var key: String
        var startMs: Int
        var lengthMs: Int
    }

    private let clips: [Clip]
    private let pieces: [Piece]
    private let canvas: Canvas
    private let seed: UInt64

    /// Milliseconds that a clip shows on under the next one's transition.
    private static let handleMs = 500

    /// - Parameter shots: those that may show it; the longest decides how long a piece is.
    package init(_ clips: [Clip], for shots: [Shot], canvas: Canvas, seed: UInt64) {
        self.clips = clips
        self.canvas = canvas
        self.seed = seed
        let needMs = (shots.map(\.span.length.ms).max() ?? 0) + Self.handleMs
        var seen: Set<String> = []
        pieces = clips.enumerated().flatMap { number, clip -> [Piece] in
            guard seen.insert(clip.sha256).inserted else { return [] }
            let count = max(1, clip.facts.length.ms / needMs)
            let lengthMs = clip.facts.length.ms / count
            return (0..<count).map { ordinal in
                Piece(
                    clip: number, ordinal: ordinal, key: "own:\(clip.sha256.prefix(32))#\(ordinal)",
                    startMs: ordinal * lengthMs, lengthMs: lengthMs)
            }
        }
    }

    /// Every piece for every shot, best first: first pieces of videos before their later ones, then
    /// what is long enough and cut little by the canvas; ties by the seed.
    package func wishes(of shots: [Shot]) -> [FootageWish.Shot] {
        shots.map { shot in
            var random = SeededRandom(seed: seed, "footage", shot.index)
            let scored = pieces.map { ($0, fit(of: $0, shot) + random.uniform(0, 0.1)) }
            let order = scored.sorted { ($0.0.ordinal, -$0.1) < ($1.0.ordinal, -$1.1) }
            return FootageWish.Shot(index: shot.index, candidates: order.map(\.0.key))
        }
    }

    /// The pieces that somebody sees already who sees this part of a video.
    package func pieces(of sha256: String, in span: TimeSpan) -> Set<String> {
        Set(
            pieces.filter { piece in
                clips[piece.clip].sha256 == sha256 && piece.startMs < span.end.ms
                    && piece.startMs + piece.lengthMs > span.start.ms
            }.map(\.key))
    }

    /// What a shot shows of a piece: from a seeded moment on where the piece is longer than the shot.
    package func plan(_ key: String, for shot: Shot) -> MovingPlan? {
        guard let piece = pieces.first(where: { $0.key == key }) else { return nil }
        let spareMs = piece.lengthMs - shot.span.length.ms - Self.handleMs
        var random = SeededRandom(seed: seed, "in point", shot.index)
        let afterMs = spareMs > 0 ? Int(random.uniform(0, Double(spareMs))) : 0
        return .own(piece.clip, inPoint: MediaTime(ms: piece.startMs + afterMs))
    }

    /// 0 ... 2: long enough without a loop, and cut little by the canvas.
    private func fit(of piece: Piece, _ shot: Shot) -> Double {
        let size = clips[piece.clip].facts.size
        guard size.height > 0, size.width > 0 else { return 0 }
        let needMs = shot.span.length.ms + Self.handleMs
        let length = min(1, Double(piece.lengthMs) / Double(max(1, needMs)))
        let ratio = Double(size.width * canvas.height) / Double(size.height * canvas.width)
        return length + min(ratio, 1 / ratio)
    }
}

/// What a moving shot shows.
package enum MovingPlan: Hashable, Sendable, Codable {
    /// The user's video of this number, from `inPoint` on.
    case own(Int, inPoint: MediaTime)
    /// A clip of a library.
    case library(FootageItem, inPoint: MediaTime)
    /// A clip that a vendor makes of the shot's picture, or of words.
    case animated, generated
    /// A painted scene that moves.
    case loop
}
