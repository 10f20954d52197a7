package import BatchVideo
import CAV

/// Makes the films of a render order.
///
/// Every segment that the cache does not hold is composed and encoded, `order.workers` at a time,
/// each on a thread of its own; the films are then joined by copying packets. A render that was
/// killed goes on at the segment it was in, and gives the same bytes as one that was not.
package struct FilmRenderer: Sendable {
    /// Part of every segment's key: change it whenever pixels or packets change.
    package static let engineVersion = "5"

    private let leftovers: Leftovers

    package init(leftovers: Leftovers = Leftovers()) { self.leftovers = leftovers }

    /// Blocks until every film is complete and on disk; on an error there is none of them.
    /// `progress` is called from several threads, at least twice a second, last with `.done`.
    package func render(
        _ order: RenderOrder, progress report: @escaping @Sendable (RenderEvent) -> Void
    ) throws {
        av_log_set_level(AV_LOG_QUIET)
        try order.check()
        let progress = RenderProgress(frameCount: order.timeline.frameCount, report: report)
        do {
            let (encoder, warning) = EncoderTrial.choose(order.encoder ?? .auto)
            if let warning { progress.send(.warning, warning) }
            let plan = try RenderPlan(order, encoder: encoder)
            let cache = try SegmentCache(folder: order.segmentCache, leftovers: leftovers)
            try RenderCrew(order, plan, cache, progress, leftovers).encodeAll()
            try join(order, plan, cache)
        } catch {
            progress.stop()
            throw error
        }
        progress.stop()
        progress.send(.done)
    }

    private func join(_ order: RenderOrder, _ plan: RenderPlan, _ cache: SegmentCache) throws {
        let lost = BatchVideoError(
            .media, "a segment vanished from \(order.segmentCache): render again", retry: .backoff)
        guard let sound = cache.load(plan.soundKey) else { throw lost }
        var films: [(temporary: String, final: String)] = []
        do {
            for (index, rendition) in order.renditions.enumerated() {
                let temporary = rendition.file + ".partial"
                try leftovers.expect(file: temporary)
                films.append((temporary, rendition.file))
                var writer: FilmWriter?
                for segment in plan.segments {
                    guard let track = cache.load(segment.variants[index].key) else { throw lost }
                    let look = segment.variants[index].look
                    let film = try writer ?? FilmWriter(
                        path: temporary, canvas: plan.canvas(look), settings: plan.settings(look),
                        videoHeader: track.header, sound: sound,
                        extras: try FilmExtras(rendition))
                    writer = film
                    try film.append(track, frameCount: segment.frames.count)
                }
                try writer?.finish()
            }
            try leftovers.publish(films)
        } catch {
            for film in films { leftovers.discard(file: film.temporary) }
            throw error
        }
    }
}
