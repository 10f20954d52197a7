package import BatchVideo
import CAV
import Dispatch
import Foundation
import Synchronization

/// Makes the films of a render order.
///
/// Every segment that the cache does not hold is composed and encoded, `order.workers` at a time,
/// each on a thread of its own; the films are then joined by copying packets. A render that was
/// killed goes on at the segment it was in, and gives the same bytes as one that was not.
package struct FilmRenderer: Sendable {
    /// Part of every segment's key: change it whenever pixels or packets change.
    package static let engineVersion = "1"

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
            let plan = try RenderPlan(order)
            let cache = try SegmentCache(folder: order.segmentCache, leftovers: leftovers)
            let work = try WorkList(order, plan: plan, cache: cache, progress: progress)
            try encode(work, order, plan, cache, progress)
            try join(order, plan, cache)
        } catch {
            progress.stop()
            throw error
        }
        progress.stop()
        progress.send(.done)
    }

    private func encode(
        _ work: WorkList, _ order: RenderOrder, _ plan: RenderPlan, _ cache: SegmentCache,
        _ progress: RenderProgress
    ) throws {
        let sources = SourceShelf(
            timeline: order.timeline, workspace: order.workspace, leftovers: leftovers)
        let logo = try logoOverlay(order, plan)
        let ended = DispatchSemaphore(value: 0)
        let count = min(order.workers, max(1, work.count))
        for _ in 0..<count {
            let thread = Thread {
                defer { ended.signal() }
                work.catching {
                    let worker = try SegmentWorker(
                        timeline: order.timeline, plan: plan, sources: sources, logo: logo)
                    while let task = try work.next() {
                        switch task {
                        case .sound: try encodeSound(order, plan, cache)
                        case .segment(let frames, let variants):
                            let tracks = try worker.encode(frames, variants) {
                                progress.frameDone()
                                try work.checkForErrors()
                            }
                            for (variant, track) in zip(variants, tracks) {
                                try cache.store(track, as: variant.key)
                            }
                            progress.segmentDone()
                        }
                    }
                }
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        for _ in 0..<count { ended.wait() }
        try work.checkForErrors()
    }

    private func logoOverlay(_ order: RenderOrder, _ plan: RenderPlan) throws -> Overlay? {
        guard let logo = order.timeline.logo, order.renditions.contains(where: \.hasLogo) else {
            return nil
        }
        let path = order.workspace + "/" + logo.file
        return try Overlay(logo: logo, path: path, canvas: order.timeline.canvas.size)
    }

    private func encodeSound(
        _ order: RenderOrder, _ plan: RenderPlan, _ cache: SegmentCache
    ) throws {
        let wave = try WaveFile(path: order.workspace + "/" + order.timeline.sound.file)
        let length = order.timeline.soundLength
        let frame = EncoderSettings.soundRate / order.timeline.canvas.fps
        guard wave.frameCount <= length + frame else {
            throw BatchVideoError(
                .invalid, "the sound lasts longer than the picture: plan the timeline again")
        }
        try cache.store(try SoundEncoder.encode(wave, length: length), as: plan.soundKey)
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
                    let film = try writer ?? FilmWriter(
                        path: temporary, canvas: order.timeline.canvas, settings: plan.settings,
                        videoHeader: track.header, sound: sound)
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
