import BatchVideo
import Foundation
import Testing

@Suite("Timeline assembler")
struct TimelineAssemblerTests {
    private let sound = SoundTrack(file: "sound.wav", sha256: "s")

    private func narration(of storyboard: Storyboard, extraSamples: Int = 0) -> Narration {
        let sentences = storyboard.shots.enumerated().map { index, shot in
            NarratedSentence(
                sentence: Sentence(index: index, paragraph: index / 3, text: shot.text, joiner: ""),
                span: shot.span, words: [])
        }
        let end = storyboard.shots.last?.span.end ?? .zero
        return Narration(
            language: storyboard.language, audio: "n.wav", sampleRate: 48_000,
            sampleCount: end.sample(rate: 48_000) + extraSamples, sentences: sentences)
    }

    private func visuals(of plan: [VisualPlan]) -> [ShotVisual] {
        plan.enumerated().map { index, plan in
            let isClip = if case .still = plan { false } else { true }
            return ShotVisual(
                plan: plan,
                visual: Visual(
                    medium: isClip ? .clip : .still, file: "\(index)",
                    size: plan.picture?.size ?? Canvas.landscape.size,
                    length: isClip ? MediaTime(ms: 4000) : nil, isLoop: isClip,
                    provenance: Provenance(
                        source: "painted", detail: "", prompt: "", seed: 0, sha256: "h\(index)",
                        licence: "")))
        }
    }

    private func timeline(
        _ storyboard: Storyboard, seed: UInt64, canvas: Canvas = .landscape, extraSamples: Int = 0,
        transitions: TransitionChoice = .auto
    ) throws -> Timeline {
        let plan = RandomFilms.planner(storyboard, seed: seed).plan()
        return try TimelineAssembler(canvas: canvas, seed: seed, transitions: transitions).assemble(
            narration: narration(of: storyboard, extraSamples: extraSamples),
            storyboard: storyboard, visuals: visuals(of: plan), sound: sound)
    }

    @Test("clips tile the film exactly, on the shots' borders, at any frame rate")
    func tiling() throws {
        var random = SeededRandom(seed: 21)
        for seed in 0..<2000 as Range<UInt64> {
            let board = RandomFilms.storyboard(&random)
            let fps = [24, 25, 30, 50, 60][random.index(5)]
            let film = try timeline(
                board, seed: seed, canvas: Canvas(size: Canvas.landscape.size, fps: fps),
                extraSamples: random.index(4000) - 2000)
            #expect(film.clips.first?.startFrame == 0)
            #expect(film.clips.last?.endFrame == film.frameCount)
            for (a, b) in zip(film.clips, film.clips.dropFirst()) {
                #expect(a.endFrame == b.startFrame)
            }
            for clip in film.clips {
                #expect(clip.startFrame < clip.endFrame)
                let shot = try #require(clip.shot)
                let start = board.shots[shot].span.start.frame(fps: fps)
                #expect(clip.startFrame == min(start, film.frameCount))
            }
        }
    }

    @Test("the picture lasts round(seconds x fps) frames")
    func frameCount() throws {
        let board = RandomFilms.film(["一", "二"])
        #expect(try timeline(board, seed: 1).frameCount == 300)
        #expect(try timeline(board, seed: 1, extraSamples: 799).frameCount == 300)
        #expect(try timeline(board, seed: 1, extraSamples: 800).frameCount == 301)
        #expect(try timeline(board, seed: 1, extraSamples: -801).frameCount == 299)
    }

