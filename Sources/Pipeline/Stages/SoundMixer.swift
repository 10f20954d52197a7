import BatchVideo
import Foundation

/// Makes the film's sound track: narration, music and clips' own sound, mastered.
struct SoundMixer: Sendable {
    let parts: PipelineParts
    let workspace: Workspace

    struct Order: Codable, Sendable {
        /// Named by its fingerprint, so the path stands for the content.
        var narration: String
        var music: Musician.Order?
        /// Samples at 48 kHz.
        var lead: Int
        var tail: Int
        var inserts: [Insert]

        init(
            _ narration: Narration, _ storyboard: Storyboard, _ gallery: Gallery,
            _ brief: FilmBrief
        ) throws {
            self.narration = narration.audio
            music = try Musician.Order(narration, brief)
            let bookends = gallery.bookends(fps: brief.canvas.fps)
            func samples(_ frames: Int) -> Int { frames * Self.rate / brief.canvas.fps }
            lead = samples(bookends.intro?.frames ?? 0)
            tail = samples(bookends.outro?.frames ?? 0)
            let end = lead + narration.sampleCount
            inserts =
                Insert.among(gallery.visuals, storyboard, lead: lead, loudness: brief.clipSound)
                + [(bookends.intro, 0..<lead), (bookends.outro, end..<end + tail)].compactMap {
                    clip, samples in
                    clip.map {
                        Insert(
                            file: $0.source.file, sha256: $0.source.sha256, inPoint: .zero,
                            samples: samples, loudnessLUFS: Insert.voiceLUFS)
                    }
                }
        }

        fileprivate var hasUserMusic: Bool {
            if case .file(_)? = music { true } else { false }
        }

        private static let rate = 48_000
    }

    /// A clip's own sound; `file` is relative to the workspace.
    struct Insert: Codable, Sendable {
        var file: String
        var sha256: String
        var inPoint: MediaTime
        var samples: Range<Int>
        var loudnessLUFS: Double

        /// As loud as the voice.
        static let voiceLUFS = -16.0

        /// The sound of the user's clips where they are seen; `loudness` in percent of the voice's.
        static func among(
            _ visuals: [ShotVisual], _ storyboard: Storyboard, lead: Int, loudness: Int?
        ) -> [Insert] {
            guard let loudness, loudness > 0 else { return [] }
            let level = voiceLUFS + 20 * log10(Double(loudness) / 100)
            return zip(storyboard.shots, visuals).compactMap { shot, shown in
                guard let inPoint = shown.plan.inPoint else { return nil }
                let start = lead + shot.span.start.sample(rate: 48_000)
                let end = lead + shot.span.end.sample(rate: 48_000)
                return Insert(
                    file: shown.visual.file, sha256: shown.visual.provenance.sha256,
                    inPoint: inPoint, samples: start..<max(start, end), loudnessLUFS: level)
            }
        }
    }

    var version: String { "\(parts.sound.version)/\(musician.version)" }

    private var musician: Musician { Musician(parts: parts, workspace: workspace) }

    func mix(_ order: Order, _ progress: StageProgress) async throws -> MasteredSound {
        let fingerprint = try Fingerprint(of: order, "master", version)
        let path = workspace.path(.sound, "master-\(fingerprint.short).wav")
        let music = try await bring(order.music)
        let score = SoundScore(
            narration: workspace.url(order.narration), music: music?.bed, lead: order.lead,
            tail: order.tail,
            inserts: order.inserts.map {
                SoundInsert(
                    file: workspace.url($0.file), inPoint: $0.inPoint, samples: $0.samples,
                    loudnessLUFS: $0.loudnessLUFS)
            })
        let master = { try await parts.sound.master(score, to: workspace.url(path)) }
        let hasUserSound = order.hasUserMusic || !order.inserts.isEmpty
        let loudness = try await hasUserSound ? onUserFile(master) : master()
        let digest = try DurableFile.digest(workspace.url(path))
        return MasteredSound(
            track: SoundTrack(file: path, sha256: digest.sha256), loudness: loudness, music: music?.credit)
    }

    private func bring(_ music: Musician.Order?) async throws -> Musician.Music? {
        guard let music else { return nil }
        return try await musician.bring(music)
    }
}

struct MasteredSound: Codable, Sendable {
    var track: SoundTrack
    var loudness: Loudness
    var music: MusicCredit?
}