    @Test("transitions are no longer than half of the shorter neighbour; short shots are cut")
    func transitions() throws {
        var random = SeededRandom(seed: 22)
        var kinds: [TransitionKind: Int] = [:]
        for seed in 0..<1000 as Range<UInt64> {
            let film = try timeline(RandomFilms.storyboard(&random), seed: seed)
            #expect(film.clips[0].transition == .cut)
            for (a, b) in zip(film.clips, film.clips.dropFirst()) {
                let shorter = min(a.endFrame - a.startFrame, b.endFrame - b.startFrame)
                #expect(b.transition.frames * 2 <= shorter)
                #expect((b.transition.kind == .cut) == (shorter < 60))
                if b.transition.kind != .cut { #expect((12...15).contains(b.transition.frames)) }
                kinds[b.transition.kind, default: 0] += 1
            }
        }
        let blended = kinds.filter { $0.key != .cut }.values.reduce(0, +)
        #expect(Double(kinds[.fade, default: 0]) > 0.7 * Double(blended))
        #expect(kinds.count >= 9)
    }

    @Test("chosen transitions come at every border, all of them, none twice running")
    func chosen() throws {
        var random = SeededRandom(seed: 23)
        let chosen: [TransitionKind] = [.slideleft, .zoomin, .hlslice]
        var seen: Set<TransitionKind> = []
        for seed in 0..<200 as Range<UInt64> {
            let board = RandomFilms.storyboard(&random)
            let film = try timeline(board, seed: seed, transitions: .among(chosen))
            let kinds = film.clips.map(\.transition).filter { $0.frames > 0 }.map(\.kind)
            #expect(kinds.allSatisfy(chosen.contains))
            #expect(zip(kinds, kinds.dropFirst()).allSatisfy { $0 != $1 })
            seen.formUnion(kinds)
            let cut = try timeline(board, seed: seed, transitions: .among([.cut]))
            #expect(cut.clips.allSatisfy { $0.transition == .cut })
            let again = try timeline(board, seed: seed, transitions: .among(chosen))
            #expect(again == film)
        }
        #expect(seen == Set(chosen))
    }

    @Test("clips are shown as they move, from their in-point")
    func footage() throws {
        let board = RandomFilms.film(["一", "二"])
        let plan: [VisualPlan] = [
            .footage(0, inPoint: MediaTime(ms: 1200)), .footage(1, inPoint: .zero),
        ]
        let film = try TimelineAssembler(canvas: .landscape, seed: 1).assemble(
            narration: narration(of: board), storyboard: board, visuals: visuals(of: plan),
            sound: sound)
        #expect(film.clips[0].source.inPoint == MediaTime(ms: 1200))
        #expect(film.clips.allSatisfy { $0.source.motion == .none && $0.source.medium == .clip })
    }

    @Test("a clip a little short of its shot is slowed down to it, a much shorter one starts again")
    func pace() throws {
        let board = RandomFilms.film(["一二三四五六七八九十一二三四五六七八九十", "二"])
        let shotMs = board.shots[0].span.length.ms
        for (share, slowed) in [(0.8, true), (0.4, false), (1.4, false)] {
            var shown = visuals(of: [
                .footage(0, inPoint: .zero), .footage(1, inPoint: .zero),
            ])
            for index in shown.indices {
                shown[index].visual.isLoop = false
                shown[index].visual.length = MediaTime(ms: Int(Double(shotMs) * share))
            }
            let film = try TimelineAssembler(
                canvas: .landscape, seed: 1, transitions: .among([.cut])
            ).assemble(
                narration: narration(of: board), storyboard: board, visuals: shown, sound: sound)
            let pace = film.clips[0].source.pace
            #expect(slowed ? abs((pace ?? 0) - share) < 0.02 : pace == nil)
        }
    }

    @Test("the channel's clips stand before and after the shots, which keep their lengths")
    func bookends() throws {
        let board = RandomFilms.film(["一", "二", "三"])
        let shown = visuals(of: RandomFilms.planner(board, seed: 3).plan())
        let assembler = TimelineAssembler(canvas: .landscape, seed: 3)
        let bare = try assembler.assemble(
            narration: narration(of: board), storyboard: board, visuals: shown, sound: sound)
        let clip = PictureSource(medium: .clip, file: "i", sha256: "i", motion: .none)
        let film = try assembler.assemble(
            narration: narration(of: board), storyboard: board, visuals: shown, sound: sound,
            bookends: Bookends(
                intro: .init(source: clip, frames: 45), outro: .init(source: clip, frames: 30)))
        #expect(film.frameCount == bare.frameCount + 75)
        #expect(film.narratedFrames == 45..<45 + bare.frameCount)
        #expect(film.clips.first?.shot == nil && film.clips.last?.shot == nil)
        for (a, b) in zip(film.clips.dropFirst(), bare.clips) {
            #expect(a.startFrame == b.startFrame + 45 && a.source == b.source)
            #expect(a.transition == b.transition)
        }
    }

    @Test("a missing visual is an error of ours, not a crash")
    func missingVisual() {
        let board = RandomFilms.film(["一", "二"])
        #expect(throws: BatchVideoError.self) {
            try TimelineAssembler(canvas: .landscape, seed: 1).assemble(
                narration: narration(of: board), storyboard: board, visuals: [], sound: sound)
        }
    }

    @Test("the timeline of a film is this one")
    func golden() throws {
        let film = try timeline(RandomFilms.film(Array(RandomFilms.chinese.prefix(5))), seed: 7)
        let shown = film.clips.map { clip in
            let motion = clip.source.motion
            let views = [motion.from, motion.to].map {
                [$0.zoom, $0.x, $0.y].map { String(format: "%.3f", $0) }.joined(separator: " ")
            }
            return "\(clip.startFrame)-\(clip.endFrame) \(clip.transition.kind) "
                + "\(clip.transition.frames) | \(views.joined(separator: " > "))"
        }
        #expect(shown == Self.goldenClips)
    }

    private static let goldenClips = [
        "0-150 cut 0 | 1.000 0.500 0.500 > 1.068 0.684 0.537",
        "150-300 fade 13 | 1.126 0.216 0.515 > 1.126 0.784 0.515",
        "300-450 fade 15 | 1.000 0.500 0.500 > 1.066 0.549 0.340",
        "450-600 dissolve 12 | 1.126 0.518 0.800 > 1.126 0.518 0.200",
        "600-750 fade 13 | 1.000 0.500 0.500 > 1.030 0.500 0.500",
    ]
}
